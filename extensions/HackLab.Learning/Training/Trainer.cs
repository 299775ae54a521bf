using HackLab.Data;
using HackLab.Learning.Internals;
using static TorchSharp.torch;

namespace HackLab.Learning;

/// <summary>
/// Trains networks: batches in seeded order, a budget of epochs and of seconds, a learning curve that grows while one looks,
/// early stopping, the best weights kept, an interrupt that loses nothing, checkpoints.
/// </summary>
/// <remarks>The network's weights are changed in place, and it is left in evaluation mode, ready to predict.</remarks>
public static class Trainer
{
    /// <summary>Trains on tensors.</summary>
    /// <param name="model">The network: from rows of x to outputs.</param>
    /// <param name="x">What it sees, first axis the rows, shape [n, …].</param>
    /// <param name="y">What it should say, first axis the rows: classes (int64) or numbers (float), shape [n, …].</param>
    /// <param name="validation">Rows that are measured after each epoch but not learnt from; null for none.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>Every epoch, why it ended, and what the numbers follow from.</returns>
    /// <exception cref="ArgumentException">Rows of x and y do not fit, or a setting is out of range.</exception>
    /// <exception cref="DataFormatException">A checkpoint to resume from is damaged or of another training.</exception>
    /// <example><code>Trainer.Fit(network, x, y, options: new() { Epochs = 10, MaxSeconds = 60 })</code></example>
    public static TrainingResult Fit(
        nn.Module<Tensor, Tensor> model, Tensor x, Tensor y, (Tensor X, Tensor Y)? validation = null, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        options ??= new TrainerOptions();
        return new TrainingRun(model, new TensorTask(model, x, y, validation, options), options).Run();
    }

    /// <summary>Trains a network that tells classes apart on the rows of a table.</summary>
    /// <param name="model">The network: from features, shape [batch, d], to one output per class, or one output for two classes.</param>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="validation">Rows that are only measured; null for none.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range, or the validation rows have other features.</exception>
    /// <example><code>Trainer.Fit(network, train, validation, new() { Metrics = [TrainingMetric.Accuracy] })</code></example>
    public static TrainingResult Fit(
        nn.Module<Tensor, Tensor> model, TabularData train, TabularData? validation = null, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (validation is not null && !validation.Features.Select(f => f.Name).SequenceEqual(train.Features.Select(f => f.Name)))
            throw new ArgumentException($"{validation.Name} has other features than {train.Name}, or in another order.", nameof(validation));
        (Tensor x, Tensor y) = train.ToTensors();
        return Fit(model, x, y, validation?.ToTensors(), options);
    }

    /// <summary>Trains a network that tells classes of images apart.</summary>
    /// <param name="model">The network: from images, shape [batch, channels, height, width], to one output per class.</param>
    /// <param name="train">Images to learn from.</param>
    /// <param name="validation">Images that are only measured; null for none.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <example><code>Trainer.Fit(network, train, validation, new() { Epochs = 5 })</code></example>
    public static TrainingResult Fit(
        nn.Module<Tensor, Tensor> model, LabelledImages train, LabelledImages? validation = null, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        (Tensor x, Tensor y) = train.ToTensors();
        return Fit(model, x, y, validation?.ToTensors(), options);
    }

    /// <summary>Trains a network that makes fine images from coarse ones.</summary>
    /// <param name="model">The network: from coarse images, shape [batch, 1, h, w], to fine ones, shape [batch, 1, s·h, s·w].</param>
    /// <param name="train">Pairs to learn from.</param>
    /// <param name="validation">Pairs that are only measured; null for none.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <example><code>Trainer.Fit(network, train, validation, new() { LearningRate = 3e-4 })</code></example>
    public static TrainingResult Fit(
        nn.Module<Tensor, Tensor> model, ImagePairs train, ImagePairs? validation = null, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        (Tensor low, Tensor high) = train.ToTensors();
        return Fit(model, low, high, validation?.ToTensors(), options);
    }

    /// <summary>Trains any network, whatever a row is: a sentence, a graph, a pair of images.</summary>
    /// <param name="model">Whose parameters are trained.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="batchLoss">The mean loss of the rows with these numbers, from 0, recorded so that it can be differentiated.</param>
    /// <param name="validationLoss">The loss over rows not learnt from, after each epoch; null for none.</param>
    /// <param name="options">Settings; null for the defaults. Loss and metrics are not used here: the functions are.</param>
    /// <exception cref="ArgumentException">There are no rows, or a setting is out of range.</exception>
    /// <example><code>Trainer.Fit(network, graphs.Count, rows => Loss(network, graphs.Take(rows)), () => Loss(network, others).item&lt;float>())</code></example>
    public static TrainingResult Fit(
        nn.Module model, int rows, Func<int[], Tensor> batchLoss, Func<double>? validationLoss = null, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batchLoss);
        options ??= new TrainerOptions();
        return new TrainingRun(model, new FunctionTask(rows, batchLoss, validationLoss), options).Run();
    }
}
