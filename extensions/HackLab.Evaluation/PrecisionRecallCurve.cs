using HackLab.Charts;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// Precision against recall for every threshold, in the order of scikit-learn's <c>precision_recall_curve</c>: thresholds rise,
/// recall falls, and a last point (recall 0, precision 1) without a threshold closes the curve.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class PrecisionRecallCurve : IRichDisplay
{
    internal PrecisionRecallCurve(RankedScores ranked)
    {
        int n = ranked.Thresholds.Length;
        (Precision, Recall, Thresholds) = (new double[n + 1], new double[n + 1], new double[n]);
        for (int i = 0; i < n; i++)
        {
            int g = n - 1 - i;
            double found = ranked.TruePositives[g];
            Precision[i] = found / (found + ranked.FalsePositives[g]);
            Recall[i] = found / ranked.TruePositives[^1];
            Thresholds[i] = ranked.Thresholds[g];
        }
        Precision[n] = 1;
        AveragePrecision = ranked.AveragePrecision();
        ClassShare = ranked.TruePositives[^1] / (ranked.TruePositives[^1] + ranked.FalsePositives[^1]);
    }

    /// <summary>Of what is called class 1, the share that is, shape [points]; the last is 1.</summary>
    public double[] Precision { get; }

    /// <summary>Of class 1, the share that is found, falling from 1 to 0, shape [points].</summary>
    public double[] Recall { get; }

    /// <summary>The lowest score that counts as class 1 at each point, rising, shape [points − 1].</summary>
    public double[] Thresholds { get; }

    /// <summary>The area under the curve as a staircase, Σ (Rₙ − Rₙ₋₁) Pₙ.</summary>
    public double AveragePrecision { get; }

    /// <summary>The share of class 1 among all rows: the average precision of a score that knows nothing.</summary>
    public double ClassShare { get; }

    /// <summary>The best precision among the thresholds that find at least a share of class 1.</summary>
    /// <param name="recall">That share, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    /// <example><code>curve.PrecisionAt(recall: 0.9)</code></example>
    public double PrecisionAt(double recall)
    {
        if (!(recall >= 0 && recall <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(recall), recall, "A recall lies between 0 and 1.");
        }
        double best = 0;
        for (int i = 0; i < Thresholds.Length && Recall[i] >= recall; i++) best = Math.Max(best, Precision[i]);
        return best;
    }

    /// <summary>The curve, with the precision of a score that knows nothing.</summary>
    /// <param name="name">What the legend calls it, such as the model.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <example><code>curve.ToFigure("boosting")</code></example>
    public Figure ToFigure(string name = "this score", PrecisionRecallOptions? options = null) =>
        Chart.PrecisionRecall([ToSeries(name)], options);

    /// <summary>The curve to draw beside others: <c>Chart.PrecisionRecall([a.ToSeries("a"), b.ToSeries("b")])</c>.</summary>
    /// <param name="name">What the legend calls it.</param>
    public PrecisionRecallSeries ToSeries(string name) => new(name, Recall, Precision, AveragePrecision);

    /// <inheritdoc/>
    public string ToHtml() => ToFigure().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The curve in words.</summary>
    public override string ToString() => ToText();

    private Table Show()
    {
        double[] recalls = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];
        return new Table(
            Words.Of($"Precision and recall: average precision {AveragePrecision:0.000}"),
            [new TableColumn("recall at least", Align.Right, "P0"), new TableColumn("best precision", Align.Right, "P1")],
            [.. recalls.Select(recall => new object?[] { recall, PrecisionAt(recall) })],
            Words.Of($"A score that knows nothing has precision {ClassShare:0.000} everywhere, the share of class 1."));
    }
}
