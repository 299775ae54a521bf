using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Two models on the same rows, and how far their difference might be off by chance.</summary>
/// <param name="A">The metric of the first.</param>
/// <param name="B">The metric of the second.</param>
/// <param name="Difference">A − B; if its interval does not hold 0, one is better on more than these rows.</param>
/// <param name="PValue">How often chance alone would show such a difference, from both sides, if there were none.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record PairedDifference(Interval A, Interval B, Interval Difference, double PValue) : IRichDisplay
{
    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>For example <c>A − B: 0.021 (95 % interval 0.004 to 0.038), p = 0.014</c>.</summary>
    public override string ToString() => Words.Of($"A − B: {Difference}, {Words.P(PValue)}");

    private Table Show() => new(
        Words.Of($"A − B over {Difference.Resamples} redraws of the same rows: {Words.P(PValue)}"),
        ["", "value", Words.Of($"{100 * A.Level:0.##} % interval from"), "to"],
        [
            ["A", A.Value, A.Low, A.High], ["B", B.Value, B.Low, B.High],
            ["A − B", Difference.Value, Difference.Low, Difference.High],
        ],
        Difference.Low > 0 || Difference.High < 0
            ? "The interval of the difference does not hold 0."
            : "The interval of the difference holds 0: it may be chance.");
}
