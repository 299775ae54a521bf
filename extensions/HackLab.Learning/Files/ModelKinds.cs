using HackLab.Data;

namespace HackLab.Learning.Files;

/// <summary>How one kind of model is written and read.</summary>
internal sealed record ModelKind(
    string Name, int Version, Type Type, Action<object, ModelWriter> Write, Func<ModelReader, object> Read);

/// <summary>Every kind of model that a file can hold.</summary>
internal static class ModelKinds
{
    /// <summary>The kinds; a new model adds its line.</summary>
    internal static readonly IReadOnlyList<ModelKind> All =
    [
        Of<ClassifierPipeline>(),
        Of<CountNaiveBayes>(),
        Of<DecisionTreeClassifier>(),
        Of<DecisionTreeRegressor>(),
        Of<DetectorPipeline>(),
        Of<GaussianMixture>(),
        Of<GaussianNaiveBayes>(),
        Of<GradientBoostingClassifier>(),
        Of<GradientBoostingRegressor>(),
        Of<IsolationForest>(),
        Of<KMeans>(),
        Of<KNeighborsClassifier>(),
        Of<KNeighborsRegressor>(),
        Of<KernelRidge>(),
        Of<LinearRegression>(),
        Of<LogisticRegression>(),
        Of<MahalanobisDetector>(),
        Of<OneClassSvm>(),
        Of<Pca>(),
        Of<RandomForestClassifier>(),
        Of<RandomForestRegressor>(),
        Of<RegressorPipeline>(),
        Of<SupportVectorClassifier>(),
        new(nameof(Scaler), 1, typeof(Scaler), (scaler, to) => StoredScaler.Write((Scaler)scaler, to), StoredScaler.Read),
    ];

    private static readonly Dictionary<string, ModelKind> _byName = All.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
    private static readonly Dictionary<Type, ModelKind> _byType = All.ToDictionary(kind => kind.Type);

    internal static ModelKind? Find(string name) => _byName.GetValueOrDefault(name);

    internal static ModelKind? Find(Type type) => _byType.GetValueOrDefault(type);

    private static ModelKind Of<T>()
        where T : class, IStoredModel<T> =>
        new(T.Kind, T.Version, typeof(T), (model, to) => ((T)model).Write(to), from => T.Read(from));
}
