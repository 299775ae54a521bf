using System.Text.Json;
using HackLab.Learning;
using HackLab.Learning.Internals;
using HackLab.Simulation.Numerics;
using Xunit;

namespace HackLab.Tests.Learning;

public class NeighborsTests
{
    private static readonly float[] _queries = [.. Classical.Test, .. Classical.X.Take(20)];

    public static TheoryData<int, string> Fits
    {
        get
        {
            var fits = new TheoryData<int, string>();
            foreach (JsonElement fit in Classical.Of("neighbours").EnumerateArray()) fits.Add(fit.GetProperty("k").GetInt32(), fit.GetProperty("weights").GetString()!);
            return fits;
        }
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void Shares_and_means_equal_those_of_scikit_learn(int k, string weights)
    {
        JsonElement expected = Classical.Of("neighbours").EnumerateArray().Single(f => f.GetProperty("k").GetInt32() == k && f.GetProperty("weights").GetString() == weights);
        var options = new KNeighborsOptions { Neighbors = k, Weights = weights == "distance" ? NeighborWeights.Distance : NeighborWeights.Uniform };
        Classical.Same(expected.GetProperty("p"), KNeighborsClassifier.Fit(Classical.Rows, options).PredictProbabilities(_queries), 1e-7);
        Classical.Same(expected.GetProperty("number"), KNeighborsRegressor.Fit(Classical.X, Classical.Targets, options).Predict(_queries), 1e-7);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(9, 3, 0)]
    [InlineData(1000, 28, 0)]
    [InlineData(3000, 2, 1e6f)]   // far from 0 the difference of squares would be rounding alone
    public void The_nearest_rows_are_those_of_a_sort_in_double_precision(int n, int d, float away)
    {
        var random = new SeededRandom(n);
        float[] x = [.. Enumerable.Range(0, n * d).Select(_ => away + (float)Math.Round(random.NextNormal() * 8) / 8)];   // many ties
        float[] queries = [.. Enumerable.Range(0, 70 * d).Select(_ => away + (float)random.NextNormal())];
        int k = Math.Min(n, 7);
        var found = new int[70][];
        new NearestRows(x, d).Find(queries, k, (q, rows, _) => found[q] = rows.ToArray(), CancellationToken.None);
        for (int q = 0; q < 70; q++)
        {
            double Distance(int row) => Enumerable.Range(0, d).Sum(j => Math.Pow((double)queries[(q * d) + j] - x[(row * d) + j], 2));
            int[] expected = [.. Enumerable.Range(0, n).OrderBy(Distance).ThenBy(row => row).Take(k)];
            // Sums in another order can differ in the last bit, which only matters between rows that are equally near.
            Classical.Same([.. expected.Select(Distance)], [.. found[q].Select(Distance)], 1e-14);
        }
    }

    [Fact]
    public void Equal_rows_are_taken_in_order_and_all_of_them_can_be_asked_for()
    {
        float[] x = [.. Enumerable.Repeat(1f, 500), 2];
        var found = new List<int>();
        new NearestRows(x, 1).Find([1f], 3, (_, rows, _) => found.AddRange(rows), CancellationToken.None);
        Assert.Equal([0, 1, 2], found);
        found.Clear();
        new NearestRows(x, 1).Find([1e30f], 501, (_, rows, _) => found.AddRange(rows), CancellationToken.None);
        Assert.Equal(501, found.Distinct().Count());
    }

    [Fact]
    public void A_row_with_NaN_has_no_probability()
    {
        KNeighborsClassifier model = KNeighborsClassifier.Fit([0, 1, 8, 9], [0, 0, 1, 1], new() { Neighbors = 1 });
        Assert.Equal([1f, 0, float.NaN, float.NaN, 0, 1], model.PredictProbabilities([0.5f, float.NaN, 7]));
        Assert.Contains("from 1 to 4", Assert.Throws<ArgumentException>(() => KNeighborsClassifier.Fit([0, 1, 8, 9], [0, 0, 1, 1])).Message, StringComparison.Ordinal);
    }
}
