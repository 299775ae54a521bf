namespace HackLab.Learning;

/// <summary>Settings of <see cref="GradientBoostingRegressor"/>; change them by <c>with</c>.</summary>
public sealed record GradientBoostingRegressorOptions : GradientBoostingOptions
{
    /// <summary>What is made small.</summary>
    public RegressionLoss Loss { get; init; } = RegressionLoss.Squared;

    /// <summary>
    /// For <see cref="RegressionLoss.Quantile"/>: the share of targets that shall lie below the prediction, between 0 and 1.
    /// </summary>
    public double Quantile { get; init; } = 0.5;

    /// <summary>The numbers to predict for the rows of <see cref="GradientBoostingOptions.Validation"/>, shape [rows].</summary>
    public float[]? ValidationTargets { get; init; }
}
