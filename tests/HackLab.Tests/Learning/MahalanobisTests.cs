using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Learning;

public class MahalanobisTests
{
    [Fact]
    public void Distances_equal_those_of_scikit_learn()
    {
        float[] distance = MahalanobisDetector.Fit(Classical.Rows).PredictAnomaly(Classical.Test);
        Classical.Same(Classical.Of("mahalanobis", "squares"), distance.Select(v => (double)v * v), 1e-6);
    }

    [Fact]
    public void Ledoit_and_Wolf_shrink_as_in_scikit_learn()
    {
        MahalanobisDetector model = MahalanobisDetector.Fit(Classical.Rows, CovarianceEstimate.LedoitWolf);
        Assert.Equal(Classical.Of("mahalanobis", "shrinkage").GetDouble(), model.Shrinkage, 1e-10);
        Classical.Same(Classical.Of("mahalanobis", "shrunk"), model.Covariance, 1e-10);
    }

    [Fact]
    public void The_closest_half_is_that_of_scikit_learn_and_outliers_do_not_count()
    {
        float[] dirty = Classical.Floats(Classical.Of("mahalanobis", "dirty"));
        MahalanobisDetector robust = MahalanobisDetector.Fit(dirty, 4, CovarianceEstimate.Robust);
        Classical.Same(Classical.Of("mahalanobis", "location"), robust.Means, 1e-8);
        Classical.Same(Classical.Of("mahalanobis", "robust"), robust.Covariance, 1e-8);
        float[] distance = robust.PredictAnomaly(dirty);
        int[] farthest = [.. Enumerable.Range(0, 150).OrderByDescending(i => distance[i]).Take(25)];
        Assert.All(farthest, row => Assert.Equal(0, row % 6));
    }

    [Fact]
    public void A_flat_covariance_says_what_to_do()
    {
        float[] flat = [1, 2, 2, 4, 3, 6, 5, 10];
        Assert.Contains("LedoitWolf", Assert.Throws<ArgumentException>(() => MahalanobisDetector.Fit(flat, 2)).Message, StringComparison.Ordinal);
        Assert.All(MahalanobisDetector.Fit([1, 2, 2, 4, 3, 6, 5, 9], 2, CovarianceEstimate.LedoitWolf).PredictAnomaly(flat), v => Assert.True(float.IsFinite(v)));
    }
}
