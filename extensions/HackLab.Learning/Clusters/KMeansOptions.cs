namespace HackLab.Learning;

/// <summary>Settings of <see cref="KMeans"/>; change them by <c>with</c>.</summary>
public sealed record KMeansOptions
{
    /// <summary>k, the number of groups, from 1 to the number of rows.</summary>
    public int Clusters { get; init; } = 8;

    /// <summary>How often to begin anew, at least 1; the best is kept.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>The most rounds of each beginning, at least 1.</summary>
    public int MaxIterations { get; init; } = 300;

    /// <summary>
    /// Done when the squared way of all centers in a round is at most this share of the mean variance of a feature, or no row
    /// changes its group.
    /// </summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Centers to begin with, shape [k, d], in place of random ones; there is then no restart. Null for k-means++.</summary>
    public IReadOnlyList<float>? Centers { get; init; }

    /// <summary>Another seed begins elsewhere.</summary>
    public int Seed { get; init; } = 42;
}
