using HackLab.Learning;

namespace HackLab.Tests.Learning.Files;

/// <summary>A small fitted model of every kind that a file can hold.</summary>
internal static class StoredModels
{
    // Two features, two classes, eight rows.
    private static readonly float[] _x = [0.5f, 1, 1, 0.25f, 1.5f, 2, 2, 1.75f, 3, 4, 3.5f, 3, 4, 4.5f, 4.25f, 3.5f];
    private static readonly int[] _y = [0, 0, 0, 1, 0, 1, 1, 1];

    /// <summary>One of each kind; a new kind adds its line.</summary>
    public static IReadOnlyList<IModel> All { get; } =
    [
        LogisticRegression.Fit(_x, _y),
    ];

    /// <summary>What a model says about some rows, whatever it can say.</summary>
    public static IReadOnlyList<float> Answers(IModel model, int rows = 5)
    {
        float[] x = [.. Enumerable.Range(0, rows * model.Features.Count).Select(i => (i * 0.7f % 5) - 0.5f)];
        var answers = new List<float>();
        if (model is IClassifier classifier) answers.AddRange(classifier.PredictProbabilities(x));
        if (model is IRegressor regressor) answers.AddRange(regressor.Predict(x));
        if (model is IAnomalyDetector detector) answers.AddRange(detector.PredictAnomaly(x));
        return answers;
    }
}
