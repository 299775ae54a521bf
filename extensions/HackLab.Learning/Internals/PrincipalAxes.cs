using HackLab.Data;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace HackLab.Learning.Internals;

/// <summary>The eigenvectors of the covariance, widest first.</summary>
internal static class PrincipalAxes
{
    internal static (double[] Means, double[] Directions, double[] Variances, double Total) Of(TabularData train, int k, CancellationToken token)
    {
        int n = train.Count, d = train.FeatureCount;
        double[] means = Moments.Means(train, token);
        bool dual = n < d;
        // XᵀX of the centred rows; where there are fewer rows than features XXᵀ, which has the same eigenvalues: from XXᵀu = λu
        // follows XᵀX (Xᵀu) = λ (Xᵀu).
        double[] products = dual ? RowProducts(train, means, token) : Moments.Scatter(train, means, token);
        int size = dual ? n : d;
        Evd<double> eigen = Matrix<double>.Build.Dense(size, size, products).Evd(Symmetricity.Symmetric);
        double[] directions = new double[k * d], variances = new double[k];
        for (int c = 0; c < k; c++)
        {
            int at = size - 1 - c;   // they come in ascending order
            variances[c] = Math.Max(0, eigen.EigenValues[at].Real) / (n - 1);
            Span<double> direction = directions.AsSpan(c * d, d);
            double[] vector = eigen.EigenVectors.Column(at).AsArray();
            if (dual) ToFeatures(train, means, vector, direction);
            else vector.CopyTo(direction);
            Turn(direction);
        }
        double total = 0;
        for (int i = 0; i < size; i++) total += products[i * (size + 1)] / (n - 1);
        return (means, directions, variances, total);
    }

    private static double[] RowProducts(TabularData train, double[] means, CancellationToken token)
    {
        int n = train.Count, d = train.FeatureCount;
        // Rows are the columns of the transposed data: feature by feature they come in blocks.
        return Gram.Of(
            d, n,
            (start, end, columns) =>
            {
                for (int i = 0; i < n; i++)
                {
                    ReadOnlySpan<float> row = train.Row(i);
                    for (int j = start; j < end; j++) columns[(i * Gram.BlockRows) + j - start] = row[j] - means[j];
                }
            },
            token);
    }

    private static void ToFeatures(TabularData train, double[] means, double[] vector, Span<double> direction)
    {
        var row = new double[direction.Length];
        for (int i = 0; i < vector.Length; i++)
        {
            Vectors.Widen(train.Row(i), row);
            Vectors.AddScaled(row, -1, means);
            Vectors.AddScaled(direction, vector[i], row);
        }
        double length = Math.Sqrt(Vectors.Dot(direction, direction));
        if (length == 0) return;   // the last of n components has no spread at all
        foreach (ref double value in direction) value /= length;
    }

    private static void Turn(Span<double> direction)
    {
        double largest = 0;
        foreach (double value in direction)
        {
            if (Math.Abs(value) > Math.Abs(largest)) largest = value;
        }
        if (largest >= 0) return;
        foreach (ref double value in direction) value = -value;
    }
}
