using System.Text.Json;
using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Learning.Trees;

/// <summary>Against scikit-learn's HistGradientBoosting, on columns of few values, where both have the same bins.</summary>
public class GradientBoostingReferenceTests
{
    private static readonly JsonElement _data = TreesReference.Boosting;

    private static readonly GradientBoostingRegressorOptions _options = new()
    {
        MaxIterations = 12, LearningRate = 0.2, MaxLeaves = 7, MinSamplesLeaf = 10, L2 = 0.5, MinHessianLeaf = 1e-3,
    };

    [Theory]
    [InlineData("binary", "x", "y")]
    [InlineData("missing", "missing", "y")]
    [InlineData("weights", "x", "y")]
    [InlineData("classes", "x", "class")]
    public void The_loss_after_each_round_and_the_probabilities_are_those_of_scikit_learn(string name, string x, string y)
    {
        float[] features = Floats(x);
        double[]? weights = name == "weights" ? TreesReference.Doubles(_data.GetProperty("weights")) : null;
        GradientBoostingClassifier model = GradientBoostingClassifier.Fit(
            features, TreesReference.Ints(_data.GetProperty(y)), _options with { RowWeights = weights });
        Compare(name, model.Log, model.PredictProbabilities(features.AsSpan(0, 80)));
    }

    [Theory]
    [InlineData("squared", RegressionLoss.Squared, 0.5)]
    [InlineData("absolute", RegressionLoss.Absolute, 0)]
    public void The_error_after_each_round_and_the_predictions_are_those_of_scikit_learn(
        string name, RegressionLoss loss, double l2)
    {
        float[] features = Floats("x");
        GradientBoostingRegressor model = GradientBoostingRegressor.Fit(
            features, Floats("target"), _options with { Loss = loss, L2 = l2 });
        Compare(name, model.Log, model.Predict(features.AsSpan(0, 80)));
    }

    private static void Compare(string name, IReadOnlyList<TrainingStep> log, float[] predicted)
    {
        JsonElement expected = _data.GetProperty("fits").EnumerateArray().Single(f => f.GetProperty("name").GetString() == name);
        double[] losses = TreesReference.Doubles(expected.GetProperty("losses")), last = TreesReference.Doubles(
            expected.GetProperty("last"));
        Assert.Equal(losses.Length + 1, log.Count);
        for (int round = 0; round < losses.Length; round++) Assert.Equal(losses[round], log[round + 1].Loss, 1e-6);
        Assert.Equal(last.Length, predicted.Length);
        for (int i = 0; i < last.Length; i++) Assert.Equal(last[i], predicted[i], 2e-6);
    }

    private static float[] Floats(string name) => TreesReference.Floats(_data.GetProperty(name));
}
