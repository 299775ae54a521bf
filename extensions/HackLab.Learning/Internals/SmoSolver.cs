namespace HackLab.Learning.Internals;

/// <summary>What sequential minimal optimisation found: y α of each row, b, and half-way out or not.</summary>
internal sealed record SmoFit(double[] Factors, double Intercept, double Objective, StopReason Stopped);

/// <summary>
/// Sequential minimal optimisation (Platt, 1998): minimises ½ Σ αᵢαⱼ yᵢyⱼ Kᵢⱼ − Σ pᵢ αᵢ with Σ yα fixed and 0 ≤ α ≤ C, two α at a
/// time. With F = y p − Σ y'α' K, the pair is the row with the largest F that may go up and the one of those that may go down
/// which promises the most (Fan, Chen, Lin, 2005, JMLR 6, WSS 2). Then αᵢ yᵢ rises and αⱼ yⱼ falls by t = (Fᵢ − Fⱼ) / (Kᵢᵢ + Kⱼⱼ − 2Kᵢⱼ).
/// </summary>
internal sealed class SmoSolver
{
    private readonly KernelRows _kernel;
    private readonly double[] _alpha, _f, _p, _most, _diagonal;
    private readonly int[] _y;
    private readonly double _tolerance;

    /// <param name="kernel">K.</param>
    /// <param name="y">1 or −1 of each row.</param>
    /// <param name="p">What each α earns.</param>
    /// <param name="most">C of each row.</param>
    /// <param name="alpha">Where to begin; it is changed.</param>
    /// <param name="tolerance">How far F of the two sides may overlap at the end.</param>
    internal SmoSolver(KernelRows kernel, int[] y, double[] p, double[] most, double[] alpha, double tolerance)
    {
        (_kernel, _y, _p, _most, _alpha, _tolerance) = (kernel, y, p, most, alpha, tolerance);
        _diagonal = [.. Enumerable.Range(0, y.Length).Select(kernel.Diagonal)];
        _f = [.. y.Select((sign, i) => sign * p[i])];
        for (int i = 0; i < y.Length; i++)
        {
            if (alpha[i] != 0) Subtract(alpha[i] * y[i], kernel.Row(i));
        }
    }

    internal SmoFit Run(CancellationToken token)
    {
        long mostSteps = Math.Max(10_000_000, 100L * _y.Length);
        StopReason stopped = StopReason.IterationLimit;
        for (long step = 0; step < mostSteps; step++)
        {
            if ((step & 0xFF) == 0 && token.IsCancellationRequested)
            {
                stopped = StopReason.Interrupted;
                break;
            }
            if (Choose() is not var (i, j))
            {
                stopped = StopReason.Converged;
                break;
            }
            float[] rowI = _kernel.Row(i), rowJ = _kernel.Row(j);
            double curvature = Math.Max(1e-12, _diagonal[i] + _diagonal[j] - (2 * rowI[j]));
            double t = Math.Min((_f[i] - _f[j]) / curvature, Math.Min(Room(i, 1), Room(j, -1)));
            // At a bound exactly, so that a row counts as there.
            _alpha[i] = t == Room(i, 1) ? _y[i] > 0 ? _most[i] : 0 : _alpha[i] + (_y[i] * t);
            _alpha[j] = t == Room(j, -1) ? _y[j] > 0 ? 0 : _most[j] : _alpha[j] - (_y[j] * t);
            for (int k = 0; k < _f.Length; k++) _f[k] -= t * (rowI[k] - rowJ[k]);
        }
        double objective = 0;   // ½ αᵀQα − pᵀα = −½ Σ α (p + y F), as Qα = p − y F
        for (int i = 0; i < _y.Length; i++) objective -= 0.5 * _alpha[i] * (_p[i] + (_y[i] * _f[i]));
        return new SmoFit([.. _alpha.Select((a, i) => a * _y[i])], Intercept(), objective, stopped);
    }

    // How far y α may still rise (direction 1) or fall (−1).
    private double Room(int i, int direction) => _y[i] == direction ? _most[i] - _alpha[i] : _alpha[i];

    private (int I, int J)? Choose()
    {
        int up = -1;
        for (int k = 0; k < _f.Length; k++)
        {
            if (Room(k, 1) > 0 && (up < 0 || _f[k] > _f[up])) up = k;
        }
        if (up < 0) return null;
        float[] row = _kernel.Row(up);
        int down = -1;
        double best = 0, lowest = double.PositiveInfinity;
        for (int k = 0; k < _f.Length; k++)
        {
            if (!(Room(k, -1) > 0)) continue;
            lowest = Math.Min(lowest, _f[k]);
            double gap = _f[up] - _f[k];
            if (gap <= 0) continue;
            double gain = gap * gap / Math.Max(1e-12, _diagonal[up] + _diagonal[k] - (2 * row[k]));
            if (gain > best) (down, best) = (k, gain);
        }
        return down < 0 || _f[up] - lowest < _tolerance ? null : (up, down);
    }

    // F of a row on the margin is b; without such rows b lies between the two sides.
    private double Intercept()
    {
        double sum = 0, highest = double.NegativeInfinity, lowest = double.PositiveInfinity;
        int count = 0;
        for (int k = 0; k < _f.Length; k++)
        {
            bool mayRise = Room(k, 1) > 0, mayFall = Room(k, -1) > 0;
            if (mayRise && mayFall)
            {
                sum += _f[k];
                count++;
            }
            if (mayRise) highest = Math.Max(highest, _f[k]);
            if (mayFall) lowest = Math.Min(lowest, _f[k]);
        }
        return count > 0 ? sum / count : double.IsInfinity(highest) ? lowest : double.IsInfinity(lowest) ? highest : (highest + lowest) / 2;
    }

    private void Subtract(double factor, float[] row)
    {
        for (int k = 0; k < _f.Length; k++) _f[k] -= factor * row[k];
    }
}
