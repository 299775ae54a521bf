using System.Runtime.Intrinsics;
using HackLab.Data.Hosting;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// The silhouette of every row. Rows are put in order of their clusters and features beside each other, so that the distances of
/// one row to all others are four at a time, and each cluster's are one run to add up.
/// </summary>
internal sealed class Silhouettes
{
    private readonly int[] _rows, _starts;
    private readonly double[] _columns;
    private readonly int _features;

    /// <param name="x">Features, row after row.</param>
    /// <param name="cluster">The cluster of each row, from 0 on.</param>
    /// <param name="clusters">How many clusters there are.</param>
    public Silhouettes(ReadOnlySpan<float> x, int[] cluster, int clusters)
    {
        int n = cluster.Length;
        _features = x.Length / n;
        _rows = [.. Enumerable.Range(0, n).OrderBy(row => cluster[row])];   // stable: rows of a cluster stay in their order
        _starts = new int[clusters + 1];
        foreach (int c in cluster) _starts[c + 1]++;
        for (int c = 0; c < clusters; c++) _starts[c + 1] += _starts[c];
        _columns = new double[x.Length];
        for (int j = 0; j < n; j++)
        {
            for (int k = 0; k < _features; k++) _columns[(k * n) + j] = x[(_rows[j] * _features) + k];
        }
    }

    /// <summary>In the rows' own order. Each value comes from its own sums alone, so the number of threads changes nothing.</summary>
    public double[] All()
    {
        CancellationToken token = NotebookHost.Token;
        var values = new double[_rows.Length];
        Parallel.For(0, _rows.Length, () => new double[_rows.Length], (j, loop, distances) =>
        {
            if (token.IsCancellationRequested) loop.Stop();
            else values[_rows[j]] = Of(j, distances);
            return distances;
        }, _ => { });
        token.ThrowIfCancellationRequested();
        return values;
    }

    private double Of(int row, double[] distances)
    {
        int own = 0;
        while (_starts[own + 1] <= row) own++;
        int size = _starts[own + 1] - _starts[own];
        if (size == 1) return 0;
        Distances(row, distances);
        double within = 0, nearest = double.PositiveInfinity;
        for (int c = 0; c < _starts.Length - 1; c++)
        {
            double sum = 0;
            foreach (double distance in distances.AsSpan(_starts[c].._starts[c + 1])) sum += distance;
            if (c == own) within = sum / (size - 1);
            else nearest = Math.Min(nearest, sum / (_starts[c + 1] - _starts[c]));
        }
        double larger = Math.Max(within, nearest);
        return larger == 0 ? 0 : (nearest - within) / larger;
    }

    /// <summary>√Σ (x_row − x_j)² over features, for every j.</summary>
    private void Distances(int row, double[] distances)
    {
        int n = distances.Length, j = 0;
        for (; j <= n - 4; j += 4)
        {
            Vector256<double> squares = Vector256<double>.Zero;
            for (int at = 0; at < _columns.Length; at += n)
            {
                Vector256<double> step = Vector256.Create(_columns[at + row]) - Vector256.Create(_columns, at + j);
                squares += step * step;
            }
            Vector256.Sqrt(squares).CopyTo(distances, j);
        }
        for (; j < n; j++)
        {
            double squares = 0;
            for (int at = 0; at < _columns.Length; at += n)
            {
                double step = _columns[at + row] - _columns[at + j];
                squares += step * step;
            }
            distances[j] = Math.Sqrt(squares);
        }
    }
}
