using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;
using HackLab.Simulation.Numerics;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Evaluation;

[Collection(HostHooks.Name)]
public class PermutationImportanceTests
{
    private const int Rows = 2000;

    private static readonly float[] _x = Features();

    [Fact]
    public void Shuffling_a_linear_feature_raises_the_squared_error_by_twice_its_variance()
    {
        // yHat = 3 a + b: with a shuffled the error is 9 (a′ − a)², whose mean is 2 · 9 · Var(a); c is not used.
        double Error(float[] x) => -Metrics.MeanSquaredError(Linear(_x), Linear(x));
        PermutationImportance found = Metrics.PermutationImportance(_x, ["a", "b", "c"], Error, repeats: 20);
        double Variance(int column)
        {
            double[] values = [.. Enumerable.Range(0, Rows).Select(i => (double)_x[(i * 3) + column])];
            return values.Average(v => v * v) - Math.Pow(values.Average(), 2);
        }
        Assert.Equal(0, found.Baseline);
        Assert.InRange(found.Features[0].Mean / (18 * Variance(0)), 0.97, 1.03);
        Assert.InRange(found.Features[1].Mean / (2 * Variance(1)), 0.97, 1.03);
        Assert.Equal((0.0, 0.0), (found.Features[2].Mean, found.Features[2].Std));
        Assert.Equal(20, found.Features[0].Falls.Count);
        Assert.Equal("a", found.Ranked[0].Name);
        Assert.Equal(found.Features.Select(f => f.Mean), Metrics.PermutationImportance(_x, ["a", "b", "c"], Error, repeats: 20).Features.Select(f => f.Mean));
    }

    [Fact]
    public void Classifiers_and_regressions_are_measured_by_their_usual_metric()
    {
        int[] y = [.. Linear(_x).Select(v => v > 0 ? 1 : 0)];
        var data = new TabularData("rows", [new Feature("a"), new Feature("b"), new Feature("c")], _x, y, ["no", "yes"]);
        PermutationImportance auc = Metrics.PermutationImportance(new Threshold(), data, repeats: 2);
        Assert.Equal(("AUC", 1.0), (auc.Metric, auc.Baseline));
        Assert.True(auc.Features[0].Mean > 0.3 && auc.Features[1].Mean is > 0.02 and < 0.2);
        PermutationImportance r2 = Metrics.PermutationImportance(new Line(), _x, Linear(_x), repeats: 2);
        Assert.Equal(1, r2.Baseline);
        Assert.True(r2.Features[0].Mean > 1 && r2.Features[2].Mean == 0);
        Assert.Contains("fall of R²", r2.ToText(), StringComparison.Ordinal);
        Assert.Contains("fall of AUC when shuffled", auc.ToFigure().ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_cell_keeps_the_features_done()
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        using (new FakeKernel(source.Token))
        {
            PermutationImportance found = Metrics.PermutationImportance(_x, ["a", "b", "c"], _ =>
            {
                if (++calls == 8) source.Cancel();   // the baseline, five of a, two of b
                return 0;
            });
            Assert.Equal("a", Assert.Single(found.Features).Name);
            Assert.Throws<OperationCanceledException>(() => Metrics.PermutationImportance(_x, ["a", "b", "c"], _ => 0));
        }
        Assert.Contains("no whole number of rows", Assert.Throws<ArgumentException>(() => Metrics.PermutationImportance([1, 2, 3], ["a", "b"], _ => 0)).Message, StringComparison.Ordinal);
    }

    private static float[] Features()
    {
        var random = new SeededRandom(5);
        return [.. Enumerable.Range(0, Rows * 3).Select(_ => (float)random.NextNormal())];
    }

    private static float[] Linear(ReadOnlySpan<float> x)
    {
        var y = new float[x.Length / 3];
        for (int i = 0; i < y.Length; i++) y[i] = (3 * x[i * 3]) + x[(i * 3) + 1];
        return y;
    }

    private sealed class Line : IRegressor
    {
        public IReadOnlyList<string> Features => ["a", "b", "c"];

        public float[] Predict(ReadOnlySpan<float> x) => Linear(x);
    }

    private sealed class Threshold : IClassifier
    {
        public IReadOnlyList<string> Features => ["a", "b", "c"];

        public IReadOnlyList<string> ClassNames => ["no", "yes"];

        public float[] PredictProbabilities(ReadOnlySpan<float> x) =>
            [.. Linear(x).SelectMany(v => new[] { 1 - (1 / (1 + MathF.Exp(-v))), 1 / (1 + MathF.Exp(-v)) })];
    }
}
