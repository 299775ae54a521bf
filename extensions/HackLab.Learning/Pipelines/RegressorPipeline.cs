using HackLab.Data;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>Transformers in front of a regressor; <see cref="Pipeline"/> makes it.</summary>
public sealed class RegressorPipeline : IRegressor, IStoredModel<RegressorPipeline>
{
    private readonly ITransformer[] _steps;

    internal RegressorPipeline(IReadOnlyList<string> features, ITransformer[] steps, IRegressor model) =>
        (Features, _steps, Model) = (features, steps, model);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The fitted transformers, in order.</summary>
    public IReadOnlyList<ITransformer> Steps => _steps;

    /// <summary>The fitted model behind them.</summary>
    public IRegressor Model { get; }

    static string IStoredModel<RegressorPipeline>.Kind => nameof(RegressorPipeline);

    /// <inheritdoc/>
    public float[] Predict(ReadOnlySpan<float> x) => Model.Predict(PipelineSteps.Apply(_steps, x, Features.Count));

    /// <summary>The steps and the model, in one line.</summary>
    public override string ToString() => string.Join(" → ", [.. _steps.Select(step => step.GetType().Name), Model.ToString()]);

    void IStoredModel<RegressorPipeline>.Write(ModelWriter to) => PipelineSteps.Write(to, Features, _steps, Model);

    static RegressorPipeline IStoredModel<RegressorPipeline>.Read(ModelReader from)
    {
        (string[] features, ITransformer[] steps, IRegressor model) = PipelineSteps.Read<IRegressor>(from);
        return new RegressorPipeline(features, steps, model);
    }
}
