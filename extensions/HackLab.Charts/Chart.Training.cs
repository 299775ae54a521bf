using HackLab.Charts.Internals;
using HackLab.Learning;

namespace HackLab.Charts;

public static partial class Chart
{
    /// <summary>
    /// The loss after every epoch of a network's training, over the rows learnt from and over those that were not, with the best
    /// epoch in the title. While training runs, the last point is the epoch in progress.
    /// </summary>
    /// <param name="training">A training, finished or not, with at least one epoch begun.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">No epoch has begun.</exception>
    /// <example><code>Chart.LearningCurve(Trainer.Fit(network, train, validation))</code></example>
    public static Figure LearningCurve(TrainingResult training, LineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (training.Epochs.Count == 0) throw new ArgumentException("No epoch has begun, so there is nothing to draw.", nameof(training));
        options ??= new LineOptions();
        EpochRecord last = training.Epochs[^1];
        List<Series> lines = [Losses("training", training.Epochs, e => e.Loss)];
        List<EpochRecord> validated = [.. training.Epochs.Where(e => e.ValidationLoss is { } loss && double.IsFinite(loss))];
        if (validated.Count > 0) lines.Add(Losses("validation", validated, e => e.ValidationLoss!.Value));
        string progress = training.Stopped is null && last.Share < 1
            ? $"epoch {last.Epoch} of {training.MaxEpochs}, {Numbers.Short(Math.Floor(100 * last.Share))} %"
            : $"{training.Epochs.Count} {(training.Epochs.Count == 1 ? "epoch" : "epochs")}";
        string best = training.BestEpoch > 0 ? $"; best {training.Monitor} {Numbers.Short(training.BestValue)} after epoch {training.BestEpoch}" : "";
        return Line(lines, options with
        {
            Title = options.Title ?? $"Learning curve, {progress}{best}",
            XLabel = options.XLabel ?? "epoch",
            YLabel = options.YLabel ?? $"loss ({training.Loss})",
            Points = options.Points ?? training.Epochs.Count <= MostMarkedPoints,
        });
    }

    private static Series Losses(string name, IReadOnlyList<EpochRecord> epochs, Func<EpochRecord, double> loss) => new(
        $"{name}, now {Numbers.Short(loss(epochs[^1]))}",
        [.. epochs.Select(e => e.Epoch - 1 + e.Share)],
        [.. epochs.Select(loss)]);
}
