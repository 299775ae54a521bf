using System.Text.Json;
using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Learning;

public class LinearRegressionTests
{
    public static TheoryData<string> Fits => [.. Classical.Of("linear").EnumerateArray().Select(fit => fit.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Fits))]
    public void Coefficients_equal_those_of_scikit_learn(string name)
    {
        JsonElement expected = Classical.Of("linear").EnumerateArray().Single(fit => fit.GetProperty("name").GetString() == name);
        double[] numbers = [.. name.Split(' ').Skip(1).Select(word => double.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out double v) ? v : 0)];
        LinearRegressionOptions options = name.Split(' ')[0] switch
        {
            "ridge" => new() { Penalty = Penalty.Ridge, Alpha = numbers[0] },
            "lasso" => new() { Penalty = Penalty.Lasso, Alpha = numbers[0] },
            "elastic" => new() { Penalty = Penalty.ElasticNet, Alpha = numbers[0], L1Ratio = numbers[1] },
            "no" => new() { HasIntercept = false },
            _ => new(),
        };
        // One more column, the sum of two others: of all coefficients with the least error the shortest are asked for.
        float[] x = name == "dependent" ? [.. Classical.X.Chunk(4).SelectMany(row => (float[])[.. row, row[0] + row[1]])] : Classical.X;
        LinearRegression model = LinearRegression.Fit(x, Classical.Targets, options);
        Assert.Equal(StopReason.Converged, model.Stopped);
        Classical.Same(expected.GetProperty("coefficients"), model.Weights, 1e-8);
        Assert.Equal(expected.GetProperty("intercept").GetDouble(), model.Intercept, 1e-8);
    }

    [Fact]
    public void Lasso_leaves_features_out()
    {
        LinearRegression model = LinearRegression.Fit(Classical.X, Classical.Targets, new() { Penalty = Penalty.Lasso, Alpha = 0.5 });
        Assert.Contains(0.0, model.Weights);
        Assert.Contains(model.Weights, w => w != 0);
    }

    [Fact]
    public void A_line_is_found_exactly_and_continued()
    {
        LinearRegression line = LinearRegression.Fit([0, 1, 2], [1, 3, 5]);
        Assert.Equal(2, line.Weights[0], 12);
        Assert.Equal([21f, float.NaN], line.Predict([10, float.NaN]));
        Assert.Contains("(intercept)", line.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_rows_than_features_give_the_shortest_coefficients_that_fit()
    {
        LinearRegression model = LinearRegression.Fit([1, 0, 1, 3, 2, 1], [2, 4], new() { HasIntercept = false });
        Classical.Same([2, 4], [.. model.Predict([1, 0, 1, 3, 2, 1]).Select(v => (double)v)], 1e-6);
        // Any w plus a multiple of what both rows are at right angles to, (−2, 2, 2), fits too: ours has no part of it.
        Assert.Equal(0, (-2 * model.Weights[0]) + (2 * model.Weights[1]) + (2 * model.Weights[2]), 10);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("y of row 1 is NaN", Throws(() => LinearRegression.Fit([0, 1], [0, float.NaN])), StringComparison.Ordinal);
        Assert.Contains("feature x0: found Infinity", Throws(() => LinearRegression.Fit([0, float.PositiveInfinity], [0, 1])), StringComparison.Ordinal);
        Assert.Contains("Alpha must be at least 0", Throws(() => LinearRegression.Fit([0, 1], [0, 1], new() { Alpha = -1 })), StringComparison.Ordinal);
        Assert.Contains("150 rows, but y has 1", Throws(() => LinearRegression.Fit(Classical.Rows, [1f])), StringComparison.Ordinal);
        Assert.Contains(
            "no whole number of rows of 2 features",
            Assert.Throws<ArgumentException>(() => LinearRegression.Fit([0, 1, 2, 3], [1, 2]).Predict([1, 2, 3])).Message, StringComparison.Ordinal);
    }

    private static string Throws(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
