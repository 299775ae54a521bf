using HackLab.Data.Display;
using HackLab.Evaluation;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Evaluation;

[Collection(HostHooks.Name)]
public class MetricsTests
{
    private static (int[] Y, float[] Score) Rows(int n, int seed)
    {
        var random = new Random(seed);
        int[] y = [.. Enumerable.Range(0, n).Select(i => i < 2 ? i : random.Next(2))];
        return (y, [.. y.Select(label => (float)Math.Round((random.NextDouble() + (0.3 * label)) / 1.3, random.Next(1, 4)))]);
    }

    [Fact]
    public void The_area_is_the_share_of_pairs_in_the_right_order()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            (int[] y, float[] score) = Rows(2 + (seed * 7), seed);
            double wins = 0, pairs = 0;
            for (int i = 0; i < y.Length; i++)
            {
                for (int j = 0; j < y.Length; j++)
                {
                    if (y[i] != 1 || y[j] != 0) continue;
                    pairs++;
                    wins += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                }
            }
            Assert.Equal(wins / pairs, Metrics.Auc(y, score), 12);
        }
    }

    [Fact]
    public void A_weight_of_two_counts_as_the_same_row_twice()
    {
        (int[] y, float[] score) = Rows(60, 3);
        double[] wide = [.. score.Select(s => (double)s)], weights = [.. y.Select((_, i) => i % 2 == 0 ? 2.0 : 1.0)];
        int[] y2 = [.. y, .. y.Where((_, i) => i % 2 == 0)];
        double[] score2 = [.. wide, .. wide.Where((_, i) => i % 2 == 0)];
        Assert.Equal(Metrics.Auc(y2, score2), Metrics.Auc(y, wide, weights), 12);
        Assert.Equal(Metrics.LogLoss(y2, score2), Metrics.LogLoss(y, wide, weights), 12);
    }

    [Fact]
    public void Each_point_of_the_curve_is_what_its_threshold_gives()
    {
        (int[] y, float[] score) = Rows(200, 9);
        RocCurve roc = Metrics.Roc(y, score);
        for (int p = 0; p < roc.Thresholds.Length; p++)
        {
            int[] yHat = [.. score.Select(s => s >= roc.Thresholds[p] ? 1 : 0)];
            ConfusionMatrix matrix = Metrics.ConfusionMatrix(y, yHat);
            Assert.Equal(matrix.Recall(1), roc.Tpr[p], 12);
            Assert.Equal(1 - matrix.Recall(0), roc.Fpr[p], 12);
        }
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("2 labels and 3 scores", Throws(() => Metrics.Auc([0, 1], [1f, 2f, 3f])), StringComparison.Ordinal);
        Assert.Contains("no label is 1", Throws(() => Metrics.Roc([0, 0], [1f, 2f])), StringComparison.Ordinal);
        Assert.Contains("no label with a weight above 0 is 0", Throws(() => Metrics.Auc([0, 1], [1.0, 2.0], [0.0, 1.0])), StringComparison.Ordinal);
        Assert.Contains("Score 1 is NaN", Throws(() => Metrics.Auc([0, 1], [1f, float.NaN])), StringComparison.Ordinal);
        Assert.Contains("Label 1 is 2", Throws(() => Metrics.Auc([0, 2], [1f, 2f])), StringComparison.Ordinal);
        Assert.Contains("no labels", Throws(() => Metrics.Accuracy([], [])), StringComparison.Ordinal);
        Assert.Contains("Weight 0 is -1", Throws(() => Metrics.Accuracy([0, 1], [0, 1], [-1.0, 1.0])), StringComparison.Ordinal);
        Assert.Contains("before the sigmoid", Throws(() => Metrics.LogLoss([0, 1], [0.5f, 1.5f])), StringComparison.Ordinal);
        Assert.Contains("predicted class 2", Throws(() => Metrics.ConfusionMatrix([0, 1], [0, 2], ["a", "b"])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_confusion_matrix_of_three_classes_counts_true_by_predicted()
    {
        ConfusionMatrix matrix = Metrics.ConfusionMatrix([0, 0, 1, 2, 2, 2], [0, 1, 1, 2, 0, 2], ["a", "b", "c"]);
        Assert.Equal(new long[,] { { 1, 1, 0 }, { 0, 1, 0 }, { 1, 0, 2 } }, matrix.Counts);
        Assert.Equal(2 / 3.0, matrix.Recall(2), 12);
        Assert.Equal(0.5, matrix.Precision(0), 12);
        Assert.True(double.IsNaN(Metrics.ConfusionMatrix([0, 1], [0, 0]).Precision(1)));
        Assert.Equal(matrix, Metrics.ConfusionMatrix([2, 2, 2, 1, 0, 0], [2, 0, 2, 1, 1, 0], ["a", "b", "c"]));
    }

    [Fact]
    public void The_interval_is_the_same_for_the_same_seed_and_holds_the_value()
    {
        (int[] y, float[] score) = Rows(300, 4);
        Interval first = Metrics.BootstrapInterval(y, score, resamples: 200), again = Metrics.BootstrapInterval(y, score, resamples: 200);
        Assert.Equal(first, again);
        Assert.NotEqual(first, Metrics.BootstrapInterval(y, score, resamples: 200, seed: 1));
        Assert.Equal(Metrics.Auc(y, score), first.Value);
        Assert.InRange(first.Value, first.Low, first.High);
        Interval narrow = Metrics.BootstrapInterval(y, score, resamples: 200, level: 0.5);
        Assert.True(narrow.Low >= first.Low && narrow.High <= first.High);
    }

    [Fact]
    public void The_interval_is_as_wide_as_theory_says()
    {
        // The standard error of an accuracy of p over n rows is √(p (1 − p) / n); 95 % lie within 1.96 of them.
        int[] y = [.. Enumerable.Range(0, 400).Select(i => i % 2)];
        float[] score = [.. y.Select((label, i) => i % 5 == 0 ? 1f - label : label)];
        double Accuracy(int[] labels, float[] scores) => Metrics.Accuracy(labels, [.. scores.Select(s => s >= 0.5f ? 1 : 0)]);
        Interval interval = Metrics.BootstrapInterval(y, score, Accuracy, resamples: 2000);
        Assert.Equal(0.8, interval.Value, 12);
        Assert.InRange((interval.High - interval.Low) / 2, 0.85 * 1.96 * 0.02, 1.15 * 1.96 * 0.02);
    }

    [Fact]
    public void An_interrupted_bootstrap_keeps_the_redraws_done()
    {
        (int[] y, float[] score) = Rows(50, 6);
        using var source = new CancellationTokenSource();
        int calls = 0;
        double Counting(int[] labels, float[] scores)
        {
            if (++calls == 40) source.Cancel();
            return Metrics.Auc(labels, scores);
        }
        using (new FakeKernel(source.Token))
        {
            Assert.Equal(40, Metrics.BootstrapInterval(y, score, Counting).Resamples);
            Assert.Throws<OperationCanceledException>(() => Metrics.BootstrapInterval(y, score));
        }
    }

    [Fact]
    public void Curve_and_matrix_show_themselves_with_their_numbers()
    {
        (int[] y, float[] score) = Rows(100, 2);
        IRichDisplay roc = Metrics.Roc(y, score), matrix = Metrics.ConfusionMatrix(y, [.. score.Select(s => s >= 0.5f ? 1 : 0)], ["no", "yes"]);
        string auc = Metrics.Auc(y, score).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"area {auc}", roc.ToHtml(), StringComparison.Ordinal);
        Assert.Contains($"area {auc}", roc.ToText(), StringComparison.Ordinal);
        Assert.Contains("true yes, called no", matrix.ToHtml(), StringComparison.Ordinal);
    }

    private static string Throws(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
