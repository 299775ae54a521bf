using System.Diagnostics;
using HackLab.Data;
using HackLab.Data.Hosting;

namespace HackLab.Learning.Internals;

/// <summary>What a solver reached.</summary>
internal sealed record LogisticFit(double[] Weights, double[] Intercepts, IReadOnlyList<TrainingStep> Log, StopReason Stopped);

/// <summary>
/// Minimises f(w, b) = mean log loss + Σw² / (2 C n), which is scikit-learn's objective divided by C n. θ holds w and then b.
/// </summary>
internal sealed class LogisticSolver
{
    private readonly TabularData _train;
    private readonly LogisticRegressionOptions _options;
    private readonly int _d;
    private readonly double _penalty;                       // 1 / (C n)
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationToken _token = NotebookHost.Token;
    private TrainingStep[] _steps = new TrainingStep[16];
    private int _stepCount;

    public LogisticSolver(TabularData train, LogisticRegressionOptions options)
    {
        (_train, _options, _d) = (train, options, train.FeatureCount);
        _penalty = 1 / (options.C * train.Count);
    }

    public LogisticFit Run()
    {
        var theta = new double[_d + 1];
        double[] best = theta;
        double loss = Math.Log(2), objective = loss, bestObjective = loss;   // θ = 0 gives every row the score ½
        Report(theta, loss);
        StopReason reason = StopReason.IterationLimit;
        for (int step = 1; step <= _options.MaxIterations; step++)
        {
            if (Interruption() is { } stop)
            {
                reason = stop;
                break;
            }
            double[]? next;
            try
            {
                next = Next(theta, objective);
                if (next is not null) (objective, loss) = Objective(next);
            }
            catch (OperationCanceledException) when (_token.IsCancellationRequested)
            {
                reason = StopReason.Interrupted;   // in the middle of a pass over many rows: keep the last whole step
                break;
            }
            if (next is null || !double.IsFinite(objective))
            {
                reason = next is null ? StopReason.Converged : StopReason.Diverged;
                break;
            }
            theta = next;
            if (objective <= bestObjective) (best, bestObjective) = (theta, objective);
            Report(theta, loss);
        }
        // Past every step allowed and yet above the start: the steps were too large to get anywhere.
        if (reason == StopReason.IterationLimit && objective > Math.Log(2)) reason = StopReason.Diverged;
        if (reason != StopReason.Diverged) best = theta;
        return new LogisticFit(best[.._d], [best[_d]], Log, reason);
    }

    /// <summary>The steps so far. It does not change when more are added, so a display may read it later and elsewhere.</summary>
    private ArraySegment<TrainingStep> Log => new(_steps, 0, _stepCount);

    private StopReason? Interruption() =>
        _token.IsCancellationRequested ? StopReason.Interrupted
        : _clock.Elapsed.TotalSeconds >= _options.MaxSeconds ? StopReason.TimeLimit
        : null;

    private void Report(double[] theta, double loss)
    {
        double? validation = _options.Validation is { } rows ? LogisticLoss.Mean(rows, theta, theta[_d]) : null;
        if (_stepCount == _steps.Length) Array.Resize(ref _steps, 2 * _stepCount);   // a new array: earlier logs keep the old one
        _steps[_stepCount] = new TrainingStep(_stepCount, loss, validation, _clock.Elapsed);
        _stepCount++;
        _options.OnStep?.Invoke(Log);
    }

    private (double Objective, double Loss) Objective(double[] theta)
    {
        _token.ThrowIfCancellationRequested();
        double loss = LogisticLoss.Mean(_train, theta, theta[_d]), squares = 0;
        for (int j = 0; j < _d; j++) squares += theta[j] * theta[j];
        return (loss + (_penalty * squares / 2), loss);
    }

    /// <summary>The next point, or null at the minimum.</summary>
    private double[]? Next(double[] theta, double objective)
    {
        bool newton = _options.Solver == Solver.Newton;
        double[] gradient = new double[_d + 1];
        double[,]? hessian = newton ? new double[_d + 1, _d + 1] : null;
        Derivatives(theta, gradient, hessian);
        if (gradient.Max(Math.Abs) <= _options.Tolerance) return null;
        if (!newton) return Moved(theta, gradient, _options.LearningRate);
        return Downhill(theta, objective, gradient, Direction(hessian!, gradient));
    }

    /// <summary>Newton's step, halved until the objective falls enough; null if rounding hides any fall.</summary>
    private double[]? Downhill(double[] theta, double objective, double[] gradient, double[] direction)
    {
        double slope = gradient.Zip(direction, (g, s) => g * s).Sum();
        for (double length = 1; length > 1e-10; length /= 2)
        {
            double[] next = Moved(theta, direction, length);
            // Armijo's rule, with an allowance for rounding near the minimum.
            if (Objective(next).Objective <= objective - (1e-4 * length * slope) + (1e-15 * Math.Abs(objective))
                && !next.AsSpan().SequenceEqual(theta)) return next;
        }
        return null;
    }

    private static double[] Direction(double[,] hessian, double[] gradient)
    {
        // A little on the diagonal helps where all scores are saturated or C is infinite and columns depend on each other.
        for (double ridge = 0; ; ridge = Math.Max(1e-12, ridge * 100))
        {
            var a = (double[,])hessian.Clone();
            for (int j = 0; j < gradient.Length; j++) a[j, j] += ridge;
            if (Cholesky.Solve(a, [.. gradient]) is { } direction) return direction;
        }
    }

    private static double[] Moved(double[] theta, double[] direction, double length)
    {
        var moved = new double[theta.Length];
        for (int j = 0; j < moved.Length; j++) moved[j] = theta[j] - (length * direction[j]);
        return moved;
    }

    // g = mean((p − y) x) + w / (C n);  H = mean(p (1 − p) x xᵀ) + I / (C n); x ends with 1 for b, which has no penalty.
    private void Derivatives(double[] theta, double[] gradient, double[,]? hessian)
    {
        var x = new double[_d + 1];
        x[_d] = 1;
        for (int i = 0; i < _train.Count; i++)
        {
            if ((i & 0xFFFF) == 0) _token.ThrowIfCancellationRequested();
            ReadOnlySpan<float> row = _train.Row(i);
            for (int j = 0; j < _d; j++) x[j] = row[j];
            double p = LogisticLoss.Sigmoid(LogisticLoss.Logit(row, theta, theta[_d]));
            double error = (p - _train.Y[i]) / _train.Count, curvature = p * (1 - p) / _train.Count;
            for (int j = 0; j <= _d; j++)
            {
                gradient[j] += error * x[j];
                if (hessian is null) continue;
                for (int k = 0; k <= j; k++) hessian[j, k] += curvature * x[j] * x[k];
            }
        }
        for (int j = 0; j < _d; j++)
        {
            gradient[j] += _penalty * theta[j];
            if (hessian is not null) hessian[j, j] += _penalty;
        }
    }
}
