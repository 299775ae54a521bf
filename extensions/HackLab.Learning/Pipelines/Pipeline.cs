using HackLab.Data;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Puts transformers in front of a model and fits all of them on the training rows alone, so that cross-validation never lets a
/// scaler see the test rows. The result is a model like any other.
/// </summary>
public static class Pipeline
{
    /// <summary>Fits steps and a classifier.</summary>
    /// <param name="train">Labelled rows.</param>
    /// <param name="steps">Each is fitted on what the one before made of the rows.</param>
    /// <param name="fit">Fits the model on what the last step made.</param>
    /// <exception cref="ArgumentException">What the steps and the model throw.</exception>
    /// <example><code>
    /// var model = Pipeline.Fit(train, [rows => Scaler.Fit(rows), rows => Pca.Fit(rows, 8)], rows => KNeighborsClassifier.Fit(rows));
    /// </code></example>
    public static ClassifierPipeline Fit(
        TabularData train, IReadOnlyList<Func<TabularData, ITransformer>> steps, Func<TabularData, IClassifier> fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        (ITransformer[] fitted, TabularData last) = PipelineSteps.Fit(train, steps);
        return new ClassifierPipeline([.. train.Features.Select(f => f.Name)], fitted, fit(last));
    }

    /// <summary>Fits steps and a detector.</summary>
    /// <param name="train">Usual rows.</param>
    /// <param name="steps">Each is fitted on what the one before made of the rows.</param>
    /// <param name="fit">Fits the detector on what the last step made.</param>
    /// <exception cref="ArgumentException">What the steps and the detector throw.</exception>
    /// <example><code>var detector = Pipeline.Fit(background, [rows => Scaler.Fit(rows)], rows => OneClassSvm.Fit(rows, nu: 0.05));</code></example>
    public static DetectorPipeline Fit(
        TabularData train, IReadOnlyList<Func<TabularData, ITransformer>> steps, Func<TabularData, IAnomalyDetector> fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        (ITransformer[] fitted, TabularData last) = PipelineSteps.Fit(train, steps);
        return new DetectorPipeline([.. train.Features.Select(f => f.Name)], fitted, fit(last));
    }

    /// <summary>Fits steps and a regressor.</summary>
    /// <param name="train">Rows; their classes are not used.</param>
    /// <param name="y">The number of each row, shape [n].</param>
    /// <param name="steps">Each is fitted on what the one before made of the rows.</param>
    /// <param name="fit">Fits the model on what the last step made, and y.</param>
    /// <exception cref="ArgumentException">What the steps and the model throw.</exception>
    /// <example><code>var model = Pipeline.Fit(train, y, [rows => Scaler.Fit(rows)], (rows, y) => KernelRidge.Fit(rows, y));</code></example>
    public static RegressorPipeline Fit(
        TabularData train, float[] y, IReadOnlyList<Func<TabularData, ITransformer>> steps, Func<TabularData, float[], IRegressor> fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        (ITransformer[] fitted, TabularData last) = PipelineSteps.Fit(train, steps);
        return new RegressorPipeline([.. train.Features.Select(f => f.Name)], fitted, fit(last, y));
    }
}
