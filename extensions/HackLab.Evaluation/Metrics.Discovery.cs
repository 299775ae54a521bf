using HackLab.Data;
using HackLab.Evaluation.Internals;
using MathNet.Numerics;

namespace HackLab.Evaluation;

/// <summary>What counts when signal is searched among background: how far selected events stand above chance.</summary>
public static partial class Metrics
{
    /// <summary>
    /// The approximate median significance of the ATLAS Higgs challenge, √(2((s + b + b_reg) ln(1 + s / (b + b_reg)) − s))
    /// (C. Adam-Bourdarios et al., "Learning to discover: the Higgs boson machine learning challenge", 2014, equation 7).
    /// </summary>
    /// <param name="signal">s, expected signal events selected, at least 0.</param>
    /// <param name="background">b, expected background events selected, at least 0.</param>
    /// <param name="regularisation">
    /// b_reg, at least 0; the challenge takes 10, so that a cut that leaves nearly nothing does not win by luck.
    /// </param>
    /// <returns>In standard deviations; 0 without signal, infinite if b + b_reg is 0 and there is signal.</returns>
    /// <exception cref="ArgumentException">A number is negative or not finite.</exception>
    /// <example><code>Metrics.Ams(signal: 250, background: 5000)   // 3.50</code></example>
    public static double Ams(double signal, double background, double regularisation = 10)
    {
        CheckCount(signal, nameof(signal));
        CheckCount(background, nameof(background));
        CheckCount(regularisation, nameof(regularisation));
        double b = background + regularisation;
        if (signal == 0) return 0;
        if (b == 0) return double.PositiveInfinity;
        // For little signal the two terms nearly cancel; with x = s/b it is 2b((1 + x) log1p(x) − x).
        return Math.Sqrt(2 * b * ExcessLog(signal / b));
    }

    /// <summary>
    /// The best cut on a score by <see cref="Ams"/>, found in one pass over the sorted scores.
    /// </summary>
    /// <param name="y">1 for signal, 0 for background, both present, shape [n].</param>
    /// <param name="score">Scores, higher for signal, all finite, shape [n].</param>
    /// <param name="weights">Expected events that each row stands for, at least 0, shape [n]; empty for 1 each.</param>
    /// <param name="signalTotal">
    /// What the weights of all signal rows shall add up to, where the rows are part of a set (the challenge: 691.99); null to
    /// leave them.
    /// </param>
    /// <param name="backgroundTotal">The same for background rows (the challenge: 410,999.85); null to leave them.</param>
    /// <param name="regularisation">b_reg, at least 0.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, one class only, a score is not finite, or a number is negative.
    /// </exception>
    /// <example><code>Metrics.BestAms(y, score, weights, signalTotal: 691.99, backgroundTotal: 410999.85)</code></example>
    public static SelectionCut BestAms(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, ReadOnlySpan<double> weights = default, double? signalTotal = null,
        double? backgroundTotal = null, double regularisation = 10)
    {
        double[] wide = BinaryInput.Widen(score);
        BinaryInput.Check(y, wide, weights);
        CheckCount(regularisation, nameof(regularisation));
        if (signalTotal is { } s) CheckCount(s, nameof(signalTotal));
        if (backgroundTotal is { } b) CheckCount(b, nameof(backgroundTotal));
        RankedScores ranked = RankedScores.Of(y, wide, weights);
        return new SelectionCut(
            ranked, signalTotal / ranked.TruePositives[^1] ?? 1, backgroundTotal / ranked.FalsePositives[^1] ?? 1,
            regularisation);
    }

    /// <inheritdoc cref="BestAms(ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{double}, double?, double?, double)"/>
    /// <param name="data">Rows of two classes, background first, with their weights; n rows.</param>
    /// <param name="score">Scores, higher for signal, all finite, shape [n].</param>
    /// <param name="signalTotal">What the weights of all signal rows shall add up to; null to leave them.</param>
    /// <param name="backgroundTotal">The same for background rows; null to leave them.</param>
    /// <param name="regularisation">b_reg, at least 0.</param>
    public static SelectionCut BestAms(
        TabularData data, float[] score, double? signalTotal = null, double? backgroundTotal = null, double regularisation = 10)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(score);
        return BestAms(data.Y, score, data.Weights, signalTotal, backgroundTotal, regularisation);
    }

    /// <summary>The significance of a count, s / √b: how many standard deviations of the background the signal is.</summary>
    /// <param name="signal">s, expected signal events, at least 0.</param>
    /// <param name="background">b, expected background events, at least 0.</param>
    /// <returns>
    /// In standard deviations; good where s is much smaller than b. 0 without signal, infinite without background.
    /// </returns>
    /// <exception cref="ArgumentException">A number is negative or not finite.</exception>
    /// <example><code>Metrics.Significance(signal: 10, background: 100)   // 1</code></example>
    public static double Significance(double signal, double background)
    {
        CheckCount(signal, nameof(signal));
        CheckCount(background, nameof(background));
        return signal == 0 ? 0 : signal / Math.Sqrt(background);
    }

    /// <summary>
    /// The median significance of a count by the Asimov data set, √(2((s + b) ln(1 + s/b) − s)) (G. Cowan et al., 2011,
    /// equation 97); with an uncertain background σ,
    /// √(2((s + b) ln((s + b)(b + σ²) / (b² + (s + b)σ²)) − b²/σ² ln(1 + σ²s / (b(b + σ²))))) (G. Cowan, 2012).
    /// </summary>
    /// <param name="signal">s, expected signal events, at least 0.</param>
    /// <param name="background">b, expected background events, at least 0.</param>
    /// <param name="backgroundError">σ, the standard deviation of b, at least 0.</param>
    /// <returns>In standard deviations; 0 without signal, infinite without background.</returns>
    /// <exception cref="ArgumentException">A number is negative or not finite.</exception>
    /// <example><code>Metrics.AsimovSignificance(signal: 10, background: 100)   // 0.984</code></example>
    public static double AsimovSignificance(double signal, double background, double backgroundError = 0)
    {
        CheckCount(backgroundError, nameof(backgroundError));
        if (backgroundError == 0 || background == 0 || signal == 0) return Ams(signal, background, 0);
        CheckCount(signal, nameof(signal));
        CheckCount(background, nameof(background));
        double s = signal, b = background, v = backgroundError * backgroundError;
        // Both logarithms are of 1 + a number that may be tiny: (s + b)(b + σ²) = b² + (s + b)σ² + s b.
        double first = (s + b) * SpecialFunctions.Log1p(s * b / ((b * b) + ((s + b) * v)));
        double second = b * b / v * SpecialFunctions.Log1p(v * s / (b * (b + v)));
        return Math.Sqrt(Math.Max(0, 2 * (first - second)));
    }

    /// <summary>
    /// The signal efficiency at a fixed background rejection: the loosest cut that rejects at least that share.
    /// </summary>
    /// <param name="y">1 for signal, 0 for background, both present, shape [n].</param>
    /// <param name="score">Scores, higher for signal, all finite, shape [n].</param>
    /// <param name="backgroundRejection">The share of background to reject, from 0 to 1.</param>
    /// <param name="weights">How much each row counts, at least 0, shape [n]; empty if all count the same.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, one class only, a score is not finite, or the share is out of range.
    /// </exception>
    /// <example><code>Metrics.SignalEfficiency(test.Y, score, backgroundRejection: 0.99).SignalEfficiency</code></example>
    public static WorkingPoint SignalEfficiency(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, double backgroundRejection, ReadOnlySpan<double> weights = default)
    {
        RankedScores ranked = RankedForCut(y, score, backgroundRejection, weights, nameof(backgroundRejection));
        int last = -1;
        while (last + 1 < ranked.Thresholds.Length && ranked.RejectionAt(last + 1) >= backgroundRejection) last++;
        return ranked.PointAt(last);
    }

    /// <summary>
    /// The background rejection at a fixed signal efficiency: the strictest cut that keeps at least that share.
    /// </summary>
    /// <param name="y">1 for signal, 0 for background, both present, shape [n].</param>
    /// <param name="score">Scores, higher for signal, all finite, shape [n].</param>
    /// <param name="signalEfficiency">The share of signal to keep, from 0 to 1.</param>
    /// <param name="weights">How much each row counts, at least 0, shape [n]; empty if all count the same.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, one class only, a score is not finite, or the share is out of range.
    /// </exception>
    /// <example><code>Metrics.BackgroundRejection(test.Y, score, signalEfficiency: 0.5).RejectionFactor</code></example>
    public static WorkingPoint BackgroundRejection(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, double signalEfficiency, ReadOnlySpan<double> weights = default)
    {
        RankedScores ranked = RankedForCut(y, score, signalEfficiency, weights, nameof(signalEfficiency));
        int first = -1;
        while (ranked.EfficiencyAt(first) < signalEfficiency && first + 1 < ranked.Thresholds.Length) first++;
        return ranked.PointAt(first);
    }

    private static RankedScores RankedForCut(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, double share, ReadOnlySpan<double> weights, string name)
    {
        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentException(
                Words.Of($"{name} is a share from 0 to 1, but it is {share}."), name);
        }
        double[] wide = BinaryInput.Widen(score);
        BinaryInput.Check(y, wide, weights);
        return RankedScores.Of(y, wide, weights);
    }

    /// <summary>(1 + x) ln(1 + x) − x, by its series where the terms would cancel: x²/2 − x³/6 + x⁴/12 − …</summary>
    private static double ExcessLog(double x)
    {
        if (x > 0.01) return ((1 + x) * Math.Log(1 + x)) - x;
        double sum = 0, power = x;
        for (int k = 2; k < 12; k++)
        {
            power *= -x;
            sum -= power / (k * (k - 1));
        }
        return sum;
    }

    private static void CheckCount(double count, string name)
    {
        if (count >= 0 && double.IsFinite(count)) return;
        throw new ArgumentException(Words.Of($"{name} must be finite and at least 0, but it is {count}."), name);
    }
}
