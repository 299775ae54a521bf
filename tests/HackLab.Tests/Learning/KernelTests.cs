using System.Text.Json;
using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Learning;

public class KernelTests
{
    public static TheoryData<int> Machines => [.. Enumerable.Range(0, Classical.Of("machines").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Decisions_and_objective_equal_those_of_scikit_learn(int index)
    {
        JsonElement expected = Classical.Of("machines")[index];
        int classes = expected.GetProperty("classes").GetInt32();
        (float[] x, int[] y) = Classical.Classes(classes);
        SupportVectorClassifier model = SupportVectorClassifier.Fit(x, y, new()
        {
            C = expected.GetProperty("c").GetDouble(),
            Kernel = expected.GetProperty("kernel").GetString() == "rbf" ? KernelKind.Rbf : KernelKind.Linear,
            Tolerance = 1e-6,
            // With three classes scikit-learn takes its gamma from all rows, and so do we.
            CalibrationFolds = 0,
        });
        Assert.Equal(StopReason.Converged, model.Stopped);
        // scikit-learn gives a pair's first class the positive side when there are more than two.
        double sign = classes == 2 ? 1 : -1;
        Classical.Same(expected.GetProperty("decisions"), model.Decide(Classical.Test).Select(f => sign * f), 1e-3);
        if (classes == 2) Assert.Equal(expected.GetProperty("objective").GetDouble(), model.DualObjective, 1e-3);
        else return;
        Assert.Equal(Classical.Ints(expected.GetProperty("vectors")).Sum(), model.SupportVectorCount, 2.0);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Probabilities_are_calibrated_and_mostly_agree_with_the_decisions(int classes)
    {
        (float[] x, int[] y) = Classical.Classes(classes);
        SupportVectorClassifier model = SupportVectorClassifier.Fit(x, y);
        float[] p = model.PredictProbabilities(x);
        Assert.All(p.Chunk(classes), row => Assert.Equal(1, row.Sum(), 1e-5));
        Assert.True(Prediction.Predict(model, x).Zip(y, (a, b) => a == b).Count(same => same) > 0.7 * y.Length);
        // On average as many of a class as there are: what calibration means.
        for (int c = 0; c < classes; c++) Assert.Equal(1.0 / classes, p.Where((_, i) => i % classes == c).Average(), 0.05);
        if (classes > 2) return;
        double[] decisions = model.Decide(x);
        Assert.Equal(decisions.Select((f, i) => (f, p[(2 * i) + 1])).OrderBy(pair => pair.f).Select(pair => pair.Item2), p.Where((_, i) => i % 2 == 1).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_border_around_usual_rows_equals_that_of_scikit_learn(int index)
    {
        JsonElement expected = Classical.Of("oneClass")[index];
        double nu = expected.GetProperty("nu").GetDouble();
        OneClassSvm model = OneClassSvm.Fit(Classical.Rows, nu, tolerance: 1e-7);
        Assert.Equal(StopReason.Converged, model.Stopped);
        Classical.Same(expected.GetProperty("decisions"), model.PredictAnomaly(Classical.Test).Select(v => -v), 1e-3);
        Assert.Equal(nu, model.PredictAnomaly(Classical.X).Count(outside => outside > 0) / 150.0, 0.03);
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(1, null)]
    public void Kernel_ridge_equals_scikit_learn(int index, double? gamma)
    {
        JsonElement expected = Classical.Of("kernelRidge")[index];
        KernelKind kernel = expected.GetProperty("kernel").GetString() == "rbf" ? KernelKind.Rbf : KernelKind.Linear;
        KernelRidge model = KernelRidge.Fit(Classical.X, Classical.Targets, new() { Alpha = 0.3, Gamma = gamma, Kernel = kernel });
        Classical.Same(expected.GetProperty("dual"), model.DualCoefficients, 1e-8);
        Classical.Same(expected.GetProperty("predictions"), model.Predict(Classical.Test), 1e-6);
    }

    [Fact]
    public void Kernel_ridge_solves_many_equations_in_blocks()
    {
        float[] x = [.. Enumerable.Range(0, 300).Select(i => i / 30f)], y = [.. x.Select(v => MathF.Sin(v))];
        KernelRidge model = KernelRidge.Fit(x, y, new() { Gamma = 1, Alpha = 1e-3 });
        Assert.All(model.Predict(x).Zip(y, (a, b) => Math.Abs(a - b)), error => Assert.True(error < 0.01));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("C must be above 0", Throws(() => SupportVectorClassifier.Fit([0, 1], [0, 1], new() { C = 0 })), StringComparison.Ordinal);
        Assert.Contains("Gamma must be above 0", Throws(() => KernelRidge.Fit([0, 1], [0, 1], new() { Gamma = 0 })), StringComparison.Ordinal);
        Assert.Contains("nu must be", Throws(() => OneClassSvm.Fit([0, 1], 1, 0)), StringComparison.Ordinal);
        // One row of a class is enough for a border; there is then nothing to hold back for calibration.
        Assert.Equal([0, 1], Prediction.Predict(SupportVectorClassifier.Fit([0, 4], [0, 1]), [0f, 4]));
    }

    private static string Throws(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
