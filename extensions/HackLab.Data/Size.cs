using System.Globalization;

namespace HackLab.Data;

/// <summary>How much data to load: the embedded sample, or as many simulated rows as asked for.</summary>
public sealed record Size
{
    private Size(int? rows, long seed) => (Rows, Seed) = (rows, seed);

    /// <summary>The small sample that comes with the library: needs no file and no network, and loads at once.</summary>
    public static Size Sample { get; } = new(null, 0);

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

    /// <summary>The number of simulated rows; null for the sample.</summary>
    public int? Rows { get; }

    /// <summary>The simulator's seed; 0 for the sample.</summary>
    public long Seed { get; }

    /// <summary>In words.</summary>
    public override string ToString() =>
        Rows is { } rows ? string.Create(CultureInfo.InvariantCulture, $"{rows:N0} simulated, seed {Seed}") : "sample";
}
