namespace HackLab.Learning;

/// <summary>What a <see cref="LinearRegression"/> adds to the squared errors, so that coefficients stay small. n is the number of rows.</summary>
public enum Penalty
{
    /// <summary>Nothing: least squares.</summary>
    None,

    /// <summary>Ridge regression: Σ(y − ŷ)² + α Σw², as scikit-learn's <c>Ridge</c>.</summary>
    Ridge,

    /// <summary>Lasso: Σ(y − ŷ)² / (2n) + α Σ|w|, as scikit-learn's <c>Lasso</c>; many coefficients become exactly 0.</summary>
    Lasso,

    /// <summary>
    /// Elastic net, with r = <see cref="LinearRegressionOptions.L1Ratio"/>: Σ(y − ŷ)² / (2n) + α (r Σ|w| + ½ (1 − r) Σw²), as
    /// scikit-learn's <c>ElasticNet</c>.
    /// </summary>
    ElasticNet,
}

/// <summary>Settings of <see cref="LinearRegression"/>; change them by <c>with</c>.</summary>
public sealed record LinearRegressionOptions
{
    /// <summary>What is added to the squared errors.</summary>
    public Penalty Penalty { get; init; } = Penalty.None;

    /// <summary>α, how strong the penalty is, at least 0.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>The share of Σ|w| in <see cref="Penalty.ElasticNet"/>, from 0 to 1.</summary>
    public double L1Ratio { get; init; } = 0.5;

    /// <summary>Whether there is a b; without, the line goes through the origin.</summary>
    public bool HasIntercept { get; init; } = true;

    /// <summary>The most rounds over all coefficients that lasso and elastic net take, at least 1.</summary>
    public int MaxIterations { get; init; } = 10_000;

    /// <summary>Lasso and elastic net are done when a round moves no prediction by more than this share of y's spread.</summary>
    public double Tolerance { get; init; } = 1e-10;
}
