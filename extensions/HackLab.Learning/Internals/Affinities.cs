using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>
/// How much each row looks at each of its 3 · perplexity nearest ones: pⱼᵢ ∝ exp(−β ‖xᵢ − xⱼ‖²), β such that the entropy is
/// log perplexity, then made mutual, p = (pᵢⱼ + pⱼᵢ) / 2n (van der Maaten, 2014, JMLR 15, section 4.1). Rows are kept one after
/// the other: those of row i lie from Starts[i] on.
/// </summary>
internal sealed record Affinities(int[] Starts, int[] Rows, float[] Values)
{
    internal static Affinities Of(TabularData data, double perplexity, CancellationToken token)
    {
        int n = data.Count, k = Math.Min(n - 1, (int)(3 * perplexity) + 1);
        var one = new Dictionary<int, double>[n];   // both directions, as they are found
        for (int i = 0; i < n; i++) one[i] = new Dictionary<int, double>(2 * k);
        var looks = new (int[] Rows, double[] Shares)[n];
        new NearestRows(data.X, data.FeatureCount).Find(
            data.X, k + 1,
            (i, rows, squares) => looks[i] = Shares(i, rows, squares, k, perplexity),
            token);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < looks[i].Rows.Length; j++)
            {
                int other = looks[i].Rows[j];
                double half = looks[i].Shares[j] / (2.0 * n);
                one[i][other] = one[i].GetValueOrDefault(other) + half;
                one[other][i] = one[other].GetValueOrDefault(i) + half;
            }
        }
        int[] starts = new int[n + 1];
        for (int i = 0; i < n; i++) starts[i + 1] = starts[i] + one[i].Count;
        int[] all = new int[starts[n]];
        float[] values = new float[starts[n]];
        for (int i = 0; i < n; i++)
        {
            int at = starts[i];
            foreach ((int row, double value) in one[i].OrderBy(pair => pair.Key)) (all[at], values[at++]) = (row, (float)value);
        }
        return new Affinities(starts, all, values);
    }

    // Bisection for β; the nearest row of a row is itself, unless others have the same values.
    private static (int[] Rows, double[] Shares) Shares(int row, ReadOnlySpan<int> nearest, ReadOnlySpan<double> squares, int k, double perplexity)
    {
        int[] rows = new int[k];
        double[] distances = new double[k], shares = new double[k];
        for (int from = 0, to = 0; from < nearest.Length && to < k; from++)
        {
            if (nearest[from] != row) (rows[to], distances[to++]) = (nearest[from], squares[from]);
        }
        double low = 0, high = double.PositiveInfinity, beta = distances[k / 2] > 0 ? 1 / distances[k / 2] : 1;
        for (int step = 0; step < 200; step++)
        {
            double sum = 0, mean = 0;
            for (int j = 0; j < k; j++)
            {
                shares[j] = Math.Exp(-beta * (distances[j] - distances[0]));   // less the nearest: nothing underflows
                sum += shares[j];
                mean += shares[j] * (distances[j] - distances[0]);
            }
            double excess = Math.Log(sum) + (beta * mean / sum) - Math.Log(perplexity);   // entropy less its aim
            for (int j = 0; j < k; j++) shares[j] /= sum;
            if (Math.Abs(excess) < 1e-5) break;
            if (excess > 0) (low, beta) = (beta, double.IsInfinity(high) ? beta * 2 : (beta + high) / 2);
            else (high, beta) = (beta, (beta + low) / 2);
        }
        return (rows, shares);
    }
}
