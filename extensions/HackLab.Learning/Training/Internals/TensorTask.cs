using TorchSharp;
using static TorchSharp.torch;

namespace HackLab.Learning.Internals;

/// <summary>Rows that lie in tensors.</summary>
internal sealed class TensorTask : ITrainingTask
{
    // Without gradients, so little memory: large enough that the overhead of a batch does not show.
    private const int EvaluationBatch = 512;

    private readonly nn.Module<Tensor, Tensor> _model;
    private readonly Tensor _x, _y;
    private readonly (Tensor X, Tensor Y)? _validation;
    private readonly Func<Tensor, Tensor, Tensor> _loss;

    internal TensorTask(
        nn.Module<Tensor, Tensor> model, Tensor x, Tensor y, (Tensor X, Tensor Y)? validation, TrainerOptions options)
    {
        Rows = RowsOf(x, y, "training");
        ValidationRows = validation is { } other ? RowsOf(other.X, other.Y, "validation") : 0;
        if (validation is { } checkedToo && checkedToo.Y.dtype != y.dtype)
            throw new ArgumentException($"y of validation is {checkedToo.Y.dtype}, y of training {y.dtype}.", nameof(validation));
        (_model, _x, _y, _validation) = (model, x, y, validation);
        _loss = options.Loss ?? DefaultLoss.Of;
        LossName = options.Loss is null ? DefaultLoss.NameFor(y) : "a loss of your own";
        Metrics = options.Metrics;
    }

    public int Rows { get; }

    public int ValidationRows { get; }

    public string LossName { get; }

    public IReadOnlyList<TrainingMetric> Metrics { get; }

    public bool HasValidation => _validation is not null;

    public Tensor BatchLoss(int[] rows)
    {
        using Tensor index = tensor(Array.ConvertAll(rows, row => (long)row));
        using Tensor x = _x.index_select(0, index);
        using Tensor y = _y.index_select(0, index);
        using Tensor output = _model.call(x);
        return _loss(output, y);
    }

    public (double? Loss, IReadOnlyDictionary<string, double> Metrics) Evaluate(CancellationToken token)
    {
        var metrics = new Dictionary<string, double>();
        if (_validation is null && Metrics.Count == 0) return (null, metrics);
        (Tensor x, Tensor y) = _validation ?? (_x, _y);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable off = no_grad();
        var outputs = new List<Tensor>();
        double sum = 0;
        for (long from = 0; from < x.shape[0]; from += EvaluationBatch)
        {
            token.ThrowIfCancellationRequested();
            using DisposeScope batch = NewDisposeScope();
            long count = Math.Min(EvaluationBatch, x.shape[0] - from);
            Tensor output = _model.call(x.narrow(0, from, count));
            sum += count * _loss(output, y.narrow(0, from, count)).to(float64).item<double>();
            if (Metrics.Count > 0) outputs.Add(output.MoveToOuterDisposeScope());
        }
        if (Metrics.Count > 0)
        {
            using Tensor all = cat(outputs, 0);
            foreach (TrainingMetric metric in Metrics) metrics[metric.Name] = metric.Value(y, all);
        }
        return (_validation is null ? null : sum / x.shape[0], metrics);
    }

    private static int RowsOf(Tensor x, Tensor y, string which)
    {
        if (x.dim() == 0 || y.dim() == 0 || x.shape[0] != y.shape[0] || x.shape[0] == 0)
        {
            throw new ArgumentException(
                $"x and y of {which} need the same number of rows, at least 1: x has shape [{string.Join(", ", x.shape)}], "
                + $"y [{string.Join(", ", y.shape)}].");
        }
        return checked((int)x.shape[0]);
    }
}
