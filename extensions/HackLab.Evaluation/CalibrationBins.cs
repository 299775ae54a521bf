namespace HackLab.Evaluation;

/// <summary>How probabilities are put into bins.</summary>
public enum CalibrationBins
{
    /// <summary>Bins of equal width from 0 to 1.</summary>
    Uniform,

    /// <summary>Bins with equally many rows, their edges at quantiles of the probabilities.</summary>
    Quantile,
}
