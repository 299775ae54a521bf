using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// Simulates rows like those of the HIGGS data set (Baldi, Sadowski, Whiteson 2014, doi:10.1038/ncomms5308): collisions in
/// which a heavy Higgs boson decays, and top pairs that end in the same particles. What tells them apart comes from the decays
/// alone; no feature is drawn from a fitted distribution. Left out: a full shower, hadrons, pile-up, τ leptons, interference.
/// </summary>
public static class HiggsSimulator
{
    /// <summary>The number of features of an event.</summary>
    public const int FeatureCount = 28;

    /// <summary>The share of signal events in the published set.</summary>
    private const double SignalShare = 0.5299;

    // Events come in blocks with a random stream of their own: the result does not depend on the number of threads, and the
    // first events of a larger set are those of a smaller one.
    private const int Block = 512;

    /// <summary>Simulates events.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same events on every machine.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or more than an array can hold.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>HiggsEvents events = HiggsSimulator.Generate(10_000, seed: 42);</code></example>
    public static HiggsEvents Generate(int count, long seed = 42, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / FeatureCount);
        var x = new float[count * FeatureCount];
        var y = new int[count];
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, (count + Block - 1) / Block, options, block =>
        {
            int first = block * Block, events = Math.Min(Block, count - first);
            Fill(new SeededRandom(seed, block + 1), x.AsSpan(first * FeatureCount, events * FeatureCount), y.AsSpan(first, events));
        });
        return new HiggsEvents(x, y);
    }

    private static void Fill(SeededRandom random, Span<float> x, Span<int> y)
    {
        var truth = new TrueEvent();
        var measured = new MeasuredEvent();
        var detector = new Detector();
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = random.NextDouble() < SignalShare ? 1 : 0;
            // The class is drawn first and its events are made until one is kept, so the share is that of kept events.
            while (true)
            {
                truth.Clear();
                bool seen = y[i] == 1 ? SignalProcess.Generate(random, truth) : TopPairProcess.Generate(random, truth);
                if (seen && detector.Measure(random, truth, measured)) break;
            }
            HiggsFeatures.Write(random, measured, x.Slice(i * FeatureCount, FeatureCount));
        }
    }
}
