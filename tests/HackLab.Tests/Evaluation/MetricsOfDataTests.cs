using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Evaluation;

/// <summary>The metrics that take labelled rows agree with those that take labels.</summary>
[Collection(HostHooks.Name)]
public class MetricsOfDataTests
{
    private static readonly TabularData Rows = new(
        "toy", [new Feature("up"), new Feature("down")], [1, 9, 2, 8, 3, 7, 4, 6], [0, 0, 1, 1], ["no", "yes"]);

    private static readonly float[] Score = [0.1f, 0.6f, 0.4f, 0.8f];

    [Fact]
    public void Area_curve_and_interval_take_the_labels_from_the_data()
    {
        Assert.Equal(0.75, Metrics.Auc(Rows, Score));   // of 4 pairs, (0.6, 0.4) is in the wrong order
        Assert.Equal(0.75, Metrics.Roc(Rows, Score).Auc);
        Assert.Equal(Metrics.BootstrapInterval(Rows.Y, Score, resamples: 50), Metrics.Auc(Rows, Score, draws: 50));
    }

    [Fact]
    public void Without_a_score_each_feature_is_one()
    {
        IReadOnlyDictionary<string, double> areas = Metrics.Auc(Rows);
        Assert.Equal(["up", "down"], areas.Keys);
        Assert.Equal([1.0, 0.0], areas.Values);
    }

    [Fact]
    public void Scores_are_compared_in_one_figure_under_their_names()
    {
        RocComparison both = Metrics.Roc(Rows, ("good", Score), ("perfect", Rows.Column("up")));
        Assert.Equal([0.75, 1.0], both.Curves.Select(curve => curve.Auc));
        Assert.Contains("good: area 0.750", both.ToText(), StringComparison.Ordinal);
        Assert.Contains("perfect: area 1.000", both.ToText(), StringComparison.Ordinal);
        Assert.Contains("yes found", both.ToHtml(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Metrics.Roc(Rows, Array.Empty<(string, float[])>()));
    }

    [Fact]
    public void The_threshold_itself_counts_as_class_1_and_the_matrix_says_what_is_kept_and_right()
    {
        ConfusionMatrix matrix = Metrics.ConfusionMatrix(Rows, Score, threshold: 0.4);
        Assert.Equal(new long[,] { { 1, 1 }, { 0, 2 } }, matrix.Counts);
        Assert.Contains("yes kept: 100.0 % · right among those called yes: 66.7 %", matrix.ToText(), StringComparison.Ordinal);
        Assert.Contains("none called so", Metrics.ConfusionMatrix(Rows, Score, threshold: 2).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_and_reports_take_labels_and_names_from_the_data()
    {
        Assert.Equal(Metrics.AveragePrecision(Rows.Y, Score), Metrics.PrecisionRecall(Rows, Score).AveragePrecision);
        Assert.Equal(Metrics.Calibration(Rows.Y, Score, 4).ExpectedError, Metrics.Calibration(Rows, Score, bins: 4).ExpectedError);
        ClassificationReport report = Metrics.ClassificationReport(Rows, [0, 1, 1, 1]);
        Assert.Equal(["no", "yes"], report.Classes.Select(c => c.Name));
        Assert.Equal(0.75, report.Accuracy);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("4 labels and 1 scores", Assert.Throws<ArgumentException>(() => Metrics.Auc(Rows, [1f])).Message, StringComparison.Ordinal);
        Assert.Contains("Score 1 is not a number", Assert.Throws<ArgumentException>(() => Metrics.ConfusionMatrix(Rows, [1, float.NaN, 1, 1])).Message, StringComparison.Ordinal);
    }
}
