using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>Sums over the rows of each class.</summary>
internal static class ClassSums
{
    /// <summary>Σ term(xⱼ, position of class and feature), shape [classes, d].</summary>
    internal static double[] Of(TabularData data, Func<double, int, double> term, CancellationToken token)
    {
        int d = data.FeatureCount;
        return RowBlocks.Sum(RowBlocks.Map(
            data.Count, 4096,
            (start, end) =>
            {
                var sums = new double[data.ClassNames.Count * d];
                for (int i = start; i < end; i++)
                {
                    ReadOnlySpan<float> row = data.Row(i);
                    int at = data.Y[i] * d;
                    for (int j = 0; j < d; j++) sums[at + j] += term(row[j], at + j);
                }
                return sums;
            },
            token));
    }
}
