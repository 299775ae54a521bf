using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// The approximate median significance for every cut on a score, and the best cut: events with at least that score are selected.
/// Made by <see cref="Metrics"/>.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class SelectionCut : IRichDisplay
{
    internal SelectionCut(RankedScores ranked, double signalScale, double backgroundScale, double regularisation)
    {
        int n = ranked.Thresholds.Length;
        (Thresholds, Values) = (ranked.Thresholds, new double[n]);
        int best = 0;
        for (int g = 0; g < n; g++)
        {
            (double s, double b) = (ranked.TruePositives[g] * signalScale, ranked.FalsePositives[g] * backgroundScale);
            Values[g] = Metrics.Ams(s, b, regularisation);
            if (Values[g] > Values[best]) best = g;
        }
        (Ams, Threshold) = (Values[best], Thresholds[best]);
        (Signal, Background) = (ranked.TruePositives[best] * signalScale, ranked.FalsePositives[best] * backgroundScale);
        SignalEfficiency = ranked.TruePositives[best] / ranked.TruePositives[^1];
        BackgroundEfficiency = ranked.FalsePositives[best] / ranked.FalsePositives[^1];
    }

    /// <summary>The largest significance, in standard deviations.</summary>
    public double Ams { get; }

    /// <summary>The lowest score that the best cut selects; of equally good cuts the strictest.</summary>
    public double Threshold { get; }

    /// <summary>Expected signal events that the best cut selects.</summary>
    public double Signal { get; }

    /// <summary>Expected background events that the best cut selects.</summary>
    public double Background { get; }

    /// <summary>The share of all signal that the best cut selects.</summary>
    public double SignalEfficiency { get; }

    /// <summary>The share of all background that the best cut selects.</summary>
    public double BackgroundEfficiency { get; }

    /// <summary>Every cut, from the strictest on: the lowest selected score, shape [cuts].</summary>
    public IReadOnlyList<double> Thresholds { get; }

    /// <summary>The significance of each cut, shape [cuts]; to draw against <see cref="Thresholds"/>.</summary>
    public double[] Values { get; }

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>For example <c>AMS 3.270 at scores of at least 0.871</c>.</summary>
    public override string ToString() => Words.Of($"AMS {Ams:0.000} at scores of at least {Threshold:0.####}");

    private Table Show() => new(
        ToString(),
        [
            new TableColumn(""), new TableColumn("selected (expected events)", Align.Right, "#,0.0"),
            new TableColumn("share", Align.Right, "P1"),
        ],
        [["signal", Signal, SignalEfficiency], ["background", Background, BackgroundEfficiency]],
        "The best of many cuts is a little lucky: choose it on validation events, and measure it on others.");
}
