using System.Text.Json;
using HackLab.Data;
using HackLab.Learning;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Learning;

[Collection(HostHooks.Name)]
public class LogisticRegressionTests
{
    private static readonly JsonElement _reference = Load();

    private static float[] X => [.. _reference.GetProperty("x").EnumerateArray().Select(v => v.GetSingle())];

    private static int[] Y => [.. _reference.GetProperty("y").EnumerateArray().Select(v => v.GetInt32())];

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1e6)]
    public void Coefficients_and_scores_equal_those_of_scikit_learn(double c)
    {
        JsonElement expected = _reference.GetProperty("fits").EnumerateArray().Single(f => f.GetProperty("c").GetDouble() == c);
        LogisticRegression model = LogisticRegression.Fit(X, Y, new() { C = c });
        Assert.Equal(StopReason.Converged, model.Stopped);
        double[] coefficients = [.. expected.GetProperty("coefficients").EnumerateArray().Select(v => v.GetDouble())];
        for (int j = 0; j < coefficients.Length; j++) Assert.Equal(coefficients[j], model.Weights[j], 1e-6);
        Assert.Equal(expected.GetProperty("intercept").GetDouble(), model.Intercept, 1e-6);
        float[] score = model.PredictScore(X);
        int row = 0;
        foreach (JsonElement value in expected.GetProperty("score").EnumerateArray()) Assert.Equal(value.GetDouble(), score[row++], 1e-6);
    }

    [Fact]
    public void Gradient_descent_goes_downhill_to_the_same_place_as_Newton()
    {
        TabularData train = Scaled();
        LogisticRegression newton = LogisticRegression.Fit(train);
        LogisticRegression steps = LogisticRegression.Fit(train, new() { Solver = Solver.GradientDescent, MaxIterations = 20000, Tolerance = 1e-7 });
        Assert.Equal(StopReason.Converged, steps.Stopped);
        for (int j = 0; j < train.FeatureCount; j++) Assert.Equal(newton.Weights[j], steps.Weights[j], 1e-4);
        Assert.All(steps.Log.Zip(steps.Log.Skip(1)).Take(100), pair => Assert.True(pair.Second.Loss < pair.First.Loss));
    }

    [Fact]
    public void Every_step_is_logged_and_told_with_the_validation_loss()
    {
        TabularData train = Scaled();
        var told = new List<IReadOnlyList<TrainingStep>>();
        LogisticRegression model = LogisticRegression.Fit(
            train, new() { Solver = Solver.GradientDescent, MaxIterations = 40, Validation = train, OnStep = told.Add });
        Assert.Equal(StopReason.IterationLimit, model.Stopped);
        Assert.Equal(Enumerable.Range(0, 41), model.Log.Select(s => s.Iteration));
        Assert.Equal(Math.Log(2), model.Log[0].Loss, 12);
        Assert.All(model.Log, step => Assert.Equal(step.Loss, step.ValidationLoss!.Value, 12));
        // What was told at a step is not changed by later ones.
        Assert.Equal(Enumerable.Range(1, 41), told.Select(log => log.Count));
        Assert.Equal(model.Log.Take(20), told[19]);
    }

    [Fact]
    public void An_interrupted_fit_keeps_what_was_reached()
    {
        using var source = new CancellationTokenSource();
        void StopAtFive(IReadOnlyList<TrainingStep> log)
        {
            if (log[^1].Iteration == 5) source.Cancel();
        }
        TabularData train = Scaled();
        LogisticRegression stopped;
        using (new FakeKernel(source.Token))
            stopped = LogisticRegression.Fit(train, new() { Solver = Solver.GradientDescent, OnStep = StopAtFive });
        LogisticRegression five = LogisticRegression.Fit(train, new() { Solver = Solver.GradientDescent, MaxIterations = 5 });
        Assert.Equal(StopReason.Interrupted, stopped.Stopped);
        Assert.Equal(five.Weights, stopped.Weights);
        Assert.Contains("interrupted", stopped.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_limit_ends_training_with_the_steps_done()
    {
        LogisticRegression model = LogisticRegression.Fit(
            Scaled(), new() { Solver = Solver.GradientDescent, MaxIterations = int.MaxValue, Tolerance = 0, MaxSeconds = 0.02 });
        Assert.Equal(StopReason.TimeLimit, model.Stopped);
    }

    [Fact]
    public void Steps_that_are_too_large_are_called_divergence_and_the_best_is_kept()
    {
        TabularData train = Scaled();
        LogisticRegression model = LogisticRegression.Fit(train, new() { Solver = Solver.GradientDescent, LearningRate = 1e4, MaxIterations = 30, C = 0.01 });
        Assert.Equal(StopReason.Diverged, model.Stopped);
        Assert.Contains("smaller learning rate", model.ToText(), StringComparison.Ordinal);
        Assert.All(model.Weights, w => Assert.True(double.IsFinite(w)));
    }

    [Fact]
    public void Separable_and_constant_columns_still_give_finite_coefficients()
    {
        LogisticRegression model = LogisticRegression.Fit([0, 7, 1, 7, 2, 7, 3, 7], [0, 0, 1, 1], new() { C = 1e12 });
        Assert.All(model.Weights, w => Assert.True(double.IsFinite(w)));
        Assert.Equal([0, 0, 1, 1], model.Predict([0, 7, 1, 7, 2, 7, 3, 7]));
    }

    [Fact]
    public void Importances_do_not_depend_on_the_units_of_features()
    {
        TabularData train = Scaled();
        var wide = new TabularData("wide", train.Features, [.. train.X.Select((v, i) => i % 5 == 2 ? v * 1024 : v)], train.Y, train.ClassNames);
        // Hardly any penalty, because a penalty does depend on units.
        FeatureImportance[] a = [.. LogisticRegression.Fit(train, new() { C = 1e9 }).Importances], b = [.. LogisticRegression.Fit(wide, new() { C = 1e9 }).Importances];
        Assert.Equal(a.Select(i => i.Name), b.Select(i => i.Name));
        for (int i = 0; i < a.Length; i++) Assert.Equal(a[i].Value, b[i].Value, 1e-4);
        Assert.Equal(a.OrderByDescending(i => Math.Abs(i.Value)), a);
    }

    [Fact]
    public void The_threshold_decides_the_class()
    {
        LogisticRegression model = LogisticRegression.Fit(X, Y);
        float[] score = model.PredictScore(X);
        Assert.Equal(score.Select(s => s >= 0.3 ? 1 : 0), model.Predict(X, 0.3));
        Assert.All(score, s => Assert.InRange(s, 0, 1));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("row 1, feature x0: found NaN", Throws(() => LogisticRegression.Fit([0, float.NaN], [0, 1])), StringComparison.Ordinal);
        Assert.Contains("2 rows of 0 and 0 of 1", Throws(() => LogisticRegression.Fit([0, 1], [0, 0])), StringComparison.Ordinal);
        Assert.Contains("no whole number of features", Throws(() => LogisticRegression.Fit([0, 1, 2], [0, 1])), StringComparison.Ordinal);
        Assert.Contains("C must be above 0", Throws(() => LogisticRegression.Fit([0, 1], [0, 1], new() { C = 0 })), StringComparison.Ordinal);
        var three = new TabularData("three", [new Feature("a")], [1, 2, 3], [0, 1, 2], ["p", "q", "r"]);
        Assert.Contains("L1Ratio must be from 0 to 1", Throws(() => LogisticRegression.Fit([0, 1], [0, 1], new() { L1Ratio = 2 })), StringComparison.Ordinal);
        Assert.Contains("use PredictProbabilities", Throws(() => LogisticRegression.Fit(three).PredictScore(three)), StringComparison.Ordinal);
        LogisticRegression model = LogisticRegression.Fit(X, Y);
        Assert.Contains("was fitted on x0, x1", Throws(() => model.PredictScore(three)), StringComparison.Ordinal);
        Assert.Contains("Row 0 has a feature that is not a number", Throws(() => model.Predict([0, 0, float.NaN, 0, 0])), StringComparison.Ordinal);
    }

    private static TabularData Scaled()
    {
        Feature[] features = [.. "abcde".Select(c => new Feature(c.ToString()))];
        var raw = new TabularData("made up", features, X, Y, ["no", "yes"]);
        return Scaler.Fit(raw).Transform(raw);
    }

    private static string Throws(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    private static JsonElement Load()
    {
        using Stream json = typeof(LogisticRegressionTests).Assembly.GetManifestResourceStream("HackLab.Tests.Learning.Reference.logistic.json")!;
        return JsonDocument.Parse(json).RootElement;
    }
}
