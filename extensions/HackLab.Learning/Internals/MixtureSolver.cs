using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>
/// Expectation maximisation: with rₖ = wₖ Nₖ(x) / p(x) of each row (E), n_k = Σ r, w = n_k / n, μ = Σ r x / n_k and
/// Σ = Σ r (x − μ)(x − μ)ᵀ / n_k (M); each round raises the likelihood (Bishop, 9.2.2).
/// </summary>
internal sealed class MixtureSolver(TabularData train, GaussianMixtureOptions options, CancellationToken token)
{
    private readonly int _n = train.Count, _d = train.FeatureCount, _k = options.Components;

    internal (MixtureDensity Density, double LogLikelihood, int Iterations, StopReason Stopped) Run()
    {
        double[] shares = Start();
        MixtureDensity density = Maximise(shares, CancellationToken.None);
        double before = double.NegativeInfinity;
        for (int round = 1; round <= options.MaxIterations; round++)
        {
            try
            {
                double logLikelihood = Expect(density, shares);
                MixtureDensity next = Maximise(shares, token);
                density = next;
                if (Math.Abs(logLikelihood - before) < options.Tolerance) return (density, logLikelihood, round, StopReason.Converged);
                before = logLikelihood;
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                return (density, double.IsFinite(before) ? before : double.MinValue, round - 1, StopReason.Interrupted);
            }
        }
        return (density, before, options.MaxIterations, StopReason.IterationLimit);
    }

    private double[] Start()
    {
        IReadOnlyList<int> groups = options.StartFrom
            ?? KMeans.Fit(train, new() { Clusters = _k, Restarts = 1, Seed = options.Seed }).PredictCluster(train);
        var shares = new double[_n * _k];
        for (int i = 0; i < _n; i++) shares[(i * _k) + groups[i]] = 1;
        return shares;
    }

    // Writes r, shape [n, k]; returns mean(log p(x)).
    private double Expect(MixtureDensity density, double[] shares)
    {
        double[] parts = RowBlocks.Map(
            _n, 512,
            (start, end) =>
            {
                double sum = 0;
                var row = new double[_d];
                for (int i = start; i < end; i++)
                {
                    if ((i & 0xFFF) == 0) token.ThrowIfCancellationRequested();
                    Span<double> log = shares.AsSpan(i * _k, _k);
                    Vectors.Widen(train.Row(i), row);
                    density.LogJoint(row, log);
                    double all = Vectors.LogSumExp(log);
                    for (int k = 0; k < _k; k++) log[k] = Math.Exp(log[k] - all);
                    sum += all;
                }
                return sum;
            },
            token);
        return parts.Sum() / _n;
    }

    private MixtureDensity Maximise(double[] shares, CancellationToken stop)
    {
        bool full = options.Covariance == CovarianceKind.Full;
        double[] sums = RowBlocks.Sum(RowBlocks.Map(_n, 1024, (start, end) => Sums(shares, start, end), stop));
        double[] counts = sums[..^(_k * _d)], means = sums[^(_k * _d)..];
        for (int k = 0; k < _k; k++) counts[k] += 10 * Math.Pow(2, -52);   // a component without rows must not divide by 0; scikit-learn adds the same
        for (int i = 0; i < means.Length; i++) means[i] /= counts[i / _d];
        var covariances = new double[_k * _d * (full ? _d : 1)];
        for (int k = 0; k < _k; k++)
        {
            int component = k;
            double[] own = full
                ? Gram.Of(_n, _d, (start, end, columns) => Weighted(shares, means, component, start, end, columns), stop)
                : RowBlocks.Sum(RowBlocks.Map(_n, 1024, (start, end) => Squares(shares, means, component, start, end), stop));
            for (int i = 0; i < own.Length; i++)
            {
                bool isVariance = !full || i % (_d + 1) == 0;
                covariances[(k * own.Length) + i] = (own[i] / counts[k]) + (isVariance ? options.Regularization : 0);
            }
        }
        double total = counts.Sum();
        return new MixtureDensity(options.Covariance, [.. counts.Select(count => count / total)], means, covariances);
    }

    // Σ r of each component, then Σ r x.
    private double[] Sums(double[] shares, int start, int end)
    {
        double[] sums = new double[_k + (_k * _d)], row = new double[_d];
        for (int i = start; i < end; i++)
        {
            Vectors.Widen(train.Row(i), row);
            for (int k = 0; k < _k; k++)
            {
                double r = shares[(i * _k) + k];
                sums[k] += r;
                Vectors.AddScaled(sums.AsSpan(_k + (k * _d), _d), r, row);
            }
        }
        return sums;
    }

    private double[] Squares(double[] shares, double[] means, int k, int start, int end)
    {
        var sums = new double[_d];
        for (int i = start; i < end; i++)
        {
            ReadOnlySpan<float> row = train.Row(i);
            for (int j = 0; j < _d; j++)
            {
                double distance = row[j] - means[(k * _d) + j];
                sums[j] += shares[(i * _k) + k] * distance * distance;
            }
        }
        return sums;
    }

    private void Weighted(double[] shares, double[] means, int k, int start, int end, Span<double> columns)
    {
        for (int i = start; i < end; i++)
        {
            ReadOnlySpan<float> row = train.Row(i);
            double root = Math.Sqrt(shares[(i * _k) + k]);
            for (int j = 0; j < _d; j++) columns[(j * Gram.BlockRows) + i - start] = root * (row[j] - means[(k * _d) + j]);
        }
    }
}
