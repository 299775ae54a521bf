namespace HackLab.Learning.Internals;

/// <summary>
/// L-BFGS, and with an L1 penalty OWL-QN: as long as no w changes its sign the penalty is a plane, so a step keeps to the part
/// of space with the present signs and puts to 0 what would leave it (Andrew and Gao 2007, section 3).
/// </summary>
internal sealed class QuasiNewtonStep(LogisticProblem problem, LogisticRegressionOptions options) : ILogisticStep
{
    private const int Memory = 10;
    private readonly List<(double[] Step, double[] Change, double Product)> _memory = [];

    public LogisticPoint? Next(LogisticPoint at)
    {
        double[] slope = Slope.Of(problem, at);
        if (slope.Max(Math.Abs) <= options.Tolerance) return null;
        if (Search(at, slope) is { } next) return next;
        if (_memory.Count == 0) return null;
        _memory.Clear();   // the remembered curvature misled: once more straight downhill
        return Search(at, slope);
    }

    private LogisticPoint? Search(LogisticPoint at, double[] slope)
    {
        double[] direction = Direction(slope);
        if (problem.L1 > 0)
        {
            for (int i = 0; i < direction.Length; i++)
            {
                if (direction[i] * slope[i] <= 0 && !problem.IsIntercept(i)) direction[i] = 0;   // not downhill: stay
            }
        }
        double first = _memory.Count > 0 ? 1 : 1 / Math.Max(1, Math.Sqrt(Vectors.Dot(direction, direction)));
        for (double length = first; length > first * 1e-10; length /= 2)
        {
            double[] theta = Moved(at.Theta, slope, direction, length);
            if (theta.AsSpan().SequenceEqual(at.Theta)) return null;
            LogisticPoint next = problem.At(theta);
            double fall = 0;
            for (int i = 0; i < theta.Length; i++) fall += slope[i] * (theta[i] - at.Theta[i]);
            if (!(next.Objective <= at.Objective + (1e-4 * fall) + (1e-15 * Math.Abs(at.Objective)))) continue;
            Remember(at, next);
            return next;
        }
        return null;
    }

    private double[] Moved(double[] theta, double[] slope, double[] direction, double length)
    {
        double[] moved = [.. theta];
        Vectors.AddScaled(moved, -length, direction);
        if (problem.L1 == 0) return moved;
        for (int i = 0; i < moved.Length; i++)
        {
            double sign = theta[i] != 0 ? Math.Sign(theta[i]) : -Math.Sign(slope[i]);
            if (!problem.IsIntercept(i) && moved[i] * sign <= 0) moved[i] = 0;
        }
        return moved;
    }

    private void Remember(LogisticPoint from, LogisticPoint to)
    {
        double[] step = [.. to.Theta], change = [.. to.Gradient];
        Vectors.AddScaled(step, -1, from.Theta);
        Vectors.AddScaled(change, -1, from.Gradient);
        double product = Vectors.Dot(step, change);
        if (!(product > 1e-16 * Vectors.Dot(change, change))) return;   // no curvature to learn
        if (_memory.Count == Memory) _memory.RemoveAt(0);
        _memory.Add((step, change, product));
    }

    // The two loops of Nocedal and Wright, algorithm 7.4: the inverse of the curvature times the slope.
    private double[] Direction(double[] slope)
    {
        double[] direction = [.. slope];
        var factors = new double[_memory.Count];
        for (int m = _memory.Count - 1; m >= 0; m--)
        {
            factors[m] = Vectors.Dot(_memory[m].Step, direction) / _memory[m].Product;
            Vectors.AddScaled(direction, -factors[m], _memory[m].Change);
        }
        if (_memory.Count > 0)
        {
            (_, double[] change, double product) = _memory[^1];
            double scale = product / Vectors.Dot(change, change);
            for (int i = 0; i < direction.Length; i++) direction[i] *= scale;
        }
        for (int m = 0; m < _memory.Count; m++)
            Vectors.AddScaled(direction, factors[m] - (Vectors.Dot(_memory[m].Change, direction) / _memory[m].Product), _memory[m].Step);
        return direction;
    }
}
