using HackLab.Data;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>Transformers in front of a classifier; <see cref="Pipeline"/> makes it.</summary>
public sealed class ClassifierPipeline : IClassifier, IStoredModel<ClassifierPipeline>
{
    private readonly ITransformer[] _steps;

    internal ClassifierPipeline(IReadOnlyList<string> features, ITransformer[] steps, IClassifier model) =>
        (Features, _steps, Model) = (features, steps, model);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The fitted transformers, in order.</summary>
    public IReadOnlyList<ITransformer> Steps => _steps;

    /// <summary>The fitted model behind them.</summary>
    public IClassifier Model { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => Model.ClassNames;

    static string IStoredModel<ClassifierPipeline>.Kind => nameof(ClassifierPipeline);

    /// <inheritdoc/>
    public float[] PredictProbabilities(ReadOnlySpan<float> x) =>
        Model.PredictProbabilities(PipelineSteps.Apply(_steps, x, Features.Count));

    /// <summary>The steps and the model, in one line.</summary>
    public override string ToString() => string.Join(" → ", [.. _steps.Select(step => step.GetType().Name), Model.ToString()]);

    void IStoredModel<ClassifierPipeline>.Write(ModelWriter to) => PipelineSteps.Write(to, Features, _steps, Model);

    static ClassifierPipeline IStoredModel<ClassifierPipeline>.Read(ModelReader from)
    {
        (string[] features, ITransformer[] steps, IClassifier model) = PipelineSteps.Read<IClassifier>(from);
        return new ClassifierPipeline(features, steps, model);
    }
}
