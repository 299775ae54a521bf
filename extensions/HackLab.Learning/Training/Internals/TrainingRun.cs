using System.Diagnostics;
using System.Globalization;
using HackLab.Data.Hosting;
using HackLab.Simulation.Numerics;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace HackLab.Learning.Internals;

/// <summary>One training, from the first batch to the best weights.</summary>
internal sealed class TrainingRun
{
    private readonly nn.Module _model;
    private readonly ITrainingTask _task;
    private readonly TrainerOptions _options;
    private readonly TrainingResult _settings;
    private readonly TrainingMonitor _monitor;
    private readonly BestWeights _best;
    private readonly CancellationToken _token = NotebookHost.Token;
    private readonly Stopwatch _watch = new();
    private EpochRecord[] _log = [];
    private int _resumedAfter;
    private TimeSpan _before;

    internal TrainingRun(nn.Module model, ITrainingTask task, TrainerOptions options)
    {
        TrainerInput.Check(options, task);
        (_model, _task, _options, _best) = (model, task, options, new BestWeights(model));
        _monitor = new TrainingMonitor(task, options);
        _settings = new TrainingResult
        {
            Monitor = _monitor.Name,
            MaxEpochs = options.Epochs,
            Rows = task.Rows,
            ValidationRows = task.ValidationRows,
            Parameters = model.parameters().Where(p => p.requires_grad).Sum(p => p.numel()),
            Loss = task.LossName,
            Optimizer = "",
            BatchSize = options.BatchSize,
            Seed = options.Seed,
            Threads = get_num_threads(),
        };
    }

    private int Batches => (_task.Rows + _options.BatchSize - 1) / _options.BatchSize;

    private TimeSpan Elapsed => _before + _watch.Elapsed;

    internal TrainingResult Run()
    {
        using Optimizer optimizer = _options.Optimizer?.Invoke(_model.parameters(), _options.LearningRate)
            ?? Adam(_model.parameters(), _options.LearningRate);
        var schedule = RateSchedule.For(optimizer, _options, Batches);
        TrainingResult settings = _settings with { Optimizer = Words(optimizer) };
        using LiveDisplay? live = _options.Show && NotebookHost.CanShow ? new LiveDisplay() : null;
        try
        {
            if (_options.Resume && _options.Checkpoint is { } path && File.Exists(path)) TakeUp(path, optimizer, schedule);
            _watch.Start();
            StopReason stopped = Epochs(optimizer, schedule, settings, live);
            if (_options.KeepBest) _best.Restore();
            TrainingResult result = Snapshot(settings, _log) with { Stopped = stopped };
            live?.Update(() => TrainingView.Draw(result));
            return result;
        }
        finally
        {
            _model.eval();
            _best.Dispose();
        }
    }

    private StopReason Epochs(Optimizer optimizer, RateSchedule? schedule, TrainingResult settings, LiveDisplay? live)
    {
        for (int epoch = _log.Length + 1; epoch <= _options.Epochs; epoch++)
        {
            (double loss, double share, StopReason? stop) = Pass(epoch, optimizer, schedule, settings, live);
            if (stop == StopReason.Diverged || (stop == StopReason.Interrupted && share < 1 && _log.Length > 0)) return stop.Value;
            double rate = optimizer.ParamGroups.First().LearningRate;
            (double? validation, IReadOnlyDictionary<string, double> metrics) = Measure(ref stop);
            _log = [.. _log, new EpochRecord(epoch, loss, validation, metrics, rate, Elapsed, share)];
            if (_monitor.IsBest(_log[^1]) && _options.KeepBest) _best.Keep();
            if (share == 1) schedule?.AfterEpoch(validation ?? loss);
            if (share == 1 && stop != StopReason.Interrupted && _options.Checkpoint is { } path)
                Checkpoint.Write(path, State(), _model, _best, optimizer);
            TrainingResult reached = Snapshot(settings, _log);
            live?.Update(() => TrainingView.Draw(reached));
            _options.OnEpoch?.Invoke(reached);
            if (stop is not null) return stop.Value;
            if (_options.Patience is { } patience && epoch - _monitor.BestEpoch >= patience && epoch < _options.Epochs)
                return StopReason.EarlyStopped;
        }
        return StopReason.IterationLimit;
    }

    // One pass over the rows, or as much of it as the budget allows.
    private (double Loss, double Share, StopReason? Stop) Pass(
        int epoch, Optimizer optimizer, RateSchedule? schedule, TrainingResult settings, LiveDisplay? live)
    {
        manual_seed(unchecked((_options.Seed * 1_000_003L) + epoch));
        int[] order = Order(epoch);
        _model.train();
        double sum = 0;
        for (int from = 0; from < order.Length; from += _options.BatchSize)
        {
            int seen = Math.Min(from + _options.BatchSize, order.Length);
            float loss = Step(order[from..seen], optimizer);
            if (!float.IsFinite(loss)) return (loss, from / (double)order.Length, StopReason.Diverged);
            sum += loss * (seen - from);
            schedule?.AfterBatch();
            (double mean, double share) = (sum / seen, seen / (double)order.Length);
            if (live is not null)
            {
                (EpochRecord[] done, double rate, TimeSpan elapsed) = (_log, optimizer.ParamGroups.First().LearningRate, Elapsed);
                live.Update(() => TrainingView.Draw(Snapshot(
                    settings, [.. done, new EpochRecord(epoch, mean, null, new Dictionary<string, double>(), rate, elapsed, share)])));
            }
            if (_token.IsCancellationRequested) return (mean, share, StopReason.Interrupted);
            if (_watch.Elapsed.TotalSeconds > _options.MaxSeconds) return (mean, share, StopReason.TimeLimit);
        }
        return (sum / order.Length, 1, null);
    }

    private float Step(int[] rows, Optimizer optimizer)
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.zero_grad();
        Tensor loss = _task.BatchLoss(rows);
        float value = loss.to(float32).item<float>();
        if (!float.IsFinite(value)) return value;    // its gradient would spoil the weights
        loss.backward();
        if (_options.ClipGradientNorm is { } longest) nn.utils.clip_grad_norm_(_model.parameters(), longest);
        optimizer.step();
        return value;
    }

    private (double? Loss, IReadOnlyDictionary<string, double> Metrics) Measure(ref StopReason? stop)
    {
        if (stop == StopReason.Interrupted) return (null, new Dictionary<string, double>());
        _model.eval();
        try
        {
            return _task.Evaluate(_token);
        }
        catch (OperationCanceledException)
        {
            stop = StopReason.Interrupted;
            return (null, new Dictionary<string, double>());
        }
    }

    private int[] Order(int epoch)
    {
        int[] order = [.. Enumerable.Range(0, _task.Rows)];
        new SeededRandom(_options.Seed, epoch).Shuffle(order.AsSpan());
        return order;
    }

    private void TakeUp(string path, Optimizer optimizer, RateSchedule? schedule)
    {
        Checkpoint checkpoint = Checkpoint.Read(path, State());
        // A plan has no state in the file: it is gone through again, before the optimiser takes its rate from the file.
        foreach (EpochRecord record in checkpoint.State.Log) schedule?.Replay(record.ValidationLoss ?? record.Loss);
        checkpoint.Restore(_model, _best, optimizer);
        _log = checkpoint.State.Log;
        foreach (EpochRecord record in _log) _monitor.IsBest(record);
        _resumedAfter = _log.Length;
        _before = _log.Length > 0 ? _log[^1].Elapsed : TimeSpan.Zero;
    }

    private CheckpointState State() => new(_task.Rows, _options.BatchSize, _options.Seed, _log);

    private TrainingResult Snapshot(TrainingResult settings, EpochRecord[] log) => settings with
    {
        Epochs = log,
        BestEpoch = _monitor.BestEpoch,
        BestValue = _monitor.BestValue,
        Elapsed = Elapsed,
        ResumedAfter = _resumedAfter,
    };

    private static string Words(Optimizer optimizer) => string.Create(
        CultureInfo.InvariantCulture, $"{optimizer.GetType().Name}, learning rate {optimizer.ParamGroups.First().LearningRate:G3}");
}
