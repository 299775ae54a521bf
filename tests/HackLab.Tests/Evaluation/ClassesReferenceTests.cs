using System.Text.Json;
using HackLab.Evaluation;
using Xunit;
using static HackLab.Tests.Evaluation.ReferenceFile;

namespace HackLab.Tests.Evaluation;

/// <summary>Metrics of classes and their probabilities against scikit-learn.</summary>
public class ClassesReferenceTests
{
    private static readonly JsonElement _file = Read("classes");

    public static IEnumerable<TheoryDataRow<int>> Predicted => Cases("classes", "predicted");

    public static IEnumerable<TheoryDataRow<int>> Probabilities => Cases("classes", "probabilities");

    [Theory]
    [MemberData(nameof(Predicted))]
    public void Metrics_of_predicted_classes_equal_those_of_scikit_learn(int index)
    {
        JsonElement one = _file.GetProperty("predicted")[index];
        int[] y = one.Integers("y"), yHat = one.Integers("yHat");
        int classes = one.GetProperty("classes").GetInt32();
        string[] names = [.. Enumerable.Range(0, classes).Select(c => $"class {c}")];
        foreach (string kind in new[] { "plain", "weighted" })
        {
            double[] weights = kind == "plain" ? [] : one.Numbers("weights");
            JsonElement expected = one.GetProperty(kind);
            Close(expected, "accuracy", Metrics.Accuracy(y, yHat, weights));
            Close(expected, "balanced", Metrics.BalancedAccuracy(y, yHat, weights: weights));
            Close(expected, "matthews", Metrics.MatthewsCorrelation(y, yHat, weights));
            if (expected.TryGetProperty("adjusted", out _)) Close(expected, "adjusted", Metrics.BalancedAccuracy(y, yHat, adjusted: true, weights));

            ConfusionMatrix matrix = Metrics.ConfusionMatrix(y, yHat, names, weights);
            Close(expected, "confusionTrue", matrix.Normalized(Normalization.TrueClass).Cast<double>());
            Close(expected, "confusionPred", matrix.Normalized(Normalization.PredictedClass).Cast<double>());
            Close(expected, "confusionAll", matrix.Normalized(Normalization.All).Cast<double>());
            Close(expected, "accuracy", matrix.Accuracy);
            foreach (int zero in new[] { 0, 1 })
            {
                foreach (double beta in new[] { 0.5, 1, 2 }) CheckRatios(expected, y, yHat, classes, weights, zero, beta);
                CheckReport(expected, Metrics.ClassificationReport(y, yHat, names, zero, weights), zero);
            }
        }
    }

    private static void CheckRatios(JsonElement expected, int[] y, int[] yHat, int classes, double[] weights, int zero, double beta)
    {
        string key = FormattableString.Invariant($"zero{zero}beta{beta}");
        IReadOnlyList<ClassScores> each = Metrics.PerClass(y, yHat, classes, beta, zero, weights);
        JsonElement table = expected.GetProperty(key);
        double[] Row(int i) => [.. table[i].EnumerateArray().Select(v => v.GetDouble())];
        Close($"{key} precision", Row(0), each.Select(c => c.Precision));
        Close($"{key} recall", Row(1), each.Select(c => c.Recall));
        Close($"{key} F", Row(2), each.Select(c => c.F));
        Close($"{key} support", Row(3), each.Select(c => c.Support));
        foreach ((string name, Average average) in new[]
        {
            ("macro", Average.Macro), ("micro", Average.Micro), ("weighted", Average.Weighted), ("binary", Average.Binary),
        })
        {
            if (!expected.TryGetProperty(key + name, out _)) continue;
            Close(expected, key + name,
            [
                Metrics.Precision(y, yHat, average, zero, weights), Metrics.Recall(y, yHat, average, zero, weights),
                Metrics.FBeta(y, yHat, beta, average, zero, weights),
            ]);
        }
    }

    private static void CheckReport(JsonElement expected, ClassificationReport report, int zero)
    {
        JsonElement table = expected.GetProperty($"zero{zero}beta1");
        Close("report F1", [.. table[2].EnumerateArray().Select(v => v.GetDouble())], report.Classes.Select(c => c.F));
        Close(expected, "accuracy", report.Accuracy);
        Close(expected, "matthews", report.MatthewsCorrelation);
        // Every class that has a name counts, also one that does not occur.
        Close("report macro", report.Classes.Average(c => c.Recall), report.Macro.Recall);
    }

    [Theory]
    [MemberData(nameof(Probabilities))]
    public void Metrics_of_probabilities_of_several_classes_equal_those_of_scikit_learn(int index)
    {
        JsonElement one = _file.GetProperty("probabilities")[index];
        int[] y = one.Integers("y");
        float[] p = one.Floats("p");
        int classes = one.GetProperty("classes").GetInt32();
        foreach (string kind in new[] { "plain", "weighted" })
        {
            double[] weights = kind == "plain" ? [] : one.Numbers("weights");
            JsonElement expected = one.GetProperty(kind);
            Close(expected, "logLoss", Metrics.LogLoss(y, p, classes, weights));
            Close(expected, "brier", Metrics.BrierScore(y, p, classes, weights));
            if (classes > 2) Close(expected, "top", Enumerable.Range(1, classes - 1).Select(k => Metrics.TopKAccuracy(y, p, classes, k, weights)));
            Close(expected, "aucNone", Metrics.AucPerClass(y, p, classes, weights));
            Close(expected, "apNone", Metrics.AveragePrecisionPerClass(y, p, classes, weights));
            foreach (Average average in new[] { Average.Macro, Average.Micro, Average.Weighted })
            {
                string name = average.ToString().ToLowerInvariant();
                Close(expected, $"auc{name}", [Metrics.Auc(y, p, classes, average, weights)]);
                Close(expected, $"ap{name}", [Metrics.AveragePrecision(y, p, classes, average, weights)]);
            }
        }
        Close(one, "calledError", Metrics.CalledClassCalibration(y, p, classes).ExpectedError);
        RocComparison curves = Metrics.RocPerClass(y, p, [.. Enumerable.Range(0, classes).Select(c => $"class {c}")]);
        Close(one.GetProperty("plain"), "aucNone", curves.Curves.SkipLast(1).Select(curve => curve.Auc));
        Close(one.GetProperty("plain"), "aucmicro", [curves.Curves[^1].Auc]);
    }
}
