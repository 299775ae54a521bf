namespace HackLab.Learning;

/// <summary>Which shapes the components of a <see cref="GaussianMixture"/> may have.</summary>
public enum CovarianceKind
{
    /// <summary>Ellipsoids in any direction: d (d + 1) / 2 numbers each.</summary>
    Full,

    /// <summary>Ellipsoids along the axes: d variances each.</summary>
    Diagonal,
}

/// <summary>Settings of <see cref="GaussianMixture"/>; change them by <c>with</c>.</summary>
public sealed record GaussianMixtureOptions
{
    /// <summary>The number of normal distributions, from 1 to the number of rows.</summary>
    public int Components { get; init; } = 2;

    /// <summary>Which shapes they may have.</summary>
    public CovarianceKind Covariance { get; init; } = CovarianceKind.Full;

    /// <summary>The most rounds, at least 1.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>Done when a round raises the mean log likelihood of a row by less than this.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>What is added to every variance, at least 0, so that no component shrinks to a point.</summary>
    public double Regularization { get; init; } = 1e-6;

    /// <summary>The component of each row to begin with, shape [n]; null for the groups of <see cref="KMeans"/>.</summary>
    public IReadOnlyList<int>? StartFrom { get; init; }

    /// <summary>Another seed begins with other groups.</summary>
    public int Seed { get; init; } = 42;
}
