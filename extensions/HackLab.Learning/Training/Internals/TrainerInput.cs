using System.Globalization;

namespace HackLab.Learning.Internals;

/// <summary>Checks settings before anything is computed.</summary>
internal static class TrainerInput
{
    internal static void Check(TrainerOptions options, ITrainingTask task)
    {
        Positive(options.Epochs, nameof(options.Epochs));
        Positive(options.MaxSeconds, nameof(options.MaxSeconds));
        Positive(options.BatchSize, nameof(options.BatchSize));
        Positive(options.LearningRate, nameof(options.LearningRate));
        if (options.ClipGradientNorm is { } norm) Positive(norm, nameof(options.ClipGradientNorm));
        if (options.Patience is { } patience) Positive(patience, nameof(options.Patience));
        if (options.Resume && options.Checkpoint is null) throw new ArgumentException("Resume needs the name of a file in Checkpoint.");
        string? twice = task.Metrics.GroupBy(metric => metric.Name).FirstOrDefault(same => same.Count() > 1)?.Key;
        if (twice is not null) throw new ArgumentException($"Two metrics are called '{twice}'.");
    }

    private static void Positive(double value, string setting)
    {
        if (!(value > 0)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{setting} must be above 0, but it is {value}."));
    }
}
