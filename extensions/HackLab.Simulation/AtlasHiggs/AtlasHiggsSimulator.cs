using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.AtlasHiggs;

/// <summary>
/// Simulates rows like those of the ATLAS Higgs challenge of 2014 (CERN Open Data 328, doi:10.7483/OPENDATA.ATLAS.ZBP2.M5T8):
/// H → ττ with one leptonic and one hadronic decay, against Z → ττ, top pairs, and W bosons with a jet taken for a τ. Features are
/// computed from kinematics: two-body decays, collinear τ decays, radiated jets, a detector in a few numbers. Left out: showers,
/// hadrons, τ polarisation, pile-up but for its energy, several jets from data-driven fakes, leptonic decays of an associated boson.
/// </summary>
public static class AtlasHiggsSimulator
{
    /// <summary>The number of features of an event.</summary>
    public const int FeatureCount = 30;

    /// <summary>The expected number of signal events, the sum of all signal weights.</summary>
    public const double SignalTotal = 691.99;

    /// <summary>The expected number of background events, the sum of all background weights.</summary>
    public const double BackgroundTotal = 410_999.85;

    // Blocks with a random stream of their own: the result does not depend on the number of threads.
    private const int Block = 256;

    /// <summary>Simulates events.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same events on every machine; the first features of a larger set are those of a
    /// smaller one, but weights are smaller, as their sum is fixed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or more than an array can hold.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>AtlasHiggsEvents events = AtlasHiggsSimulator.Generate(10_000, seed: 42);</code></example>
    public static AtlasHiggsEvents Generate(int count, long seed = 42, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / FeatureCount);
        var x = new float[count * FeatureCount];
        var y = new int[count];
        var weights = new double[count];
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, (count + Block - 1) / Block, options, block =>
        {
            int first = block * Block, events = Math.Min(Block, count - first);
            Fill(
                new SeededRandom(seed, block + 1), x.AsSpan(first * FeatureCount, events * FeatureCount), y.AsSpan(first, events),
                weights.AsSpan(first, events));
        });
        Normalise(y, weights);
        return new AtlasHiggsEvents(x, y, weights);
    }

    private static void Fill(SeededRandom random, Span<float> x, Span<int> y, Span<double> weights)
    {
        var truth = new CollisionRecord();
        var measured = new AtlasEvent();
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = random.NextDouble() < AtlasMixture.SignalShare ? 1 : 0;
            AtlasProcess process = AtlasMixture.Draw(random, y[i] == 1);
            // Class and process are drawn first and collisions made until one is kept: shares are those of kept events.
            while (true)
            {
                truth.Clear();
                if (Collide(random, process, truth) && AtlasDetector.Measure(random, truth, measured)
                    && random.NextDouble() < AtlasMixture.Keep(process, measured.JetCount)) break;
            }
            weights[i] = AtlasMixture.Weight(process, measured.JetCount);
            AtlasFeatures.Write(measured, x.Slice(i * FeatureCount, FeatureCount));
        }
    }

    private static bool Collide(SeededRandom random, AtlasProcess process, CollisionRecord into) => process switch
    {
        AtlasProcess.GluonFusion => AtlasProcesses.GluonFusion(random, into),
        AtlasProcess.VectorBosonFusion => AtlasProcesses.VectorBosonFusion(random, into),
        AtlasProcess.WithW => AtlasProcesses.Associated(random, into, withZ: false),
        AtlasProcess.WithZ => AtlasProcesses.Associated(random, into, withZ: true),
        AtlasProcess.ZToTaus => AtlasProcesses.ZToTaus(random, into),
        AtlasProcess.TopPair => AtlasProcesses.TopPair(random, into),
        _ => AtlasProcesses.WWithJets(random, into),
    };

    // One after the other, so that the sums have the same bits whatever the number of threads.
    private static void Normalise(int[] y, double[] weights)
    {
        Span<double> sums = [0, 0];
        for (int i = 0; i < y.Length; i++) sums[y[i]] += weights[i];
        for (int i = 0; i < y.Length; i++) weights[i] *= (y[i] == 1 ? SignalTotal : BackgroundTotal) / sums[y[i]];
    }
}
