namespace HackLab.Learning.Internals;

/// <summary>The number that says which epoch is best.</summary>
internal sealed class TrainingMonitor
{
    private readonly TrainingMetric? _metric;
    private readonly bool _validated;

    internal TrainingMonitor(ITrainingTask task, TrainerOptions options)
    {
        _validated = task.HasValidation;
        if (options.Monitor is not { } name) return;
        _metric = task.Metrics.FirstOrDefault(metric => metric.Name == name) ?? throw new ArgumentException(
            $"There is no metric '{name}' to monitor; there {(task.Metrics.Count == 0 ? "are none" : "is " + string.Join(", ", task.Metrics.Select(m => m.Name)))}.");
    }

    internal string Name => _metric?.Name ?? (_validated ? "validation loss" : "training loss");

    internal int BestEpoch { get; private set; }

    internal double BestValue { get; private set; } = double.NaN;

    /// <summary>Whether the epoch is better than all before; remembers it if so.</summary>
    internal bool IsBest(EpochRecord epoch)
    {
        double? value = _metric is null
            ? _validated ? epoch.ValidationLoss : epoch.Loss
            : epoch.Metrics.TryGetValue(_metric.Name, out double found) ? found : null;
        if (value is not { } number || double.IsNaN(number)) return false;
        bool better = BestEpoch == 0 || (_metric?.HigherIsBetter == true ? number > BestValue : number < BestValue);
        if (better) (BestEpoch, BestValue) = (epoch.Epoch, number);
        return better;
    }
}
