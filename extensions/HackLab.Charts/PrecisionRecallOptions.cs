namespace HackLab.Charts;

/// <summary>Settings of precision-recall curves.</summary>
public sealed record PrecisionRecallOptions : FigureOptions
{
    /// <summary>What the positive class is called.</summary>
    public string PositiveName { get; init; } = "signal";

    /// <summary>
    /// The share of positive rows, from 0 to 1: the precision of a score that knows nothing. Null to leave it out.
    /// </summary>
    public double? Prevalence { get; init; }
}
