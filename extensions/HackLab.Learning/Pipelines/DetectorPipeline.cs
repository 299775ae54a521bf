using HackLab.Data;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>Transformers in front of a detector; <see cref="Pipeline"/> makes it.</summary>
public sealed class DetectorPipeline : IAnomalyDetector, IStoredModel<DetectorPipeline>
{
    private readonly ITransformer[] _steps;

    internal DetectorPipeline(IReadOnlyList<string> features, ITransformer[] steps, IAnomalyDetector model) =>
        (Features, _steps, Model) = (features, steps, model);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The fitted transformers, in order.</summary>
    public IReadOnlyList<ITransformer> Steps => _steps;

    /// <summary>The fitted model behind them.</summary>
    public IAnomalyDetector Model { get; }

    static string IStoredModel<DetectorPipeline>.Kind => nameof(DetectorPipeline);

    /// <inheritdoc/>
    public float[] PredictAnomaly(ReadOnlySpan<float> x) => Model.PredictAnomaly(PipelineSteps.Apply(_steps, x, Features.Count));

    /// <summary>The steps and the model, in one line.</summary>
    public override string ToString() => string.Join(" → ", [.. _steps.Select(step => step.GetType().Name), Model.ToString()]);

    void IStoredModel<DetectorPipeline>.Write(ModelWriter to) => PipelineSteps.Write(to, Features, _steps, Model);

    static DetectorPipeline IStoredModel<DetectorPipeline>.Read(ModelReader from)
    {
        (string[] features, ITransformer[] steps, IAnomalyDetector model) = PipelineSteps.Read<IAnomalyDetector>(from);
        return new DetectorPipeline(features, steps, model);
    }
}
