using HackLab.Data;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>What one beginning came to.</summary>
internal sealed record KMeansFit(double[] Centers, double Inertia, int Iterations, StopReason Stopped);

/// <summary>Lloyd's rounds from one or several beginnings.</summary>
internal sealed class KMeansSolver
{
    private readonly KMeansOptions _options;
    private readonly CancellationToken _token;
    private readonly PackedPoints _rows;
    private readonly int _k, _d;
    private readonly double _tolerance;

    internal KMeansSolver(TabularData train, KMeansOptions options, CancellationToken token)
    {
        (_options, _token, _k, _d) = (options, token, options.Clusters, train.FeatureCount);
        _rows = new PackedPoints(train.X, _d);
        _tolerance = options.Tolerance * _rows.MeanVariance;
    }

    internal KMeansFit Run()
    {
        if (_options.Centers is { } given) return Rounds([.. given.Select(value => (double)value)]);
        KMeansFit? best = null;
        for (int restart = 0; restart < _options.Restarts; restart++)
        {
            double[] begin;
            try
            {
                begin = KMeansPlusPlus.Choose(_rows, _k, _d, new SeededRandom(_options.Seed, restart), best is null ? default : _token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            KMeansFit fit = Rounds(begin);
            if (best is null || fit.Inertia < best.Inertia) best = fit;
            if (_token.IsCancellationRequested) return best with { Stopped = StopReason.Interrupted };
        }
        return best!;
    }

    private KMeansFit Rounds(double[] centers)
    {
        int[] nearest = new int[_rows.Count], before = new int[_rows.Count];
        Array.Fill(before, -1);
        StopReason stopped = StopReason.IterationLimit;
        int round = 0;
        while (round < _options.MaxIterations && stopped == StopReason.IterationLimit)
        {
            if (_token.IsCancellationRequested)
            {
                stopped = StopReason.Interrupted;
                break;
            }
            _rows.Nearest(centers, nearest, CancellationToken.None);
            double[] moved = Means(nearest, centers);
            round++;
            if (nearest.AsSpan().SequenceEqual(before) || Vectors.SquaredDistance(moved, centers) <= _tolerance) stopped = StopReason.Converged;
            centers = moved;
            (nearest, before) = (before, nearest);
        }
        _rows.Nearest(centers, nearest, CancellationToken.None);
        return new KMeansFit(centers, Sums(nearest, centers).Sum(part => part.Inertia), round, stopped);
    }

    private double[] Means(int[] nearest, double[] centers)
    {
        var parts = Sums(nearest, centers);
        double[] sums = RowBlocks.Sum([.. parts.Select(part => part.Sums)]), counts = RowBlocks.Sum([.. parts.Select(part => part.Counts)]);
        if (counts.Contains(0)) Refill(nearest, centers, sums, counts);
        for (int i = 0; i < sums.Length; i++) sums[i] /= counts[i / _d];
        return sums;
    }

    // A center without rows takes the row that is farthest from its own center.
    private void Refill(int[] nearest, double[] centers, double[] sums, double[] counts)
    {
        var distances = new double[_rows.Count];
        var x = new double[_d];
        for (int i = 0; i < distances.Length; i++)
        {
            Vectors.Widen(_rows.Row(i), x);
            distances[i] = Vectors.SquaredDistance(x, centers.AsSpan(nearest[i] * _d, _d));
        }
        for (int c = 0; c < _k; c++)
        {
            if (counts[c] > 0) continue;
            int farthest = 0;
            for (int i = 1; i < distances.Length; i++)
            {
                bool isSpare = counts[nearest[i]] > 1;   // taking a center's only row would leave that one empty
                if (isSpare && (distances[i] > distances[farthest] || counts[nearest[farthest]] <= 1)) farthest = i;
            }
            Vectors.Widen(_rows.Row(farthest), x);
            Vectors.AddScaled(sums.AsSpan(nearest[farthest] * _d, _d), -1, x);
            counts[nearest[farthest]]--;
            x.CopyTo(sums, c * _d);
            counts[c] = 1;
            nearest[farthest] = c;
            distances[farthest] = -1;
        }
    }

    private (double[] Sums, double[] Counts, double Inertia)[] Sums(int[] nearest, double[] centers) => RowBlocks.Map(
        _rows.Count, 4096,
        (start, end) =>
        {
            double[] sums = new double[_k * _d], counts = new double[_k], x = new double[_d];
            double inertia = 0;
            for (int i = start; i < end; i++)
            {
                int c = nearest[i];
                Vectors.Widen(_rows.Row(i), x);
                Vectors.AddScaled(sums.AsSpan(c * _d, _d), 1, x);
                inertia += Vectors.SquaredDistance(x, centers.AsSpan(c * _d, _d));
                counts[c]++;
            }
            return (sums, counts, inertia);
        });
}
