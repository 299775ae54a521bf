using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Disks;

/// <summary>Simulated pictures of disks.</summary>
/// <param name="X">The observed pictures, from 0 to 1 each, shape [n, size, size].</param>
/// <param name="Run">The run of each picture, shape [n]: an index into <paramref name="Runs"/>.</param>
/// <param name="Snapshot">Which snapshot of its run it is, from 0, shape [n].</param>
/// <param name="Runs">The runs with their planets.</param>
public sealed record DiskImages(float[] X, int[] Run, int[] Snapshot, IReadOnlyList<DiskRun> Runs);

/// <summary>
/// Protoplanetary disks at 1.25 mm with none to four planets, seen at several times. Planets open gaps (Kanagawa et al. 2015,
/// 2016), pile dust up outside and raise spiral wakes (Rafikov 2002); disks without planets have cavities, rings and weak
/// asymmetries too. Left out: the disk's thickness and shadows, radiative transfer, spectral lines, gravity of the disk,
/// eccentric orbits, several grain sizes, and what an interferometer does not see.
/// </summary>
public static class DiskSimulator
{
    /// <summary>Snapshots of a run if nothing else is said.</summary>
    public const int SnapshotsPerRun = 4;

    /// <summary>Simulates pictures: those of run 0 first, then those of run 1, and so on.</summary>
    /// <param name="count">How many, at least 0; the last run may have fewer snapshots.</param>
    /// <param name="size">Pixels of a side, 16 to 600; a side is 400 AU.</param>
    /// <param name="seed">The same seed gives the same pictures on every machine, and a larger set begins with them.</param>
    /// <param name="snapshots">Snapshots of a run, at least 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>DiskImages disks = DiskSimulator.Generate(2000, size: 64, seed: 1);</code></example>
    public static DiskImages Generate(
        int count, int size = 64, long seed = 42, int snapshots = SnapshotsPerRun, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 600);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / (size * size));
        ArgumentOutOfRangeException.ThrowIfLessThan(snapshots, 1);
        var runs = new DiskRun[(count + snapshots - 1) / snapshots];
        for (int i = 0; i < runs.Length; i++) runs[i] = RunOf(seed, i);
        var x = new float[count * size * size];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            DiskSnapshot snapshot = TakeOf(runs[i / snapshots], seed, i % snapshots, size, withDepth: false);
            snapshot.Observed.CopyTo(x, i * size * size);
        });
        int[] all = [.. Enumerable.Range(0, count)];
        return new DiskImages(x, [.. all.Select(i => i / snapshots)], [.. all.Select(i => i % snapshots)], runs);
    }

    /// <summary>The disk and planets of a run.</summary>
    /// <param name="seed">The seed of the set.</param>
    /// <param name="run">The run's number, from 0.</param>
    public static DiskRun RunOf(long seed, int run) => DiskRun.Draw(new SeededRandom(seed, (long)(run + 1) << 20), run);

    /// <summary>One snapshot of a run with all that lies behind the picture.</summary>
    /// <param name="run">The run, as <see cref="RunOf"/> gives it.</param>
    /// <param name="seed">The seed of the set.</param>
    /// <param name="snapshot">Which one, from 0: the planets have moved on, and gaps have deepened.</param>
    /// <param name="size">Pixels of a side, 16 to 600.</param>
    public static DiskSnapshot TakeOf(DiskRun run, long seed, int snapshot, int size)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 600);
        ArgumentOutOfRangeException.ThrowIfNegative(snapshot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(snapshot, (1 << 20) - 1);
        return TakeOf(run, seed, snapshot, size, withDepth: true);
    }

    private static DiskSnapshot TakeOf(DiskRun run, long seed, int snapshot, int size, bool withDepth)
    {
        var random = new SeededRandom(seed, ((long)(run.Number + 1) << 20) + snapshot + 1);
        // Snapshots are taken every 37.3 turns of a planet at 50 AU; a gap has opened to 1 − e^(−t/50).
        double orbits = 37.3 * (snapshot + 1), age = 1 - PortableMath.Exp(-orbits / 50);
        return DiskSnapshot.Take(run, random, orbits, age, size, withDepth);
    }
}
