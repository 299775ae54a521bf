using System.Diagnostics;
using HackLab.Data;
using HackLab.Data.Hosting;

namespace HackLab.Learning.Internals;

/// <summary>What a solver reached.</summary>
internal sealed record LogisticFit(double[] Weights, double[] Intercepts, IReadOnlyList<TrainingStep> Log, StopReason Stopped);

/// <summary>Takes steps until nothing gets better, or the steps or the time allowed are used up.</summary>
internal sealed class LogisticSolver
{
    private readonly TabularData _train;
    private readonly LogisticRegressionOptions _options;
    private readonly LogisticProblem _problem;
    private readonly ILogisticStep _step;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationToken _token = NotebookHost.Token;
    private readonly int _mostSteps;
    private TrainingStep[] _steps = new TrainingStep[16];
    private int _stepCount;

    public LogisticSolver(TabularData train, LogisticRegressionOptions options)
    {
        (_train, _options) = (train, options);
        _problem = new LogisticProblem(train, options, _token);
        _step = options.Solver == Solver.GradientDescent ? new DescentStep(_problem, options)
            : options.Solver == Solver.Newton && options.L1Ratio == 0 && NewtonStep.IsFor(_problem, train.Count) ? new NewtonStep(_problem, options)
            : new QuasiNewtonStep(_problem, options);
        _mostSteps = options.MaxIterations ?? (_step is QuasiNewtonStep ? 1000 : 100);
    }

    public LogisticFit Run()
    {
        // θ = 0 gives every class the same probability.
        LogisticPoint at = new(new double[_problem.Size], Math.Log(_train.ClassNames.Count), Math.Log(_train.ClassNames.Count), []), best = at;
        double start = at.Objective;
        Report(at);
        StopReason reason = StopReason.IterationLimit;
        for (int step = 1; step <= _mostSteps; step++)
        {
            if (Interruption() is { } stop)
            {
                reason = stop;
                break;
            }
            LogisticPoint? next;
            try
            {
                if (step == 1) at = _problem.At(at.Theta);
                next = _step.Next(at);
            }
            catch (OperationCanceledException) when (_token.IsCancellationRequested)
            {
                reason = StopReason.Interrupted;   // in the middle of a pass over many rows: keep the last whole step
                break;
            }
            if (next is null || !double.IsFinite(next.Objective))
            {
                reason = next is null ? StopReason.Converged : StopReason.Diverged;
                break;
            }
            at = next;
            if (at.Objective <= best.Objective) best = at;
            Report(at);
        }
        // Past every step allowed and yet above the start: the steps were too large to get anywhere.
        if (reason == StopReason.IterationLimit && at.Objective > start) reason = StopReason.Diverged;
        return Result(reason == StopReason.Diverged ? best.Theta : at.Theta, reason);
    }

    /// <summary>The steps so far. It does not change when more are added, so a display may read it later and elsewhere.</summary>
    private ArraySegment<TrainingStep> Log => new(_steps, 0, _stepCount);

    private StopReason? Interruption() =>
        _token.IsCancellationRequested ? StopReason.Interrupted
        : _clock.Elapsed.TotalSeconds >= _options.MaxSeconds ? StopReason.TimeLimit
        : null;

    private void Report(LogisticPoint at)
    {
        double? validation = _options.Validation is { } rows && !_token.IsCancellationRequested ? _problem.Loss(rows, at.Theta) : null;
        if (_stepCount == _steps.Length) Array.Resize(ref _steps, 2 * _stepCount);   // a new array: earlier logs keep the old one
        _steps[_stepCount] = new TrainingStep(_stepCount, at.Loss, validation, _clock.Elapsed);
        _stepCount++;
        _options.OnStep?.Invoke(Log);
    }

    private LogisticFit Result(double[] theta, StopReason reason)
    {
        int width = theta.Length / _problem.Sets;
        double[] intercepts = [.. Enumerable.Range(1, _problem.Sets).Select(k => theta[(k * width) - 1])];
        // With a set for each class one number added to every b changes nothing: let their mean be 0.
        double mean = _problem.Sets == 1 ? 0 : intercepts.Average();
        return new LogisticFit([.. theta.Where((_, i) => !_problem.IsIntercept(i))], [.. intercepts.Select(b => b - mean)], Log, reason);
    }
}
