using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;
using HackLab.Tests.Data;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Learning.Trees;

[Collection(HostHooks.Name)]
public class GradientBoostingTests
{
    private static readonly GradientBoostingOptions _few = new() { MaxIterations = 8, MaxLeaves = 8, MinSamplesLeaf = 5 };

    [Fact]
    public void Real_HIGGS_rows_are_told_apart_with_an_AUC_of_0_80()
    {
        TabularData train = RealHiggsRowsTests.Load("higgs_7000.tsv"), test = RealHiggsRowsTests.Load("higgs_500.tsv");
        GradientBoostingClassifier model = GradientBoostingClassifier.Fit(train);
        double auc = Metrics.Auc(test.Y, model.PredictScore(test));
        TestContext.Current.SendDiagnosticMessage($"AUC on the real test rows: {auc:F4}");
        Assert.True(auc >= 0.80, $"AUC {auc:F4}");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_model_is_the_same_for_any_number_of_threads(int threads)
    {
        // Enough rows that leaves, partitions and histograms are shared out.
        TabularData data = Datasets.Higgs.Load(Size.Simulated(12_000, 3));
        GradientBoostingOptions options = _few with { MaxLeaves = 31, RowFraction = 0.9, FeatureFraction = 0.8, Patience = 3,
            ValidationFraction = 0.1 };
        GradientBoostingClassifier one = GradientBoostingClassifier.Fit(data, options with { Threads = 1 });
        GradientBoostingClassifier more = GradientBoostingClassifier.Fit(data, options with { Threads = threads });
        Assert.Equal(one.PredictProbabilities(data.X), more.PredictProbabilities(data.X));
        Assert.Equal(one.Log.Select(s => (s.Loss, s.ValidationLoss)), more.Log.Select(s => (s.Loss, s.ValidationLoss)));
    }

    [Fact]
    public void The_order_of_rows_changes_nothing() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        (float[] x, int[] y) = Made(300, seed, missing: 0.1);
        int[] order = [.. Enumerable.Range(0, 300)];
        new Random(seed).Shuffle(order);
        TabularData rows = Table(x, y), shuffled = rows.Take(order);
        Assert.Equal(
            GradientBoostingClassifier.Fit(rows, _few).PredictScore(x), GradientBoostingClassifier.Fit(
                shuffled, _few).PredictScore(x));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void A_row_of_weight_2_counts_as_two_rows() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        (float[] x, int[] y) = Made(200, seed, missing: 0.1);
        // The fewest rows of a leaf are rows, whatever they weigh: 1 leaves the weights alone to decide.
        GradientBoostingOptions options = _few with { MinSamplesLeaf = 1, MinHessianLeaf = 5 };
        TabularData rows = Table(x, y), twice = rows.Take(
            [.. Enumerable.Range(0, 200), .. Enumerable.Range(0, 200).Where(i => i % 3 == 0)]);
        double[] weights = [.. Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? 2.0 : 1)];
        float[] weighted = GradientBoostingClassifier.Fit(rows, options with { RowWeights = weights }).PredictScore(x);
        float[] repeated = GradientBoostingClassifier.Fit(twice, options).PredictScore(x);
        for (int i = 0; i < weighted.Length; i++) Assert.Equal(repeated[i], weighted[i], 1e-5f);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void A_monotone_feature_never_pulls_the_other_way() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        (float[] x, int[] y) = Made(300, seed, missing: 0.05);
        GradientBoostingClassifier model = GradientBoostingClassifier.Fit(
            x, y, _few with { MaxIterations = 20, Monotone = new Dictionary<string, int> { ["x0"] = 1, ["x2"] = -1 } });
        foreach ((int feature, int direction) in new[] { (0, 1), (2, -1) })
        {
            for (int row = 0; row < 40; row++)
            {
                float[] line = [.. Enumerable.Range(-12, 25).SelectMany(step =>
                {
                    float[] copy = x[(row * 4)..((row * 4) + 4)];
                    copy[feature] = step / 4f;
                    return copy;
                })];
                float[] score = model.PredictScore(line);
                for (int i = 1; i < score.Length; i++)
                    Assert.True(direction * (score[i] - score[i - 1]) >= 0, $"seed {seed}, row {row}");
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void Rows_without_a_value_go_where_they_do_best()
    {
        // Missing stands for class 1 here, in the middle of nothing else: only a direction of its own can tell.
        float[] x = [.. Enumerable.Range(0, 200).Select(i => i % 4 == 0 ? float.NaN : i % 7)];
        int[] y = [.. Enumerable.Range(0, 200).Select(i => i % 4 == 0 ? 1 : 0)];
        GradientBoostingClassifier model = GradientBoostingClassifier.Fit(x, y, new() { MaxIterations = 30 });
        float[] score = model.PredictScore([float.NaN, 0, 3, 6]);
        Assert.True(score[0] > 0.9);
        Assert.All(score[1..], s => Assert.True(s < 0.1));
    }

    [Fact]
    public void Training_ends_when_the_validation_rows_get_no_better_and_keeps_the_best_round()
    {
        (float[] x, int[] y) = Made(400, 1);
        GradientBoostingOptions options = new(
            ) { MaxIterations = 500, LearningRate = 0.5, MinSamplesLeaf = 2, Patience = 5, ValidationFraction = 0.3 };
        GradientBoostingClassifier model = GradientBoostingClassifier.Fit(x, y, options);
        Assert.Equal(StopReason.EarlyStopped, model.Stopped);
        double best = model.Log.Min(step => step.ValidationLoss!.Value);
        Assert.Equal(best, model.Log[model.Iterations].ValidationLoss);
        Assert.Equal(model.Iterations + 5, model.Log[^1].Iteration);
        Assert.Equal(model.Iterations, model.StagedProbabilities(x).Count());
    }

    [Fact]
    public void Given_validation_rows_are_measured_after_every_round_as_the_metric_measures_them()
    {
        (float[] x, int[] y) = Made(400, 1);
        TabularData train = Table(x, y), validation = Table(Made(150, 2).X, Made(150, 2).Y);
        GradientBoostingClassifier model = GradientBoostingClassifier.Fit(train, _few with { Validation = validation });
        int round = 1;
        foreach (float[] p in model.StagedProbabilities(validation.X))
        {
            double expected = -validation.Y.Select((label, i) => Math.Log(p[(2 * i) + label])).Average();
            Assert.Equal(expected, model.Log[round++].ValidationLoss!.Value, 1e-5);
        }
        Assert.Equal(model.PredictProbabilities(validation), model.StagedProbabilities(validation.X).Last());
    }

    [Fact]
    public void An_interrupted_fit_keeps_the_rounds_that_were_done()
    {
        using var source = new CancellationTokenSource();
        (float[] x, int[] y) = Made(300, 4);
        void StopAtThree(IReadOnlyList<TrainingStep> log)
        {
            if (log[^1].Iteration == 3) source.Cancel();
        }
        GradientBoostingClassifier stopped;
        using (new FakeKernel(source.Token)) stopped = GradientBoostingClassifier.Fit(x, y, _few with { OnStep = StopAtThree });
        Assert.Equal((StopReason.Interrupted, 3), (stopped.Stopped, stopped.Iterations));
        Assert.Equal(
            GradientBoostingClassifier.Fit(x, y, _few with { MaxIterations = 3 }).PredictScore(x), stopped.PredictScore(x));
        Assert.Contains("interrupted", stopped.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Importances_name_the_features_that_matter_and_sum_to_1()
    {
        (float[] x, int[] y) = Made(600, 5);
        GradientBoostingClassifier model = GradientBoostingClassifier.Fit(x, y, _few);
        Assert.Equal("x0", model.Importances[0].Name);
        Assert.Equal(1, model.Importances.Sum(i => i.Value), 12);
        Assert.Equal("x3", model.Importances[^1].Name);   // noise
    }

    [Fact]
    public void The_quantile_loss_predicts_the_quantile()
    {
        var random = new Random(6);
        float[] x = [.. Enumerable.Range(0, 4000).Select(_ => random.NextSingle() * 4)];
        float[] y = [.. x.Select(v => v + random.NextSingle())];   // the q-quantile at x is x + q
        GradientBoostingRegressor model = GradientBoostingRegressor.Fit(
            x, y, new() { Loss = RegressionLoss.Quantile, Quantile = 0.9, MaxIterations = 150, MinSamplesLeaf = 100 });
        float[] yHat = model.Predict(x);
        Assert.InRange(y.Where((v, i) => v <= yHat[i]).Count() / 4000.0, 0.88, 0.92);
        Assert.All([0.5f, 1.5f, 3], at => Assert.InRange(model.Predict([at])[0], at + 0.75f, at + 1.05f));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        (float[] x, int[] y) = Made(20, 1);
        Assert.Contains(
            "20 of 0, 0 of 1", Throws(() => GradientBoostingClassifier.Fit(Table(x, new int[20]))), StringComparison.Ordinal);
        Assert.Contains(
            "whole number of features", Throws(() => GradientBoostingClassifier.Fit(x[1..], y)), StringComparison.Ordinal);
        Assert.Contains(
            "MaxBins must be from 2 to 255", Throws(() => GradientBoostingClassifier.Fit(x, y, new() { MaxBins = 256 })),
                StringComparison.Ordinal);
        Assert.Contains(
            "needs rows to measure on", Throws(() => GradientBoostingClassifier.Fit(x, y, new() { Patience = 3 })),
                StringComparison.Ordinal);
        Assert.Contains(
            "'x9'", Throws(
                () => GradientBoostingClassifier.Fit(x, y, new() { Monotone = new Dictionary<string, int> { ["x9"] = 1 } })),
                    StringComparison.Ordinal);
        Assert.Contains(
            "All weights are 0", Throws(() => GradientBoostingClassifier.Fit(x, y, new() { RowWeights = new double[20] })),
                StringComparison.Ordinal);
        Assert.Contains(
            "Target 1 is NaN", Throws(() => GradientBoostingRegressor.Fit([1, 2], [1, float.NaN])), StringComparison.Ordinal);
        GradientBoostingClassifier model = GradientBoostingClassifier.Fit(x, y);
        Assert.Contains("no whole number of rows of 4", Throws(() => model.PredictScore([1, 2, 3])), StringComparison.Ordinal);
        Assert.Empty(model.PredictScore([]));
    }

    [Fact]
    public void Infinite_constant_and_all_missing_columns_are_taken_as_they_are()
    {
        float[] x = [.. Enumerable.Range(0, 100).SelectMany(
            i => new[] { i % 2 == 0 ? float.PositiveInfinity : i % 3 == 0 ? float.NegativeInfinity : 1, 7, float.NaN })];
        int[] y = [.. Enumerable.Range(0, 100).Select(i => i % 2)];
        GradientBoostingClassifier model = GradientBoostingClassifier.Fit(x, y, new() { MaxIterations = 20 });
        Assert.Equal(y, model.Predict(x));
        Assert.Equal("x0", model.Importances[0].Name);
    }

    private static string Throws(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    private static TabularData Table(float[] x, int[] y) =>
        new("made", [.. Enumerable.Range(0, 4).Select(j => new Feature($"x{j}"))], x, y, ["0", "1"]);

    // Four columns of normal numbers: the class follows the first three, with some noise.
    private static (float[] X, int[] Y) Made(int n, int seed, double missing = 0)
    {
        var random = new Random(seed);
        var x = new float[n * 4];
        var y = new int[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 4; j++)
                x[(i * 4) + j] = (float)Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * MathF.Cos(
                    random.NextSingle() * 6.2831855f);
            double z = (2 * x[i * 4]) + Math.Sin(2 * x[(i * 4) + 1]) - x[(i * 4) + 2] + (random.NextDouble() - 0.5);
            y[i] = i < 2 ? i : z > 0 ? 1 : 0;
            for (int j = 0; j < 4; j++) if (random.NextDouble() < missing) x[(i * 4) + j] = float.NaN;
        }
        return (x, y);
    }
}
