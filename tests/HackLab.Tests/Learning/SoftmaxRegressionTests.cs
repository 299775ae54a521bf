using System.Text.Json;
using HackLab.Data;
using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Learning;

public class SoftmaxRegressionTests
{
    public static TheoryData<int, double, double> Fits
    {
        get
        {
            var fits = new TheoryData<int, double, double>();
            foreach (JsonElement fit in Classical.Of("logistic").EnumerateArray())
                fits.Add(fit.GetProperty("classes").GetInt32(), fit.GetProperty("c").GetDouble(), fit.GetProperty("ratio").GetDouble());
            return fits;
        }
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void Probabilities_equal_those_of_scikit_learn(int classes, double c, double ratio)
    {
        JsonElement expected = Classical.Of("logistic").EnumerateArray().Single(fit => fit.GetProperty("classes").GetInt32() == classes
            && fit.GetProperty("c").GetDouble() == c && fit.GetProperty("ratio").GetDouble() == ratio);
        (float[] x, int[] y) = Classical.Classes(classes);
        LogisticRegression model = LogisticRegression.Fit(x, y, new() { C = c, L1Ratio = ratio });
        Assert.Equal(StopReason.Converged, model.Stopped);
        Classical.Same(expected.GetProperty("p"), model.PredictProbabilities(Classical.Test.AsSpan(0, 32)), 1e-5);
        // With an L1 penalty weights that the others make up for can be anywhere between; the rest are unique.
        if (ratio < 1) Classical.Same(expected.GetProperty("coefficients"), model.Weights, c > 50 ? 1e-3 : 1e-4);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void All_solvers_end_at_the_same_place(int classes)
    {
        (float[] x, int[] y) = Classical.Classes(classes);
        LogisticRegression newton = LogisticRegression.Fit(x, y);
        LogisticRegression memory = LogisticRegression.Fit(x, y, new() { Solver = Solver.QuasiNewton });
        LogisticRegression steps = LogisticRegression.Fit(x, y, new() { Solver = Solver.GradientDescent, MaxIterations = 100_000, LearningRate = 0.3, Tolerance = 1e-6 });
        Assert.Equal([StopReason.Converged, StopReason.Converged, StopReason.Converged], [newton.Stopped, memory.Stopped, steps.Stopped]);
        Classical.Same([.. newton.Weights], [.. memory.Weights], 1e-6);
        Classical.Same([.. newton.Weights], [.. steps.Weights], 1e-3);
        Assert.True(newton.Log.Count < memory.Log.Count && memory.Log.Count < steps.Log.Count);
    }

    [Fact]
    public void Descent_with_an_L1_penalty_finds_the_same_zeros()
    {
        LogisticRegressionOptions sparse = new() { C = 0.05, L1Ratio = 1 };
        LogisticRegression memory = LogisticRegression.Fit(Classical.Rows, sparse);
        LogisticRegression steps = LogisticRegression.Fit(
            Classical.Rows, sparse with { Solver = Solver.GradientDescent, MaxIterations = 100_000, LearningRate = 0.2, Tolerance = 1e-6 });
        Assert.Contains(0.0, memory.Weights);
        Assert.Equal(memory.Weights.Select(w => w == 0), steps.Weights.Select(w => w == 0));
    }

    [Fact]
    public void Three_classes_show_a_column_each_and_the_most_probable_is_predicted()
    {
        LogisticRegression model = LogisticRegression.Fit(Classical.Rows);
        Assert.Equal(12, model.Weights.Count);
        Assert.Equal(0, model.Intercepts.Sum(), 12);
        Assert.Equal("x1, q", model.Coefficients[5].Name);
        Assert.Contains(" r", model.ToText().Split('\n')[1], StringComparison.Ordinal);
        float[] p = model.PredictProbabilities(Classical.Test);
        int[] predicted = model.Predict(Classical.Test);
        Assert.Equal(predicted, Prediction.Predict(model, Classical.Test));
        for (int i = 0; i < predicted.Length; i++) Assert.Equal(p.AsSpan(i * 3, 3).ToArray().Max(), p[(i * 3) + predicted[i]]);
        Assert.Equal(4, model.Importances.Count);
    }

    [Fact]
    public void Many_features_go_to_the_solver_that_needs_no_matrix()
    {
        // 3 × 301 coefficients; the classes differ in one feature.
        float[] x = [.. Enumerable.Range(0, 60 * 300).Select(i => i % 300 == 0 ? i / 300 % 3 : MathF.Sin(i * i % 1000))];
        int[] y = [.. Enumerable.Range(0, 60).Select(i => i % 3)];
        LogisticRegression model = LogisticRegression.Fit(x, y);
        Assert.Equal(StopReason.Converged, model.Stopped);
        Assert.Equal(y, model.Predict(x));
    }

    [Fact]
    public void The_same_bits_come_out_each_time()
    {
        LogisticRegression first = LogisticRegression.Fit(Classical.Rows), second = LogisticRegression.Fit(Classical.Rows);
        Assert.Equal(first.Weights, second.Weights);
    }
}
