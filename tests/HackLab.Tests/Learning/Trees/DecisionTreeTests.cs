using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning;
using HackLab.Learning.Internals;
using Xunit;

namespace HackLab.Tests.Learning.Trees;

public class DecisionTreeTests
{
    private static readonly JsonElement _data = TreesReference.Root;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_node_is_that_of_scikit_learn(int number)
    {
        JsonElement expected = _data.GetProperty("trees")[number];
        T Setting<T>(string name, T otherwise, Func<JsonElement, T> read) =>
            expected.TryGetProperty(name, out JsonElement value) ? read(value) : otherwise;
        var options = new DecisionTreeOptions
        {
            Impurity = expected.GetProperty("criterion").GetString() == "entropy" ? Impurity.Entropy : Impurity.Gini,
            MaxDepth = Setting("max_depth", int.MaxValue, v => v.GetInt32()),
            MaxLeaves = Setting("max_leaf_nodes", int.MaxValue, v => v.GetInt32()),
            MinSamplesLeaf = Setting("min_samples_leaf", 1, v => v.GetInt32()),
            RowWeights = Setting("weights", false, v => v.GetBoolean()) ? TreesReference.Doubles(_data.GetProperty("weights"))
                : null,
        };
        float[] x = TreesReference.Floats(_data.GetProperty("x"));
        (Tree tree, IReadOnlyList<FeatureImportance> importances) = Fit();
        JsonElement[] nodes = [.. expected.GetProperty("nodes").EnumerateArray()];
        Assert.Equal(nodes.Length, tree.Count);
        int next = 0;
        Compare(0);
        double[] shares = TreesReference.Doubles(expected.GetProperty("importances"));
        foreach (FeatureImportance importance in importances)
            Assert.Equal(shares[int.Parse(importance.Name[1..])], importance.Value, 1e-9);

        (Tree, IReadOnlyList<FeatureImportance>) Fit()
        {
            if (expected.GetProperty("kind").GetString() == "classifier")
            {
                DecisionTreeClassifier model = DecisionTreeClassifier.Fit(
                    x, TreesReference.Ints(_data.GetProperty("y")), options);
                return (model.Tree, model.Importances);
            }
            DecisionTreeRegressor regressor = DecisionTreeRegressor.Fit(
                x, TreesReference.Floats(_data.GetProperty("target")), options);
            return (regressor.Tree, regressor.Importances);
        }

        void Compare(int node)   // depth first, left before right
        {
            JsonElement other = nodes[next++];
            Assert.Equal(other.GetProperty("feature").GetInt32(), tree.Feature[node]);
            Assert.Equal(other.GetProperty("weight").GetDouble(), tree.Weight[node], 1e-9);
            double[] value = TreesReference.Doubles(other.GetProperty("value"));
            for (int k = 0; k < value.Length; k++) Assert.Equal(value[k], tree.ValueOf(node)[k], 1e-6);
            if (tree.Feature[node] < 0) return;
            Assert.Equal(other.GetProperty("threshold").GetDouble(), tree.Threshold[node], 1e-6);
            Compare(tree.Left[node]);
            Compare(tree.Left[node] + 1);
        }
    }

    [Fact]
    public void A_tree_without_limits_knows_every_different_row_by_heart() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        int n = random.Next(4, 60);
        // Different in the first column; missing here and there in the second.
        float[] x = [.. Enumerable.Range(0, n).SelectMany(
            i => new[] { i * 0.5f, random.Next(5) == 0 ? float.NaN : random.Next(6) })];
        int[] y = [.. Enumerable.Range(0, n).Select(i => i < 3 ? i : random.Next(3))];
        float[] target = [.. y.Select(label => (label * 1.5f) - 1)];
        Assert.Equal(y, DecisionTreeClassifier.Fit(x, y).Predict(x));
        Assert.Equal(target, DecisionTreeRegressor.Fit(x, target).Predict(x));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void The_order_of_rows_and_doubled_weights_change_nothing()
    {
        float[] x = TreesReference.Floats(_data.GetProperty("x"));
        int[] y = TreesReference.Ints(_data.GetProperty("y"));
        TabularData rows = RowInput.Table(x, y), reversed = rows.Take([.. Enumerable.Range(0, rows.Count).Reverse()]);
        var options = new DecisionTreeOptions { MaxDepth = 4 };
        float[] expected = DecisionTreeClassifier.Fit(rows, options).PredictProbabilities(x);
        Assert.Equal(expected, DecisionTreeClassifier.Fit(reversed, options).PredictProbabilities(x));
        double[] twos = [.. y.Select(_ => 2.0)];
        Assert.Equal(expected, DecisionTreeClassifier.Fit(rows, options with { RowWeights = twos }).PredictProbabilities(x));
    }

    [Fact]
    public void Rows_without_a_value_can_be_what_tells()
    {
        float[] x = [1, 2, 3, float.NaN, float.NaN, 4];
        int[] y = [0, 0, 0, 1, 1, 0];
        DecisionTreeClassifier tree = DecisionTreeClassifier.Fit(x, y);
        Assert.Equal(2, tree.Leaves);
        Assert.Equal(y, tree.Predict(x));
        Assert.Contains("x0 is known?", tree.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_tree_can_be_read()
    {
        DecisionTreeClassifier tree = DecisionTreeClassifier.Fit([0, 1, 2, 3], [0, 0, 1, 1]);
        Assert.Equal(
            "Decision tree, 1 features: 2 leaves, depth 1\nx0 ≤ 1.5?   (0 50.0 %, 4 rows)\n    yes: 0 100.0 %, 2 rows\n    no:  1 100.0 %, 2 rows",
            tree.ToText());
        Assert.Contains(
            "<summary>x0 &#8804; 1.5?", ((IRichDisplay)tree).ToHtml().Replace("≤", "&#8804;", StringComparison.Ordinal),
                StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains(
            "MaxDepth must be at least 1", Throws(() => DecisionTreeClassifier.Fit([0, 1], [0, 1], new() { MaxDepth = 0 })),
                StringComparison.Ordinal);
        Assert.Contains(
            "MaxFeatures must be at least 1", Throws(
                () => DecisionTreeClassifier.Fit([0, 1], [0, 1], new() { MaxFeatures = 0 })), StringComparison.Ordinal);
        Assert.Contains(
            "2 of 0, 0 of 1", Throws(() => DecisionTreeClassifier.Fit([0, 1, 2], [0, 2, 0])), StringComparison.Ordinal);
        Assert.Contains(
            "Target 0 is", Throws(() => DecisionTreeRegressor.Fit([0], [float.PositiveInfinity])), StringComparison.Ordinal);
        Assert.Contains("one is 12344", Throws(() => DecisionTreeClassifier.Fit([0, 1], [0, 12344])), StringComparison.Ordinal);
    }

    private static string Throws(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
