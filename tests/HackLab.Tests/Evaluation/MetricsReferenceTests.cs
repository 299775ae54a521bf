using System.Text.Json;
using HackLab.Evaluation;
using Xunit;

namespace HackLab.Tests.Evaluation;

public class MetricsReferenceTests
{
    private static readonly JsonElement[] _cases = Load();

    public static TheoryData<string> Names => [.. _cases.Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Areas_curves_and_losses_equal_those_of_scikit_learn(string name)
    {
        JsonElement expected = _cases.Single(c => c.GetProperty("name").GetString() == name);
        int[] y = [.. expected.GetProperty("y").EnumerateArray().Select(v => v.GetInt32())];
        double[] score = Numbers(expected, "score"), weights = Numbers(expected, "weights");
        int[] yHat = [.. score.Select(s => s >= 0.5 ? 1 : 0)];

        RocCurve roc = Metrics.Roc(y, score), weighted = Metrics.Roc(y, score, weights);
        Close(expected, "fpr", roc.Fpr);
        Close(expected, "tpr", roc.Tpr);
        Assert.Equal(double.PositiveInfinity, roc.Thresholds[0]);
        Close(expected, "thresholds", roc.Thresholds[1..]);
        Close(expected, "auc", [roc.Auc]);
        Close(expected, "auc", [Metrics.Auc(y, score)]);
        Close(expected, "weightedFpr", weighted.Fpr);
        Close(expected, "weightedTpr", weighted.Tpr);
        Close(expected, "weightedAuc", [weighted.Auc]);
        Close(expected, "weightedAuc", [Metrics.Auc(y, score, weights)]);
        Close(expected, "logLoss", [Metrics.LogLoss(y, score)]);
        Close(expected, "weightedLogLoss", [Metrics.LogLoss(y, score, weights)]);
        Close(expected, "accuracy", [Metrics.Accuracy(y, yHat)]);
        Close(expected, "weightedAccuracy", [Metrics.Accuracy(y, yHat, weights)]);

        ConfusionMatrix confusion = Metrics.ConfusionMatrix(y, yHat);
        JsonElement counts = expected.GetProperty("confusion");
        for (int t = 0; t < 2; t++)
        {
            for (int p = 0; p < 2; p++) Assert.Equal(counts[t][p].GetInt64(), confusion[t, p]);
        }
        // Where nothing was called class 1, scikit-learn was told to say 0; here it is NaN.
        double precision = confusion.Precision();
        Close(expected, "precision", [double.IsNaN(precision) ? 0 : precision]);
        Close(expected, "recall", [confusion.Recall()]);
        Close(expected, "accuracy", [confusion.Accuracy]);
    }

    private static void Close(JsonElement expected, string what, double[] actual)
    {
        double[] values = expected.GetProperty(what).ValueKind == JsonValueKind.Array ? Numbers(expected, what) : [expected.GetProperty(what).GetDouble()];
        Assert.Equal(values.Length, actual.Length);
        for (int i = 0; i < values.Length; i++)
            Assert.True(Math.Abs(values[i] - actual[i]) <= 1e-9, $"{what}[{i}]: scikit-learn {values[i]:R}, here {actual[i]:R}");
    }

    private static double[] Numbers(JsonElement of, string what) => [.. of.GetProperty(what).EnumerateArray().Select(v => v.GetDouble())];

    private static JsonElement[] Load()
    {
        using Stream json = typeof(MetricsReferenceTests).Assembly.GetManifestResourceStream("HackLab.Tests.Evaluation.Reference.metrics.json")!;
        return [.. JsonDocument.Parse(json).RootElement.EnumerateArray()];
    }
}
