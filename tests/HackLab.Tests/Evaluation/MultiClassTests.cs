using FsCheck;
using FsCheck.Fluent;
using HackLab.Evaluation;
using Xunit;

namespace HackLab.Tests.Evaluation;

/// <summary>What the reference files do not hold: refusals, ties at random, large inputs, and what is shown.</summary>
public class MultiClassTests
{
    [Fact]
    public void What_is_not_defined_is_refused_with_its_reason()
    {
        Assert.Contains("No row is of class 2", Message(() => Metrics.Auc([0, 1], [1f, 0, 0, 0, 1, 0], classes: 3)), StringComparison.Ordinal);
        Assert.Contains("3 classes, and Average.Binary is for two", Message(() => Metrics.Auc([0], [1f, 0, 0], 3, Average.Binary)), StringComparison.Ordinal);
        Assert.Contains("choose Macro, Micro or Weighted", Message(() => Metrics.F1([0, 2], [0, 1])), StringComparison.Ordinal);
        Assert.Contains("before the softmax", Message(() => Metrics.LogLoss([0], [2f, -1f], classes: 2)), StringComparison.Ordinal);
        Assert.Contains("add up to 0.5", Message(() => Metrics.BrierScore([0], [0.25f, 0.25f], classes: 2)), StringComparison.Ordinal);
        Assert.Contains("need 6 scores", Message(() => Metrics.TopKAccuracy([0, 1], [1f], classes: 3)), StringComparison.Ordinal);
        Assert.Contains("recall is not defined", Message(() => Metrics.AveragePrecision([0, 0], [1f, 2f])), StringComparison.Ordinal);
        Assert.Contains("0, 1 or NaN", Message(() => Metrics.Precision([0, 1], [0, 1], zeroDivision: 0.5)), StringComparison.Ordinal);
        Assert.Contains("one row only", Message(() => Metrics.R2([1f], [1f])), StringComparison.Ordinal);
        Assert.Contains("2 to n − 1 clusters", Message(() => Metrics.Silhouette([1f, 2f], [0, 0])), StringComparison.Ordinal);
        Assert.Contains("no whole number of features", Message(() => Metrics.Silhouette([1f, 2f, 3f], [0, 1])), StringComparison.Ordinal);
        Assert.True(double.IsNaN(Metrics.MeanSquaredError([1f, float.NaN], [1f, 1f])));
        Assert.True(double.IsNaN(Metrics.R2([1f, 2f], [1f, float.NaN])));
    }

    [Fact]
    public void A_class_without_a_value_is_left_out_of_the_mean_where_asked()
    {
        // Class 2 is never called: its precision is 0/0. As scikit-learn from 1.3 on with zero_division=nan.
        int[] y = [0, 0, 1, 2], yHat = [0, 1, 1, 1];
        Assert.Equal((1 + (1 / 3.0)) / 3, Metrics.Precision(y, yHat, Average.Macro), 12);
        Assert.Equal((1 + (1 / 3.0)) / 2, Metrics.Precision(y, yHat, Average.Macro, double.NaN), 12);
        Assert.Equal(((2 * 1) + (1 / 3.0)) / 3, Metrics.Precision(y, yHat, Average.Weighted, double.NaN), 12);
        Assert.True(double.IsNaN(Metrics.PerClass(y, yHat, 3, zeroDivision: double.NaN)[2].Precision));
    }

    [Fact]
    public void Areas_from_ranks_and_from_the_curve_are_the_same_number()
    {
        Gen<(int[], float[])> rows = Gen.Elements(-1f, -0f, 0f, 0.25f, 1e-30f, -1e-30f, 7f, float.MaxValue, float.MinValue)
            .Zip(Gen.Elements(0, 1)).ListOf().Where(list => list.Select(one => one.Item2).Distinct().Count() == 2)
            .Select(list => (list.Select(one => one.Item2).ToArray(), list.Select(one => one.Item1).ToArray()));
        Prop.ForAll(rows.ToArbitrary(), one =>
        {
            (int[] y, float[] score) = one;
            double area = Metrics.Auc(y, score);
            double[] wide = [.. score.Select(s => (double)s)], beyond = [.. wide.Select(s => s / 3)];
            return area == Metrics.Roc(y, score).Auc && area == Metrics.Auc(y, wide) && area == Metrics.Roc(y, beyond).Auc
                && area == Metrics.Auc(y, beyond) && Math.Abs(area - Metrics.Auc(y, wide, [.. wide.Select(_ => 2.5)])) < 1e-12;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Many_scores_on_two_threads_give_the_area_of_the_curve()
    {
        var random = new HackLab.Simulation.Numerics.SeededRandom(1);
        int[] y = [.. Enumerable.Range(0, 120_000).Select(_ => random.NextInt(2))];
        float[] score = [.. y.Select(label => (float)(random.NextNormal() + label))];
        Assert.Equal(Metrics.Roc(y, score).Auc, Metrics.Auc(y, score), 12);
        // Two normal distributions one σ apart: Φ(1/√2).
        Assert.Equal(0.7602, Metrics.Auc(y, score), 0.005);
    }

    [Fact]
    public void Results_show_themselves()
    {
        int[] y = [0, 1, 2, 2, 1], yHat = [0, 1, 2, 1, 1];
        ClassificationReport report = Metrics.ClassificationReport(y, yHat, ["axion", "cdm", "no"]);
        Assert.Equal(
            """
            80.0 % right
            class             precision  recall     F1  rows
            ----------------  ---------  ------  -----  ----
            axion                 1.000   1.000  1.000     1
            cdm                   0.667   1.000  0.800     2
            no                    1.000   0.500  0.667     2
            macro average         0.889   0.833  0.822     5
            weighted average      0.867   0.800  0.787     5
            Balanced accuracy 0.833, Matthews correlation 0.735.
            """, report.ToText(), ignoreLineEndingDifferences: true);
        Assert.Contains("<table", report.ToHtml(), StringComparison.Ordinal);
        ConfusionMatrix weighted = Metrics.ConfusionMatrix(y, yHat, ["axion", "cdm", "no"], [1, 1, 0.5, 0.25, 2]);
        Assert.Contains("Sums of the rows' weights.", weighted.ToText(), StringComparison.Ordinal);
        Assert.Equal(0.5, weighted.F(1, beta: 1) is > 0.9 ? weighted.Weights()[2, 2] : double.NaN);
        Assert.Contains("average precision 0.833", Metrics.PrecisionRecall([0, 0, 1, 1], [0.1f, 0.4f, 0.35f, 0.8f]).ToText(), StringComparison.Ordinal);
        CalibrationCurve calibration = Metrics.Calibration([0, 1], [0.2f, 0.9f]);
        Assert.Contains("expected error", calibration.ToText(), StringComparison.Ordinal);
        Assert.Contains("<svg", calibration.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("average precision 1", Metrics.PrecisionRecall([0, 1], [0.2f, 0.9f]).ToHtml(), StringComparison.Ordinal);
        Assert.Contains("micro average", Metrics.RocPerClass(y, [1f, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0], ["axion", "cdm", "no"]).ToText(), StringComparison.Ordinal);
    }

    private static string Message(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
