using System.Text.Json;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;
using HackLab.Learning.Internals;
using HackLab.Simulation.Numerics;
using HackLab.Tests.Data;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Learning.Trees;

[Collection(HostHooks.Name)]
public class ForestTests
{
    [Fact]
    public void A_forest_tells_real_HIGGS_rows_apart_and_its_out_of_bag_score_foretells_how_well()
    {
        TabularData train = RealHiggsRowsTests.Load("higgs_7000.tsv"), test = RealHiggsRowsTests.Load("higgs_500.tsv");
        RandomForestClassifier forest = RandomForestClassifier.Fit(train.Take([.. Enumerable.Range(0, 2000)]));
        Assert.True(Metrics.Auc(test.Y, forest.PredictScore(test)) > 0.76);
        Assert.Equal(Metrics.Accuracy(test.Y, forest.Predict(test)), forest.OutOfBagScore, 0.06);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void The_forest_is_the_same_for_any_number_of_threads(int threads)
    {
        TabularData data = Datasets.Higgs.Load(Size.Simulated(400, 3));
        RandomForestClassifier one = RandomForestClassifier.Fit(data, new() { Trees = 12, Threads = 1 });
        RandomForestClassifier more = RandomForestClassifier.Fit(data, new() { Trees = 12, Threads = threads });
        Assert.Equal(one.PredictProbabilities(data), more.PredictProbabilities(data));
        Assert.Equal(one.OutOfBagProbabilities, more.OutOfBagProbabilities);
    }

    [Fact]
    public void A_forest_without_drawing_is_its_tree_many_times()
    {
        TabularData data = Datasets.Higgs.Load(Size.Simulated(200, 4));
        RandomForestClassifier forest = RandomForestClassifier.Fit(
            data, new() { Trees = 3, Bootstrap = false, MaxFeatures = 28, MaxDepth = 4 });
        DecisionTreeClassifier tree = DecisionTreeClassifier.Fit(data, new() { MaxDepth = 4 });
        float[] expected = tree.PredictProbabilities(data), found = forest.PredictProbabilities(data);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], 1e-6f);
        Assert.True(double.IsNaN(forest.OutOfBagScore));   // every tree has seen every row
        Assert.Equal(tree.Importances.Select(i => i.Name), forest.Importances.Select(i => i.Name));
    }

    [Fact]
    public void Each_tree_leaves_out_a_share_of_1_over_e_of_the_rows()
    {
        TabularData data = Datasets.Higgs.Load(Size.Simulated(500, 4));
        RandomForestClassifier one = RandomForestClassifier.Fit(data, new() { Trees = 1 });
        double unseen = one.OutOfBagProbabilities.Where((_, i) => i % 2 == 0).Count(p => !float.IsNaN(p)) / 500.0;
        Assert.Equal(Math.Exp(-1), unseen, 0.06);
    }

    [Fact]
    public void A_forest_of_numbers_follows_a_curve_and_scores_R2()
    {
        var random = new SeededRandom(8);
        float[] x = [.. Enumerable.Range(0, 1200).Select(_ => (float)(random.NextDouble() * 6))];
        float[] y = [.. x.Where((_, i) => i % 2 == 0).Select((v, i) => MathF.Sin(v) + (float)(0.1 * random.NextNormal()))];
        RandomForestRegressor forest = RandomForestRegressor.Fit(x, y, new() { Trees = 60, MaxFeatures = 2, MinSamplesLeaf = 5 });
        Assert.InRange(forest.OutOfBagScore, 0.95, 1);
        Assert.Equal("x0", forest.Importances[0].Name);
        Assert.Equal(1, forest.Predict([MathF.PI / 2, 3])[0], 0.1);
    }

    [Fact]
    public void An_interrupt_before_the_first_tree_is_an_interrupt()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        using var kernel = new FakeKernel(source.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => RandomForestClassifier.Fit([0, 1], [0, 1]));
        Assert.ThrowsAny<OperationCanceledException>(() => IsolationForest.Fit([0, 1], 1));
    }

    [Fact]
    public void The_usual_length_of_a_way_is_that_of_scikit_learn_and_of_the_paper()
    {
        JsonElement expected = TreesReference.Root.GetProperty("averagePathLength");
        int[] n = TreesReference.Ints(expected.GetProperty("n"));
        double[] c = TreesReference.Doubles(expected.GetProperty("c"));
        for (int i = 0; i < n.Length; i++) Assert.Equal(c[i], IsolationGrower.AveragePath(n[i]), 1e-12);
        Assert.Equal(10.24, IsolationGrower.AveragePath(256), 0.01);
    }

    [Fact]
    public void An_anomaly_score_is_two_to_the_minus_mean_way_over_the_usual_way()
    {
        TabularData data = Datasets.Higgs.Load(Size.Simulated(600, 3));
        IsolationForest forest = IsolationForest.Fit(data, new() { Trees = 20 });
        float[] score = forest.PredictAnomaly(data);
        for (int row = 0; row < 20; row++)
        {
            double path = forest.Grown.Average(tree => (double)tree.ValueOf(tree.LeafOf(data.Row(row)))[0]);
            Assert.Equal(Math.Pow(2, -path / IsolationGrower.AveragePath(256)), score[row], 1e-5);
        }
        // Each leaf's way is its depth, and what its rows would have needed on average; none is deeper than log2 256.
        Assert.All(forest.Grown, tree => Assert.InRange(tree.Depth, 1, 8));
        Assert.All(forest.Grown, tree => Assert.Equal(256, tree.Weight[0]));
    }

    [Fact]
    public void Far_off_rows_are_more_unusual_than_the_rest()
    {
        var random = new SeededRandom(9);
        // 500 rows, the last 10 far off
        float[] x = [.. Enumerable.Range(0, 1000).Select(i => (float)(random.NextNormal() + (i >= 980 ? 6 : 0)))];
        float[] score = IsolationForest.Fit(x, 2).PredictAnomaly(x);
        int[] strange = [.. Enumerable.Range(0, 500).Select(i => i >= 490 ? 1 : 0)];
        Assert.True(Metrics.Auc(strange, score) > 0.99);
        Assert.InRange(score.Average(), 0.35, 0.55);
        Assert.Equal(score, IsolationForest.Fit(x, 2).PredictAnomaly(x));
    }

    [Fact]
    public void Missing_and_infinite_values_are_no_reason_to_fail()
    {
        float[] x = [1, float.NaN, 2, float.PositiveInfinity, 3, 1, float.NaN, 2, 5, 1];
        Assert.All(IsolationForest.Fit(x, 2).PredictAnomaly(x), s => Assert.InRange(s, 0, 1));
        Assert.Equal(0.5, IsolationForest.Fit([4, 4, 4], 1).PredictAnomaly([4])[0], 6);   // all alike: nothing can be cut
    }
}
