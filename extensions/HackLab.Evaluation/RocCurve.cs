using HackLab.Charts;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// A receiver operating characteristic: for every threshold, the share of class 1 found and the share of class 0 wrongly called
/// class 1. Points on a straight line between their neighbours are left out, as scikit-learn's <c>roc_curve</c> does.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class RocCurve : IRichDisplay
{
    internal RocCurve(RankedScores ranked)
    {
        (double[] fp, double[] tp) = (ranked.FalsePositives, ranked.TruePositives);
        // A point is a corner where the steps to it and from it differ; the first and the last stay, as in scikit-learn.
        bool Corner(int i) => i == 0 || i == fp.Length - 1
            || fp[i + 1] - fp[i] != fp[i] - fp[i - 1] || tp[i + 1] - tp[i] != tp[i] - tp[i - 1];
        var kept = new List<int>();
        for (int i = 0; i < fp.Length; i++) if (Corner(i)) kept.Add(i);
        (Fpr, Tpr, Thresholds) = (new double[kept.Count + 1], new double[kept.Count + 1], new double[kept.Count + 1]);
        Thresholds[0] = double.PositiveInfinity;
        for (int p = 1; p < Fpr.Length; p++)
        {
            int i = kept[p - 1];
            (Fpr[p], Tpr[p], Thresholds[p]) = (fp[i] / fp[^1], tp[i] / tp[^1], ranked.Thresholds[i]);
        }
        Auc = ranked.Area();
    }

    /// <summary>False positive rates, rising from 0 to 1, shape [points].</summary>
    public double[] Fpr { get; }

    /// <summary>True positive rates, rising from 0 to 1, shape [points].</summary>
    public double[] Tpr { get; }

    /// <summary>The lowest score that counts as class 1 at each point, falling from infinity, shape [points].</summary>
    public double[] Thresholds { get; }

    /// <summary>The area under the curve: 0.5 for a score that knows nothing, 1 for a perfect one.</summary>
    public double Auc { get; }

    /// <summary>The curve over its shaded area, with the diagonal of chance.</summary>
    /// <param name="name">What the legend calls it, such as the model.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <example><code>roc.ToFigure("logistic regression", new() { ClassNames = test.ClassNames })</code></example>
    public Figure ToFigure(string name = "this score", RocOptions? options = null) =>
        Chart.Roc([ToSeries(name)], options);

    /// <summary>The curve to draw beside others: <c>Chart.Roc([a.ToSeries("a"), b.ToSeries("b")])</c>.</summary>
    /// <param name="name">What the legend calls it.</param>
    public RocSeries ToSeries(string name) => new(name, Fpr, Tpr, Auc);

    /// <inheritdoc/>
    public string ToHtml() => ToFigure().ToHtml();

    /// <inheritdoc/>
    public string ToText() => ToFigure().ToText();

    /// <summary>The curve in words.</summary>
    public override string ToString() => ToText();
}
