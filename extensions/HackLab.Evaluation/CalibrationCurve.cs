using HackLab.Charts;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// Whether probabilities can be believed: among rows that were given about a probability, how often it came true. Bins without
/// rows are left out, as scikit-learn's <c>calibration_curve</c> does.
/// </summary>
/// <param name="Predicted">The mean probability of each bin, shape [bins].</param>
/// <param name="Observed">The share of class 1 in each bin, shape [bins].</param>
/// <param name="Weight">How much weight each bin has, its rows where they all count the same, shape [bins].</param>
/// <param name="Counts">How many rows each bin has, shape [bins].</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record CalibrationCurve(
    IReadOnlyList<double> Predicted, IReadOnlyList<double> Observed, IReadOnlyList<double> Weight, IReadOnlyList<long> Counts)
    : IRichDisplay
{
    /// <summary>
    /// The expected calibration error, Σ share of the bin · |observed − predicted| (C. Guo et al., 2017, equation 3): 0 if every
    /// probability is as good as it says.
    /// </summary>
    public double ExpectedError => Gaps().Zip(Weight, (gap, weight) => gap * weight).Sum() / Weight.Sum();

    /// <summary>The largest |observed − predicted| of a bin (the same paper, equation 5).</summary>
    public double LargestError => Gaps().Max();

    /// <summary>What was promised against what came true, with the rows of each bin below.</summary>
    /// <param name="name">What the legend calls it, such as the model.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <example><code>Metrics.Calibration(test.Y, score).ToFigure("boosting")</code></example>
    public Figure ToFigure(string name = "this score", CalibrationOptions? options = null) => Chart.Calibration([ToSeries(name)], options);

    /// <summary>The curve to draw beside others: <c>Chart.Calibration([a.ToSeries("a"), b.ToSeries("b")])</c>.</summary>
    /// <param name="name">What the legend calls it.</param>
    public CalibrationSeries ToSeries(string name) => new(name, Predicted, Observed, Counts);

    /// <inheritdoc/>
    public string ToHtml() => ToFigure().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The curve in words.</summary>
    public override string ToString() => ToText();

    private IEnumerable<double> Gaps() => Observed.Zip(Predicted, (observed, predicted) => Math.Abs(observed - predicted));

    private Table Show() => new(
        Words.Of($"Calibration: expected error {ExpectedError:0.000}, largest {LargestError:0.000}"),
        [
            new TableColumn("said (mean probability)", Align.Right, "0.000"), new TableColumn("came true", Align.Right, "0.000"),
            new TableColumn("rows", Align.Right),
        ],
        [.. Predicted.Select((p, i) => new object?[] { p, Observed[i], Counts[i] })],
        "Below \"said\": too sure of class 1. Above: not sure enough.");
}
