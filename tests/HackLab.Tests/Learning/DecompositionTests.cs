using HackLab.Data;
using HackLab.Learning;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Learning;

[Collection(HostHooks.Name)]
public class DecompositionTests
{
    [Fact]
    public void Components_and_variances_equal_those_of_scikit_learn()
    {
        Pca pca = Pca.Fit(Classical.Rows);
        SameUpToSigns(Classical.Doubles(Classical.Of("pca", "components")), pca.Components, 4, 1e-9);
        Classical.Same(Classical.Of("pca", "variances"), pca.ExplainedVariance, 1e-10);
        Classical.Same(Classical.Of("pca", "ratios"), pca.ExplainedVarianceRatio, 1e-10);
        double[] places = [.. Classical.Of("pca", "places").EnumerateArray().Select(v => Math.Abs(v.GetDouble()))];
        Classical.Same(places, [.. pca.Transform(Classical.Test).Select(v => (double)Math.Abs(v))], 1e-6);
        double[] white = [.. Classical.Of("pca", "white").EnumerateArray().Select(v => Math.Abs(v.GetDouble()))];
        Classical.Same(white, [.. Pca.Fit(Classical.Rows, 2, whiten: true).Transform(Classical.Test).Select(v => (double)Math.Abs(v))], 1e-6);
    }

    [Fact]
    public void More_features_than_rows_give_the_same_components()
    {
        Pca pca = Pca.Fit(Classical.Floats(Classical.Of("pca", "wide")), 10, 4);
        SameUpToSigns(Classical.Doubles(Classical.Of("pca", "wideComponents")), pca.Components, 10, 1e-9);
        Classical.Same(Classical.Of("pca", "wideVariances"), pca.ExplainedVariance, 1e-10);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_components_bring_the_rows_back_and_fewer_come_near(bool whiten)
    {
        Pca all = Pca.Fit(Classical.Rows, whiten: whiten), two = Pca.Fit(Classical.Rows, 2, whiten);
        Classical.Same([.. Classical.Test.Select(v => (double)v)], [.. all.Inverse(all.Transform(Classical.Test)).Select(v => (double)v)], 1e-5);
        float[] near = two.Inverse(two.Transform(Classical.X));
        double lost = near.Zip(Classical.X, (a, b) => Math.Pow(a - b, 2)).Sum() / 149;
        Assert.Equal(all.ExplainedVariance.Skip(2).Sum(), lost, 1e-4);   // what is lost is the variance of the others
        TabularData plane = two.Transform(Classical.Rows);
        Assert.Equal(["PC1", "PC2"], plane.Features.Select(f => f.Name));
        Assert.Contains("of the variance", two.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_is_as_good_as_that_of_scikit_learn_and_the_same_each_time()
    {
        float[] x = Classical.Floats(Classical.Of("tsne", "x"));
        TSne map = TSne.Fit(x, 8, new() { Perplexity = 20 });
        double expected = Classical.Of("tsne", "divergence").GetDouble();
        Assert.InRange(map.KlDivergence, 0.9 * expected, 1.1 * expected);
        Assert.True(Trust(x, 8, map.Points, 10) > Classical.Of("tsne", "trust").GetDouble() - 0.01);
        TSne shorter = TSne.Fit(x, 8, new() { Perplexity = 20, MaxIterations = 250 });
        Assert.Equal(shorter.Points, TSne.Fit(x, 8, new() { Perplexity = 20, MaxIterations = 250 }).Points);
    }

    [Fact]
    public void An_interrupted_map_keeps_what_was_reached_and_equal_rows_part()
    {
        using (var source = new CancellationTokenSource())
        {
            source.Cancel();
            using var kernel = new FakeKernel(source.Token);
            Assert.Equal(StopReason.Interrupted, TSne.Fit(Classical.Rows).Stopped);
        }
        TSne map = TSne.Fit(new float[40], 2, new() { Perplexity = 5, MaxIterations = 300 });
        Assert.All(map.Points, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(20, map.Points.Chunk(2).Select(p => (p[0], p[1])).Distinct().Count());
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("at least two rows", Assert.Throws<ArgumentException>(() => Pca.Fit([1, 2], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("from 1 to 2", Assert.Throws<ArgumentException>(() => Pca.Fit([1, 2, 3, 5], 2, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("Perplexity must be", Assert.Throws<ArgumentException>(() => TSne.Fit(new float[10], 2)).Message, StringComparison.Ordinal);
    }

    // The share of near neighbours in the map that are near in space (Venna and Kaski, 2001), as scikit-learn's trustworthiness.
    private static double Trust(float[] x, int d, float[] points, int k)
    {
        int n = points.Length / 2;
        double penalty = 0;
        for (int i = 0; i < n; i++)
        {
            double Far(int j) => Enumerable.Range(0, d).Sum(c => Math.Pow(x[(i * d) + c] - x[(j * d) + c], 2));
            double Apart(int j) => Math.Pow(points[2 * i] - points[2 * j], 2) + Math.Pow(points[(2 * i) + 1] - points[(2 * j) + 1], 2);
            int[] others = [.. Enumerable.Range(0, n).Where(j => j != i)];
            Dictionary<int, int> rank = others.OrderBy(Far).Select((j, r) => (j, r)).ToDictionary(pair => pair.j, pair => pair.r + 1);
            penalty += others.OrderBy(Apart).Take(k).Sum(j => Math.Max(0, rank[j] - k));
        }
        return 1 - (2 * penalty / (n * k * ((2.0 * n) - (3 * k) - 1)));
    }

    private static void SameUpToSigns(double[] expected, IReadOnlyList<double> found, int d, double tolerance)
    {
        Assert.Equal(expected.Length, found.Count);
        for (int c = 0; c < expected.Length; c += d)
        {
            double sign = Math.Sign(Enumerable.Range(c, d).Sum(i => expected[i] * found[i]));
            Classical.Same(expected[c..(c + d)], [.. Enumerable.Range(c, d).Select(i => sign * found[i])], tolerance);
        }
    }
}
