using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace HackLab.Learning;

/// <summary>Settings of a <see cref="Trainer"/>; change them by <c>with</c> or <c>new() { … }</c>.</summary>
public sealed record TrainerOptions
{
    /// <summary>The most passes over the training rows, at least 1.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>The most wall-clock seconds, above 0, of this call; the batch that has begun is finished.</summary>
    public double MaxSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>How many rows one step learns from, at least 1.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>The learning rate of the optimiser, unless <see cref="Optimizer"/> makes its own; above 0.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Makes the optimiser from the network's parameters and <see cref="LearningRate"/>; null for Adam.</summary>
    /// <example><code>Optimizer = (parameters, rate) => optim.SGD(parameters, rate, momentum: 0.9)</code></example>
    public Func<IEnumerable<Parameter>, double, Optimizer>? Optimizer { get; init; }

    /// <summary>
    /// The mean loss of a batch from the network's outputs and the true values; null chooses by the true values: cross entropy for
    /// classes, binary cross entropy of logits for two classes and one output, mean squared error for numbers.
    /// </summary>
    /// <example><code>Loss = (output, y) => nn.functional.l1_loss(output, y)</code></example>
    public Func<Tensor, Tensor, Tensor>? Loss { get; init; }

    /// <summary>
    /// A plan for the learning rate, made from the optimiser and the number of times it will step; null keeps the rate. One that waits
    /// for a plateau is told the loss over the validation rows, or over the training rows.
    /// </summary>
    /// <example><code>Schedule = (optimizer, steps) => optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)</code></example>
    public Func<Optimizer, int, lr_scheduler.LRScheduler>? Schedule { get; init; }

    /// <summary>Whether the plan steps after every batch, as for one cycle, and not after every epoch.</summary>
    public bool ScheduleEachBatch { get; init; }

    /// <summary>The longest gradient (Euclidean norm over all parameters), above 0; longer ones are scaled down to it. Null: as it is.</summary>
    public double? ClipGradientNorm { get; init; }

    /// <summary>Worked out after each epoch.</summary>
    public IReadOnlyList<TrainingMetric> Metrics { get; init; } = [];

    /// <summary>
    /// The name of the metric that says which epoch is best; null for the loss over the validation rows, or over the training rows
    /// where there are no others.
    /// </summary>
    public string? Monitor { get; init; }

    /// <summary>Training ends when so many epochs in a row were no better than the best, at least 1; null never.</summary>
    public int? Patience { get; init; }

    /// <summary>Whether the network ends with the weights of its best epoch, and not of its last.</summary>
    public bool KeepBest { get; init; } = true;

    /// <summary>
    /// The order of the rows and all that is drawn while training (dropout) follow from it. Each epoch sets
    /// <see cref="manual_seed(long)"/> to a number made of seed and epoch. The first weights are drawn where the network is made.
    /// </summary>
    public int Seed { get; init; } = 42;

    /// <summary>A file that holds the training's state after each epoch; null for none. It is replaced only when the new one is whole.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>
    /// Whether to go on from <see cref="Checkpoint"/> if it is there: with the same data and settings the numbers are those of a
    /// training that was never interrupted.
    /// </summary>
    public bool Resume { get; init; }

    /// <summary>Whether a notebook or a terminal shows the learning curve while it grows.</summary>
    public bool Show { get; init; } = true;

    /// <summary>Called after each epoch with what was reached so far.</summary>
    public Action<TrainingResult>? OnEpoch { get; init; }
}
