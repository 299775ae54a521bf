using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Jets;

/// <summary>
/// Simulates jets that a quark or a gluon starts: an angular-ordered shower with the colour factors 4/3 and 3, hadrons cut from
/// strings, and a few particles of the underlying event. What tells the two apart comes from the colour factors and from a
/// gluon's two strings alone. Left out: the hard process and its other jets, emissions wider than 1, spin, masses of heavy
/// quarks, resonances (their products are counted in), colour reconnection, pile-up, magnetic field.
/// </summary>
public static class JetSimulator
{
    /// <summary>Numbers of a constituent: pT (GeV), y, φ, kind.</summary>
    public const int Columns = 4;

    // As in the other simulators: a stream per block, so threads do not matter and a larger set begins as a smaller one.
    private const int Block = 64;

    /// <summary>Simulates jets.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same jets on every machine.</param>
    /// <param name="options">How they are made; null for <see cref="JetOptions.Hard"/>.</param>
    /// <param name="order">In which order each jet has its constituents.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>SimulatedJets jets = JetSimulator.Generate(1000, seed: 42);</code></example>
    public static SimulatedJets Generate(
        int count, long seed = 42, JetOptions? options = null, JetOrder order = JetOrder.ByPt, CancellationToken cancellation = default)
    {
        var y = new int[count < 0 ? 0 : count];
        var jets = new JetConstituent[y.Length][];
        ForEach(count, seed, options ?? JetOptions.Hard, cancellation, (i, isQuark, jet) =>
        {
            y[i] = isQuark ? 1 : 0;
            jets[i] = order == JetOrder.ByPt ? [.. jet.OrderByDescending(particle => particle.Pt)] : [.. jet];
        });
        int longest = jets.Length == 0 ? 0 : jets.Max(jet => jet.Length);
        var constituents = new float[checked(count * longest * Columns)];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < jets[i].Length; j++)
            {
                JetConstituent particle = jets[i][j];
                int at = ((i * longest) + j) * Columns;
                constituents[at] = (float)particle.Pt;
                constituents[at + 1] = (float)particle.Y;
                constituents[at + 2] = (float)particle.Phi;
                constituents[at + 3] = particle.PdgId;
            }
        }
        return new SimulatedJets(constituents, Array.ConvertAll(jets, jet => jet.Length), y, longest);
    }

    /// <summary>Makes each jet and hands it over, within its block in order; blocks run side by side.</summary>
    internal static void ForEach(
        int count, long seed, JetOptions options, CancellationToken cancellation, Action<int, bool, List<JetConstituent>> take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        options.Checked();
        var parallel = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, (count + Block - 1) / Block, parallel, block =>
        {
            var random = new SeededRandom(seed, block + 1);
            var maker = new JetMaker(options);
            for (int i = block * Block; i < Math.Min(count, (block + 1) * Block); i++)
            {
                bool isQuark = random.NextDouble() < options.QuarkShare;
                take(i, isQuark, maker.Make(random, isQuark));
            }
        });
    }
}
