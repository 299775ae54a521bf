namespace HackLab.Learning;

/// <summary>Settings of <see cref="GradientBoostingRegressor"/>; change them by <c>with</c>.</summary>
public sealed record GradientBoostingRegressorOptions : GradientBoostingOptions
{
    /// <summary>What is made small.</summary>
    public RegressionLoss Loss { get; init; } = RegressionLoss.Squared;

    /// <summary>For <see cref="RegressionLoss.Quantile"/>: the share of targets that shall lie below the prediction, between 0 and 1.</summary>
    public double Quantile { get; init; } = 0.5;

    /// <summary>The numbers to predict for the rows of <see cref="GradientBoostingOptions.Validation"/>, shape [rows].</summary>
    public float[]? ValidationTargets { get; init; }
}

/// <summary>What a regression makes small.</summary>
public enum RegressionLoss
{
    /// <summary>The mean of (yHat − y)²: predicts means.</summary>
    Squared,

    /// <summary>The mean of |yHat − y|: predicts medians, which a few far-off targets do not move.</summary>
    Absolute,

    /// <summary>The pinball loss, q (y − yHat) above the prediction and (1 − q)(yHat − y) below it: predicts the q-quantile.</summary>
    Quantile,
}
