using System.Text.Json;
using HackLab.Evaluation;
using Xunit;
using static HackLab.Tests.Evaluation.ReferenceFile;

namespace HackLab.Tests.Evaluation;

/// <summary>Predicted numbers and clusterings against scikit-learn, paired tests against SciPy.</summary>
public class NumbersReferenceTests
{
    private static readonly JsonElement _file = Read("regression");

    public static IEnumerable<TheoryDataRow<int>> Regressions => Cases("regression", "regression");

    public static IEnumerable<TheoryDataRow<int>> Clusterings => Cases("regression", "clusters");

    [Theory]
    [MemberData(nameof(Regressions))]
    public void Metrics_of_predicted_numbers_equal_those_of_scikit_learn(int index)
    {
        JsonElement one = _file.GetProperty("regression")[index];
        double[] y = one.Numbers("y"), yHat = one.Numbers("yHat");
        foreach (string kind in new[] { "plain", "weighted" })
        {
            double[] weights = kind == "plain" ? [] : one.Numbers("weights");
            JsonElement expected = one.GetProperty(kind);
            Close(expected, "mse", Metrics.MeanSquaredError(y, yHat, weights));
            Close(expected, "rmse", Metrics.RootMeanSquaredError(y, yHat, weights));
            Close(expected, "mae", Metrics.MeanAbsoluteError(y, yHat, weights));
            Close(expected, "r2", Metrics.R2(y, yHat, weights));
            Close(expected, "explained", Metrics.ExplainedVariance(y, yHat, weights));
        }
        float[] narrow = [.. y.Select(v => (float)v)], narrowHat = [.. yHat.Select(v => (float)v)];
        Assert.Equal(Metrics.MeanSquaredError(y, yHat), Metrics.MeanSquaredError(narrow, narrowHat), 1e-5);
        Assert.Equal(Metrics.R2(y, yHat), Metrics.R2(narrow, narrowHat), 1e-5);
    }

    [Fact]
    public void The_normalised_error_is_the_squared_error_of_standardised_values()
    {
        JsonElement one = _file.GetProperty("normalised");
        float[] y = one.Floats("y"), yHat = one.Floats("yHat");
        RegressionReport report = Metrics.RegressionReport(y, yHat, ["alpha", "xi", "d"]);
        Close(one, "sum", report.NormalizedError);
        Close(one, "sum", Metrics.NormalizedError(y, yHat, targets: 3));
        Close(one, "perTarget", report.Targets.Select(t => t.NormalizedError));
        Close(one, "r2", report.Targets.Select(t => t.R2));
        Assert.Equal(report.NormalizedError / y.Length, report.NormalizedErrorPerValue, 12);
        // Always saying the mean gives 1 per value, whatever the units.
        float[] means = [.. y.Select((_, i) => (float)Enumerable.Range(0, y.Length / 3).Average(r => y[(r * 3) + (i % 3)]))];
        Assert.Equal(1, Metrics.RegressionReport(y, means, ["alpha", "xi", "d"]).NormalizedErrorPerValue, 1e-6);
        // Scales of other rows are taken as they are: twice the scale, a quarter of the error.
        double single = Metrics.NormalizedError(y, yHat, 3, [1, 1, 1]);
        Assert.Equal(single / 4, Metrics.NormalizedError(y, yHat, 3, [2, 2, 2]), 9);
        Assert.Contains("xi", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("equal", Assert.Throws<ArgumentException>(() => Metrics.NormalizedError([1f, 1f], [1f, 2f], 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clusterings))]
    public void Silhouettes_and_the_adjusted_Rand_index_equal_those_of_scikit_learn(int index)
    {
        JsonElement one = _file.GetProperty("clusters")[index];
        int[] labels = one.Integers("labels");
        Close(one, "silhouette", Metrics.Silhouette(one.Floats("x"), labels));
        Close(one, "samples", Metrics.SilhouettePerRow(one.Floats("x"), labels));
        Close(one, "rand", Metrics.AdjustedRand(labels, one.Integers("other")));
        Close(one, "rand", Metrics.AdjustedRand(one.Integers("other"), labels));
        Assert.Equal(1, Metrics.AdjustedRand(labels, [.. labels.Select(l => 100 - l)]));
    }

    [Fact]
    public void Paired_tests_equal_those_of_SciPy()
    {
        foreach (JsonElement one in _file.GetProperty("signFlip").EnumerateArray())
        {
            double[] a = one.Numbers("a"), b = one.Numbers("b");
            Close(one, "p", PairedTest.SignFlip(a, b).PValue);
            // With the mean as its metric the permutation test of predictions is the sign-flip test.
            Close(one, "p", PairedTest.Permutation(a, b, values => values.Average()).PValue);
        }
        foreach (JsonElement row in _file.GetProperty("mcNemar").EnumerateArray())
        {
            (int onlyA, int onlyB) = (row[0].GetInt32(), row[1].GetInt32());
            int[] y = new int[onlyA + onlyB + 30], hatA = new int[y.Length], hatB = new int[y.Length];
            for (int i = 0; i < onlyA + onlyB; i++) (i < onlyA ? hatB : hatA)[i] = 1;
            McNemarResult found = PairedTest.McNemar(y, hatA, hatB);
            Assert.Equal((onlyA, onlyB), (found.OnlyA, found.OnlyB));
            Close("McNemar", row[2].GetDouble(), found.PValue);
        }
        JsonElement areas = _file.GetProperty("deLong");
        PairedDifference difference = PairedTest.DeLong(areas.Integers("y"), areas.Floats("a"), areas.Floats("b"));
        Close(areas, "aucA", difference.A.Value);
        Close(areas, "aucB", difference.B.Value);
        Close(areas, "low", difference.A.Low);
        Close(areas, "high", difference.A.High);
        Close(areas, "p", difference.PValue);
        Assert.Equal(1, PairedTest.DeLong(areas.Integers("y"), areas.Floats("a"), [.. areas.Floats("a").Select(s => 3 * s)]).PValue);
    }
}
