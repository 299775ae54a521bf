namespace HackLab.Learning;

/// <summary>What a regression makes small.</summary>
public enum RegressionLoss
{
    /// <summary>The mean of (yHat − y)²: predicts means.</summary>
    Squared,

    /// <summary>The mean of |yHat − y|: predicts medians, which a few far-off targets do not move.</summary>
    Absolute,

    /// <summary>
    /// The pinball loss, q (y − yHat) above the prediction and (1 − q)(yHat − y) below it: predicts the q-quantile.
    /// </summary>
    Quantile,
}
