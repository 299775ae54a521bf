using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>What McNemar's test found.</summary>
/// <param name="AccuracyA">The share that the first has right.</param>
/// <param name="AccuracyB">The share that the second has right.</param>
/// <param name="OnlyA">Rows that only the first has right.</param>
/// <param name="OnlyB">Rows that only the second has right.</param>
/// <param name="PValue">How often chance alone would split these rows so unevenly.</param>
/// <param name="ChiSquared">
/// (|OnlyA − OnlyB| − 1)² / (OnlyA + OnlyB), the older statistic with continuity correction; 0 if no row tells them apart.
/// </param>
public sealed record McNemarResult(double AccuracyA, double AccuracyB, int OnlyA, int OnlyB, double PValue, double ChiSquared)
{
    /// <summary>For example <c>0.720 against 0.685: 41 rows only A right, 27 only B, p = 0.1147</c>.</summary>
    public override string ToString() =>
        Words.Of($"{AccuracyA:0.000} against {AccuracyB:0.000}: {OnlyA} rows only A right, {OnlyB} only B, {Words.P(PValue)}");
}
