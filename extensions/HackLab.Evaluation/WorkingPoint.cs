using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>One cut on a score: rows with at least the threshold are selected.</summary>
/// <param name="Threshold">The lowest score that is selected; infinite if nothing is.</param>
/// <param name="SignalEfficiency">The share of class 1 that is selected.</param>
/// <param name="BackgroundRejection">The share of class 0 that is not selected.</param>
public sealed record WorkingPoint(double Threshold, double SignalEfficiency, double BackgroundRejection)
{
    /// <summary>How many background rows there are for each one selected, 1 / (1 − rejection); infinite if none is.</summary>
    public double RejectionFactor => 1 / (1 - BackgroundRejection);

    /// <summary>For example <c>signal kept 62.1 %, background rejected 99.0 % (scores of at least 0.871)</c>.</summary>
    public override string ToString() =>
        Words.Of($"signal kept {100 * SignalEfficiency:0.0} %, background rejected {100 * BackgroundRejection:0.0#} % (scores of at ")
        + Words.Of($"least {Threshold:0.####})");
}
