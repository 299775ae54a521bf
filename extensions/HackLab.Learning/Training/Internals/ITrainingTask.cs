using static TorchSharp.torch;

namespace HackLab.Learning.Internals;

/// <summary>What is learnt, apart from how: rows, and the loss of some of them.</summary>
internal interface ITrainingTask
{
    /// <summary>The rows to learn from.</summary>
    int Rows { get; }

    /// <summary>The rows that are only measured.</summary>
    int ValidationRows { get; }

    /// <summary>The loss, in words.</summary>
    string LossName { get; }

    /// <summary>The metrics, in order.</summary>
    IReadOnlyList<TrainingMetric> Metrics { get; }

    /// <summary>Whether there is a validation loss.</summary>
    bool HasValidation { get; }

    /// <summary>The mean loss of a batch.</summary>
    Tensor BatchLoss(int[] rows);

    /// <summary>Loss over the validation rows, null if there are none, and metrics; the network is in evaluation mode.</summary>
    /// <exception cref="OperationCanceledException">The learner interrupted.</exception>
    (double? Loss, IReadOnlyDictionary<string, double> Metrics) Evaluate(CancellationToken token);
}
