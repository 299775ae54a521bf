using System.Text.Json;
using HackLab.Data;
using HackLab.Learning;
using HackLab.Simulation.Numerics;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Learning;

[Collection(HostHooks.Name)]
public class ClusterTests
{
    [Fact]
    public void K_means_from_the_same_centers_ends_where_scikit_learn_does()
    {
        KMeans model = KMeans.Fit(
            Classical.Rows, new() { Clusters = 4, Centers = Classical.Floats(Classical.Of("kmeans", "start")), Tolerance = 0 });
        Assert.Equal(StopReason.Converged, model.Stopped);
        Classical.Same(Classical.Of("kmeans", "centers"), model.Centers, 1e-9);
        Assert.Equal(Classical.Of("kmeans", "inertia").GetDouble(), model.Inertia, 1e-9 * model.Inertia);
        Assert.Equal(Classical.Ints(Classical.Of("kmeans", "labels")), model.PredictCluster(Classical.Test));
    }

    [Fact]
    public void Rounding_decides_for_no_row_even_far_from_zero()
    {
        var random = new SeededRandom(5);
        float[] near = [.. Enumerable.Range(0, 4000).Select(_ => (float)Math.Round(random.NextNormal() * 16) / 16)];
        float[] far = [.. near.Select(v => v + 65536)];   // exact: sixteenths below 2¹⁷ fit into 24 bits
        KMeansOptions options = new() { Clusters = 9, Restarts = 2 };
        KMeans a = KMeans.Fit(near, 4, options), b = KMeans.Fit(far, 4, options);
        Assert.Equal(a.Inertia, b.Inertia, 1e-6 * a.Inertia);
        Assert.Equal(a.PredictCluster(near), b.PredictCluster(far));
        int[] nearest = a.PredictCluster(near);
        for (int i = 0; i < nearest.Length; i++)
        {
            double Distance(int c) => Enumerable.Range(0, 4).Sum(j => Math.Pow(near[(i * 4) + j] - a.Centers[(c * 4) + j], 2));
            Assert.Equal(Enumerable.Range(0, 9).Min(Distance), Distance(nearest[i]), 12);
        }
    }

    [Fact]
    public void Plus_plus_finds_groups_that_lie_apart()
    {
        var random = new SeededRandom(1);
        float[] x = [.. Enumerable.Range(0, 600).SelectMany(i => (float[])[(i % 6 * 20) + (float)random.NextNormal(), (float)random.NextNormal()])];
        KMeans model = KMeans.Fit(x, 2, new() { Clusters = 6, Restarts = 3 });
        Assert.Equal(Enumerable.Range(0, 6).Select(c => c * 20.0), model.Centers.Where((_, i) => i % 2 == 0).Order().Select(v => Math.Round(v / 20) * 20));
        int[] groups = model.PredictCluster(x);
        Assert.All(Enumerable.Range(0, 600), i => Assert.Equal(groups[i % 6], groups[i]));
        Assert.Equal(model.Centers, KMeans.Fit(x, 2, new() { Clusters = 6, Restarts = 3 }).Centers);
    }

    [Fact]
    public void A_center_without_rows_gets_one()
    {
        KMeans model = KMeans.Fit([0, 1, 10, 11], 1, new() { Clusters = 3, Centers = [0, 10, 1000], Tolerance = 0 });
        Assert.Equal(3, model.PredictCluster([0, 1, 10, 11]).Distinct().Count());
        Assert.Equal(0.5, model.Inertia, 12);
        Assert.Equal(0, KMeans.Fit([5, 5, 5], 1, new() { Clusters = 3 }).Inertia);
    }

    public static TheoryData<int> Mixtures => [.. Enumerable.Range(0, Classical.Of("mixtures").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Mixtures))]
    public void A_mixture_from_the_same_groups_ends_where_scikit_learn_does(int index)
    {
        JsonElement expected = Classical.Of("mixtures")[index];
        bool full = expected.GetProperty("kind").GetString() == "full";
        double tolerance = expected.GetProperty("tolerance").GetDouble();
        GaussianMixture model = GaussianMixture.Fit(Classical.Rows, new()
        {
            Components = 3,
            Covariance = full ? CovarianceKind.Full : CovarianceKind.Diagonal,
            StartFrom = Classical.Y,
            Tolerance = tolerance,
            MaxIterations = expected.GetProperty("rounds").GetInt32(),
        });
        Assert.Equal(tolerance > 0 ? StopReason.Converged : StopReason.IterationLimit, model.Stopped);
        Assert.Equal(expected.GetProperty("rounds").GetInt32(), model.Iterations);
        Assert.Equal(expected.GetProperty("bound").GetDouble(), model.LogLikelihood, 1e-10);
        Classical.Same(expected.GetProperty("weights"), model.Weights, 1e-9);
        Classical.Same(expected.GetProperty("means"), model.Means, 1e-9);
        Classical.Same(expected.GetProperty("covariances"), model.Covariances, 1e-9);
        Classical.Same(expected.GetProperty("density"), model.PredictAnomaly(Classical.Test).Select(v => -v), 1e-6);
    }

    [Fact]
    public void Soft_groups_sum_to_one_and_the_strongest_is_the_group()
    {
        GaussianMixture model = GaussianMixture.Fit(Classical.Rows, new() { Components = 3 });
        float[] p = model.PredictProbabilities(Classical.Test);
        Assert.All(p.Chunk(3), row => Assert.Equal(1, row.Sum(), 1e-6));
        Assert.Equal(p.Chunk(3).Select(row => Array.IndexOf(row, row.Max())), model.PredictCluster(Classical.Test));
    }

    [Fact]
    public void An_interrupted_fit_keeps_what_was_reached()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        using var kernel = new FakeKernel(source.Token);
        Assert.Equal(StopReason.Interrupted, KMeans.Fit(Classical.Rows, new() { Clusters = 3 }).Stopped);
        GaussianMixture mixture = GaussianMixture.Fit(Classical.Rows, new() { StartFrom = [.. Classical.Y.Select(c => c % 2)] });
        Assert.Equal((StopReason.Interrupted, 0), (mixture.Stopped, mixture.Iterations));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("from 1 to 2", Throws(() => KMeans.Fit([1, 2], 1)), StringComparison.Ordinal);
        Assert.Contains("Row 0, feature x0: found NaN", Throws(() => KMeans.Fit([1, 2], 1, new() { Clusters = 1 }).PredictCluster([float.NaN])), StringComparison.Ordinal);
        Assert.Contains("has become flat", Throws(() => GaussianMixture.Fit([1, 2, 2, 4, 3, 6, 5, 10], 2, new() { Components = 1, Regularization = 0 })), StringComparison.Ordinal);
    }

    private static string Throws(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
