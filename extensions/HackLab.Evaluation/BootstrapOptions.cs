namespace HackLab.Evaluation;

/// <summary>Settings of <see cref="Bootstrap"/>; change them by <c>with</c>.</summary>
public sealed record BootstrapOptions
{
    /// <summary>How many redraws, at least 20.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>How often the interval shall hold the true value, above 0 and below 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Another seed gives slightly other ends; the same seed gives the same ones for any number of threads.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>
    /// The stratum of each row, for example its class: every redraw then has as many rows of each as there are. Null draws from
    /// all rows alike. Shape [n].
    /// </summary>
    public IReadOnlyList<int>? Strata { get; init; }

    /// <summary>
    /// How many threads call the metric at once, 0 for one per core; 1 if the metric changes anything outside itself.
    /// </summary>
    public int Threads { get; init; }
}
