using System.Globalization;

namespace HackLab.Data;

/// <summary>
/// How much data to load: the embedded sample, as many simulated rows as asked for, or the real data as published.
/// </summary>
public sealed record Size
{
    private readonly int? _rows;

    private Size(int? rows, long seed, bool isFull = false) => (_rows, Seed, IsFull) = (rows, seed, isFull);

    /// <summary>The small sample that comes with the library: needs no file and no network, and loads at once.</summary>
    public static Size Sample { get; } = new(null, 0);

    /// <summary>
    /// The real data, whole: downloaded once, with words about size and licence, verified and kept. Where only people can download
    /// them, the error says how.
    /// </summary>
    public static Size Full { get; } = new(null, 0, isFull: true);

    /// <summary>Rows made by the simulator, now.</summary>
    /// <param name="rows">How many, at least 1.</param>
    /// <param name="seed">The same seed gives the same rows on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is below 1.</exception>
    /// <example><code>Datasets.Higgs.Load(Size.Simulated(100_000))</code></example>
    public static Size Simulated(int rows, long seed = 42)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return new Size(rows, seed);
    }

    /// <summary>Whether it is <see cref="Full"/>: ask this before <see cref="Rows"/>.</summary>
    public bool IsFull { get; }

    /// <summary>The number of simulated rows; null for the sample.</summary>
    /// <exception cref="NotSupportedException">
    /// It is <see cref="Full"/>, and whoever asks knows no way to load that: better an error than the sample in its place.
    /// </exception>
    public int? Rows => !IsFull ? _rows
        : throw new NotSupportedException("This data set cannot load Size.Full by itself. Pass the path of its files to Load instead.");

    /// <summary>The simulator's seed; 0 for the sample.</summary>
    public long Seed { get; }

    /// <summary>In words.</summary>
    public override string ToString() =>
        IsFull ? "full" : _rows is { } rows ? string.Create(CultureInfo.InvariantCulture, $"{rows:N0} simulated, seed {Seed}") : "sample";
}
