using HackLab.Data;
using MathNet.Numerics.LinearAlgebra;

namespace HackLab.Learning.Internals;

/// <summary>
/// Linear regression from G = XᵀX and r = Xᵀy of the centred columns: all methods but rank-deficient least squares need no more.
/// </summary>
internal sealed class LinearSolver
{
    private readonly TabularData _train;
    private readonly LinearRegressionOptions _options;
    private readonly CancellationToken _token;
    private readonly int _d;
    private readonly double[] _means, _g, _r;
    private readonly double _meanY, _squaresY;
    private readonly float[] _y;

    internal LinearSolver(TabularData train, float[] y, LinearRegressionOptions options, CancellationToken token)
    {
        (_train, _y, _options, _token, _d) = (train, y, options, token, train.FeatureCount);
        _means = options.HasIntercept ? Moments.Means(train, token) : new double[_d];
        _meanY = options.HasIntercept ? y.Average(value => (double)value) : 0;
        int width = _d + 1;   // y is the last column
        double[] all = Gram.Of(
            train.Count, width,
            (start, end, columns) =>
            {
                Gram.Centered(train, _means, start, end, columns);
                for (int i = start; i < end; i++) columns[(_d * Gram.BlockRows) + i - start] = y[i] - _meanY;
            },
            token);
        (_g, _r, _squaresY) = (new double[_d * _d], new double[_d], all[^1]);
        for (int j = 0; j < _d; j++)
        {
            all.AsSpan(j * width, _d).CopyTo(_g.AsSpan(j * _d));
            _r[j] = all[(j * width) + _d];
        }
    }

    internal (double[] Weights, double Intercept, StopReason Stopped) Run()
    {
        StopReason stopped = StopReason.Converged;
        double n = _train.Count;
        double[] w = _options.Penalty switch
        {
            Penalty.None => Solve(0) ?? LeastNorm(),
            Penalty.Ridge => _options.Alpha == 0 ? Solve(0) ?? LeastNorm() : Solve(_options.Alpha) ?? LeastNorm(),
            Penalty.Lasso => Descend(n * _options.Alpha, 0, out stopped),
            _ => Descend(n * _options.Alpha * _options.L1Ratio, n * _options.Alpha * (1 - _options.L1Ratio), out stopped),
        };
        return (w, _meanY - Vectors.Dot(w, _means), stopped);
    }

    /// <summary>(G + ridge) w = r, or null where columns depend on each other so much that rounding would decide.</summary>
    private double[]? Solve(double ridge)
    {
        // On a scale on which every column has the length 1, so that small pivots mean dependence and not small units.
        double[] scale = [.. Enumerable.Range(0, _d).Select(j => Math.Sqrt(_g[(j * _d) + j] + ridge))];
        if (scale.Contains(0)) return null;
        var a = new double[_d, _d];
        for (int j = 0; j < _d; j++)
        {
            for (int k = 0; k <= j; k++) a[j, k] = (_g[(j * _d) + k] + (j == k ? ridge : 0)) / (scale[j] * scale[k]);
        }
        if (Cholesky.Solve(a, [.. _r.Select((value, j) => value / scale[j])], smallestPivot: 1e-9) is not { } scaled) return null;
        return [.. scaled.Select((value, j) => value / scale[j])];
    }

    /// <summary>
    /// Of all w with the least squares the shortest, by singular values of X itself; those below rounding count as 0, as LAPACK's
    /// gelsd and so scikit-learn do it. A ridge α is a row √α for each column (Hastie et al., exercise 3.12).
    /// </summary>
    private double[] LeastNorm()
    {
        int n = _train.Count;
        double root = _options.Penalty == Penalty.Ridge ? Math.Sqrt(_options.Alpha) : 0;
        Matrix<double> x = Matrix<double>.Build.Dense(
            n + _d, _d, (i, j) => i < n ? _train.X[(i * _d) + j] - _means[j] : i - n == j ? root : 0);
        Vector<double> y = Vector<double>.Build.Dense(n + _d, i => i < n ? _y[i] - _meanY : 0);
        var qr = x.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        var svd = qr.R.Svd();
        Vector<double> coordinates = svd.U.TransposeThisAndMultiply(qr.Q.TransposeThisAndMultiply(y));
        double smallest = svd.S[0] * Math.Max(n, _d) * Math.Pow(2, -52);
        for (int k = 0; k < _d; k++) coordinates[k] = svd.S[k] > smallest ? coordinates[k] / svd.S[k] : 0;
        return [.. svd.VT.TransposeThisAndMultiply(coordinates)];
    }

    /// <summary>
    /// Coordinate descent for ½ wᵀGw − rᵀw + l1 Σ|w| + ½ l2 Σw²: the best wⱼ while all others stay is S(ρ, l1) / (Gⱼⱼ + l2),
    /// ρ = rⱼ − Σ Gⱼₖ wₖ (k ≠ j), where S draws towards 0 (Friedman, Hastie, Tibshirani, 2010, <i>J. Stat. Soft.</i> 33, eq. 5).
    /// </summary>
    private double[] Descend(double l1, double l2, out StopReason stopped)
    {
        double[] w = new double[_d], residual = [.. _r];   // r − G w
        for (int round = 0; round < _options.MaxIterations; round++)
        {
            if (_token.IsCancellationRequested)
            {
                stopped = StopReason.Interrupted;
                return w;
            }
            double largest = 0;
            for (int j = 0; j < _d; j++)
            {
                double own = _g[(j * _d) + j];
                if (own == 0) continue;   // a constant column
                double rho = residual[j] + (own * w[j]);
                double next = Math.Sign(rho) * Math.Max(0, Math.Abs(rho) - l1) / (own + l2), change = next - w[j];
                if (change == 0) continue;
                w[j] = next;
                Vectors.AddScaled(residual, -change, _g.AsSpan(j * _d, _d));
                largest = Math.Max(largest, change * change * own);   // how far, squared, all predictions moved
            }
            if (largest <= _options.Tolerance * _options.Tolerance * _squaresY)
            {
                stopped = StopReason.Converged;
                return w;
            }
        }
        stopped = StopReason.IterationLimit;
        return w;
    }
}
