using static TorchSharp.torch;

namespace HackLab.Learning.Internals;

/// <summary>Losses that the caller works out.</summary>
internal sealed class FunctionTask : ITrainingTask
{
    private readonly Func<int[], Tensor> _batchLoss;
    private readonly Func<double>? _validationLoss;

    internal FunctionTask(int rows, Func<int[], Tensor> batchLoss, Func<double>? validationLoss)
    {
        if (rows < 1) throw new ArgumentException($"There are no rows to learn from (rows is {rows}).", nameof(rows));
        (Rows, _batchLoss, _validationLoss) = (rows, batchLoss, validationLoss);
    }

    public int Rows { get; }

    public int ValidationRows => 0;

    public string LossName => "a loss of your own";

    public IReadOnlyList<TrainingMetric> Metrics => [];

    public bool HasValidation => _validationLoss is not null;

    public Tensor BatchLoss(int[] rows) => _batchLoss(rows);

    public (double? Loss, IReadOnlyDictionary<string, double> Metrics) Evaluate(CancellationToken token) =>
        (_validationLoss?.Invoke(), new Dictionary<string, double>());
}
