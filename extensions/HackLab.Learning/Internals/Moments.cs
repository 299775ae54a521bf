using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>Means and covariances of columns.</summary>
internal static class Moments
{
    /// <summary>The mean of each column, shape [d].</summary>
    internal static double[] Means(TabularData data, CancellationToken token)
    {
        int d = data.FeatureCount;
        double[] sums = RowBlocks.Sum(RowBlocks.Map(
            data.Count, 4096,
            (start, end) =>
            {
                double[] sum = new double[d], row = new double[d];
                for (int i = start; i < end; i++)
                {
                    Vectors.Widen(data.Row(i), row);
                    Vectors.AddScaled(sum, 1, row);
                }
                return sum;
            },
            token));
        for (int j = 0; j < d; j++) sums[j] /= data.Count;
        return sums;
    }

    /// <summary>Σᵢ (xᵢⱼ − meanⱼ)(xᵢₖ − meanₖ), shape [d, d]: divided by n or n − 1 the covariance.</summary>
    internal static double[] Scatter(TabularData data, double[] means, CancellationToken token) =>
        Gram.Of(data.Count, data.FeatureCount, (start, end, columns) => Gram.Centered(data, means, start, end, columns), token);
}
