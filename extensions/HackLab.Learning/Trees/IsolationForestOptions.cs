namespace HackLab.Learning;

/// <summary>Settings of <see cref="IsolationForest"/>; change them by <c>with</c>.</summary>
public sealed record IsolationForestOptions
{
    /// <summary>How many trees, at least 1.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>How many rows each tree is grown on, drawn without replacement, at least 2; all if there are fewer.</summary>
    public int SampleSize { get; init; } = 256;

    /// <summary>The same seed gives the same forest on every machine.</summary>
    public long Seed { get; init; } = 42;
}
