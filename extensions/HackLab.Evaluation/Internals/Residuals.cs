using System.Numerics;

namespace HackLab.Evaluation.Internals;

/// <summary>What all metrics of predicted numbers are made of, gathered in two passes.</summary>
/// <param name="Mse">Mean squared residual.</param>
/// <param name="Mae">Mean absolute residual.</param>
/// <param name="ResidualMean">Mean of y − yHat.</param>
/// <param name="Variance">Mean squared distance of y from its mean.</param>
internal readonly record struct Residuals(double Mse, double Mae, double ResidualMean, double Variance)
{
    /// <summary>
    /// The share of the variance that is explained; where there is none, 1 if nothing is wrong and 0 otherwise, as in
    /// scikit-learn.
    /// </summary>
    public double R2 => Share(Mse);

    /// <summary>The same, a constant offset forgiven.</summary>
    public double ExplainedVariance { get; private init; }

    public static Residuals Of<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> yHat, ReadOnlySpan<double> weights, int columns = 1, int column = 0)
        where T : struct, INumberBase<T>
    {
        int rows = Rows(y.Length, yHat.Length, columns);
        var each = new RowWeights(rows, weights);
        double squares = 0, absolute = 0, residuals = 0, values = 0;
        for (int i = 0; i < rows; i++)
        {
            double truth = double.CreateTruncating(y[(i * columns) + column]);
            double residual = truth - double.CreateTruncating(yHat[(i * columns) + column]);
            squares += each[i] * residual * residual;
            absolute += each[i] * Math.Abs(residual);
            residuals += each[i] * residual;
            values += each[i] * truth;
        }
        double mean = values / each.Total, offset = residuals / each.Total, spread = 0, scatter = 0;
        for (int i = 0; i < rows; i++)
        {
            double truth = double.CreateTruncating(y[(i * columns) + column]);
            double residual = truth - double.CreateTruncating(yHat[(i * columns) + column]);
            spread += each[i] * (truth - mean) * (truth - mean);
            scatter += each[i] * (residual - offset) * (residual - offset);
        }
        var found = new Residuals(squares / each.Total, absolute / each.Total, offset, spread / each.Total);
        return found with { ExplainedVariance = found.Share(scatter / each.Total) };
    }

    public static int Rows(int labels, int predictions, int columns)
    {
        if (labels != predictions)
        {
            throw new ArgumentException(
                $"There are {labels} true values and {predictions} predictions; each needs the other.", "yHat");
        }
        if (labels == 0) throw new ArgumentException("There are no values.", "y");
        if (columns < 1 || labels % columns != 0)
            throw new ArgumentException($"{labels} values are no whole number of rows of {columns} columns.", nameof(columns));
        return labels / columns;
    }

    private double Share(double unexplained) =>
        Variance != 0 || double.IsNaN(unexplained) ? 1 - (unexplained / Variance) : unexplained == 0 ? 1 : 0;
}
