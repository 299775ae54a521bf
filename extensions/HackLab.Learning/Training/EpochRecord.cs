namespace HackLab.Learning;

/// <summary>What was reached after one pass over the training rows.</summary>
/// <param name="Epoch">Passes done; the first is 1.</param>
/// <param name="Loss">Mean loss over the rows of this pass, each at the moment it was learnt from.</param>
/// <param name="ValidationLoss">Mean loss over the validation rows after the pass; null if there are none.</param>
/// <param name="Metrics">The metrics by name, over the validation rows, or over the training rows if there are no others.</param>
/// <param name="LearningRate">The learning rate in the pass (of the first parameter group, at its end).</param>
/// <param name="Elapsed">Time since training began, earlier runs included.</param>
/// <param name="Share">How much of the rows the pass saw: 1, or less where the budget or an interrupt ended it.</param>
public sealed record EpochRecord(
    int Epoch,
    double Loss,
    double? ValidationLoss,
    IReadOnlyDictionary<string, double> Metrics,
    double LearningRate,
    TimeSpan Elapsed,
    double Share = 1);
