using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>What a paired test of two models found.</summary>
/// <param name="Test">How it was tested.</param>
/// <param name="A">The metric of the first model.</param>
/// <param name="B">The metric of the second.</param>
/// <param name="PValue">
/// How often chance alone would show such a difference, in either direction, if they were equally good.
/// </param>
/// <param name="Shuffles">How many ways were tried.</param>
public sealed record PairedTestResult(string Test, double A, double B, double PValue, int Shuffles)
{
    /// <summary>A − B.</summary>
    public double Difference => A - B;

    /// <summary>For example <c>0.786 − 0.687 = 0.099, p = 0.0001 (permutations, 10000 ways)</c>.</summary>
    public override string ToString() =>
        Words.Of($"{A:0.0000} − {B:0.0000} = {Difference:0.0000}, {Words.P(PValue)} ({Test}, {Shuffles} ways)");
}
