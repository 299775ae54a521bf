using HackLab.Data;
using HackLab.Learning;

namespace HackLab.Tests.Learning.Files;

/// <summary>A small fitted model of every kind that a file can hold.</summary>
internal static class StoredModels
{
    // Two features, two classes, eight rows.
    private static readonly float[] _x = [0.5f, 1, 1, 0.25f, 1.5f, 2, 2, 1.75f, 3, 4, 3.5f, 3, 4, 4.5f, 4.25f, 3.5f];
    private static readonly int[] _y = [0, 0, 0, 1, 0, 1, 1, 1], _three = [0, 0, 0, 1, 1, 2, 2, 2];
    private static readonly float[] _numbers = [1, 2.5f, 2, 4, 3.5f, 7, 8, 8.25f];
    private static readonly TabularData _rows = new("rows", [new Feature("a", "cm"), new Feature("b")], _x, _y, ["no", "yes"]);

    /// <summary>One of each kind; a new kind adds its line.</summary>
    public static IReadOnlyList<IModel> All { get; } =
    [
        CountNaiveBayes.Fit(_x, _y),
        GaussianMixture.Fit(_x, 2),
        GaussianMixture.Fit(_x, 2, new() { Covariance = CovarianceKind.Diagonal }),
        GaussianNaiveBayes.Fit(_x, _y),
        KMeans.Fit(_x, 2, new() { Clusters = 3 }),
        KNeighborsClassifier.Fit(_x, _y, new() { Neighbors = 3, Weights = NeighborWeights.Distance }),
        KNeighborsRegressor.Fit(_x, _numbers, new() { Neighbors = 2 }),
        KernelRidge.Fit(_x, _numbers),
        LinearRegression.Fit(_x, _numbers),
        LogisticRegression.Fit(_x, _y),
        DecisionTreeClassifier.Fit(_x, _y),
        DecisionTreeRegressor.Fit(_x, _numbers, new() { MaxDepth = 2 }),
        RandomForestClassifier.Fit(_x, _y, new() { Trees = 3 }),
        RandomForestRegressor.Fit(_x, _numbers, new() { Trees = 3 }),
        IsolationForest.Fit(_x, 2, new() { Trees = 3 }),
        GradientBoostingClassifier.Fit(_x, _y, new() { MaxIterations = 3, MinSamplesLeaf = 1 }),
        GradientBoostingRegressor.Fit(_x, _numbers, new() { MaxIterations = 3, MinSamplesLeaf = 1 }),
        LogisticRegression.Fit(_x, _three),
        MahalanobisDetector.Fit(_x, 2),
        OneClassSvm.Fit(_x, 2),
        Pca.Fit(_x, 2),
        SupportVectorClassifier.Fit(_x, _y),
        SupportVectorClassifier.Fit(_x, _three),
        Pipeline.Fit(_rows, [rows => Scaler.Fit(rows), rows => Pca.Fit(rows, 1)], rows => GaussianNaiveBayes.Fit(rows)),
        Pipeline.Fit(_rows, _numbers, [rows => Scaler.Fit(rows, ScalerKind.Robust)], (rows, y) => LinearRegression.Fit(rows, y)),
        Pipeline.Fit(_rows, [rows => Scaler.Fit(rows)], rows => MahalanobisDetector.Fit(rows)),
    ];

    /// <summary>What a model says about some rows, whatever it can say.</summary>
    public static IReadOnlyList<float> Answers(IModel model, int rows = 5)
    {
        float[] x = [.. Enumerable.Range(0, rows * model.Features.Count).Select(i => (i * 0.7f % 5) - 0.5f)];
        var answers = new List<float>();
        if (model is IClassifier classifier) answers.AddRange(classifier.PredictProbabilities(x));
        if (model is IRegressor regressor) answers.AddRange(regressor.Predict(x));
        if (model is IAnomalyDetector detector) answers.AddRange(detector.PredictAnomaly(x));
        if (model is IClusterer clusterer) answers.AddRange(clusterer.PredictCluster(x).Select(c => (float)c));
        if (model is ITransformer transformer) answers.AddRange(transformer.Transform(x));
        return answers;
    }
}
