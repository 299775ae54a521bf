using HackLab.Data;
using HackLab.Learning.Files;

namespace HackLab.Learning.Internals;

/// <summary>What all pipelines share: fitted transformers, one after the other.</summary>
internal static class PipelineSteps
{
    internal static (ITransformer[] Fitted, TabularData Last) Fit(TabularData train, IReadOnlyList<Func<TabularData, ITransformer>> steps)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(steps);
        var fitted = new ITransformer[steps.Count];
        for (int i = 0; i < fitted.Length; i++)
        {
            fitted[i] = steps[i](train);
            train = fitted[i].Transform(train);
        }
        return (fitted, train);
    }

    internal static float[] Apply(ITransformer[] steps, ReadOnlySpan<float> x, int features)
    {
        PredictInput.Rows(x, features);
        float[] values = x.ToArray();
        foreach (ITransformer step in steps) values = step.Transform(values);
        return values;
    }

    internal static void Write(ModelWriter to, IReadOnlyList<string> features, ITransformer[] steps, object model)
    {
        to.Add("features", features);
        to.Models("steps", steps);
        to.Model("last", model);
    }

    /// <summary>Reads the parts of a pipeline and checks that each step takes what the one before gives.</summary>
    internal static (string[] Features, ITransformer[] Steps, T Last) Read<T>(ModelReader from)
        where T : class, IModel
    {
        string[] features = from.Names("features");
        ITransformer[] steps = from.Models<ITransformer>("steps");
        T last = from.Model<T>("last");
        int width = features.Length;
        for (int i = 0; i < steps.Length; i++)
        {
            (int takes, int gives) = steps[i] switch
            {
                Scaler scaler => (scaler.Features.Count, scaler.Features.Count),
                Pca pca => (pca.Features.Count, pca.ExplainedVariance.Count),
                _ => throw from.Bad($"steps[{i}]", "a scaler or principal components", steps[i].GetType().Name),
            };
            if (takes != width) throw from.Bad($"steps[{i}]", $"a step that takes {width} features", $"one that takes {takes}");
            width = gives;
        }
        if (last.Features.Count != width) throw from.Bad("last", $"a model of {width} features", $"one of {last.Features.Count}");
        return (features, steps, last);
    }
}
