using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Learning;

public class NaiveBayesTests
{
    [Fact]
    public void Gaussian_probabilities_equal_those_of_scikit_learn()
    {
        GaussianNaiveBayes model = GaussianNaiveBayes.Fit(Classical.Rows);
        Classical.Same(Classical.Of("bayes", "means"), model.Means, 1e-12);
        Classical.Same(Classical.Of("bayes", "variances"), model.Variances, 1e-12);
        Classical.Same(Classical.Of("bayes", "gaussian"), model.PredictProbabilities(Classical.Test), 1e-7);
    }

    [Fact]
    public void Counts_and_yes_or_no_equal_those_of_scikit_learn()
    {
        float[] counts = Classical.Floats(Classical.Of("bayes", "counts"));
        float[] test = [.. Classical.Test.Select(v => MathF.Floor(MathF.Abs(v) * 2))];
        Classical.Same(Classical.Of("bayes", "multinomial"), CountNaiveBayes.Fit(counts, Classical.Y, alpha: 0.5).PredictProbabilities(test), 1e-7);
        CountNaiveBayes yes = CountNaiveBayes.Fit(Classical.Rows, CountModel.Bernoulli, 0.5);
        Classical.Same(Classical.Of("bayes", "bernoulli"), yes.PredictProbabilities(Classical.Test), 1e-7);
        Assert.All(yes.PredictProbabilities([1, float.NaN, 1, 1]), p => Assert.True(float.IsNaN(p)));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("a count below 0", Assert.Throws<ArgumentException>(() => CountNaiveBayes.Fit([-1, 2], [0, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("one value only", Assert.Throws<ArgumentException>(() => GaussianNaiveBayes.Fit([1, 1, 2, 3], [0, 0, 1, 1], 0)).Message, StringComparison.Ordinal);
        Assert.Contains("to tell classes apart takes two", Assert.Throws<ArgumentException>(
            () => GaussianNaiveBayes.Fit(new HackLab.Data.TabularData("one", Classical.Columns(1), [1f], [0], ["a"]))).Message, StringComparison.Ordinal);
    }
}
