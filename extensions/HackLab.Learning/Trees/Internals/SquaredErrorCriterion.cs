namespace HackLab.Learning.Internals;

/// <summary>
/// Squared error, Σ w (y − mean)² = Σ w y² − (Σ w y)² / W, with y counted from the mean of all rows against rounding.
/// </summary>
internal readonly struct SquaredErrorCriterion(float[] y, double center) : ICriterion
{
    public int Width => 3;   // Σ w, Σ w y, Σ w y²

    public int Outputs => 1;

    public void Add(int row, double weight, Span<double> sums)
    {
        double value = y[row] - center;
        sums[0] += weight;
        sums[1] += weight * value;
        sums[2] += weight * value * value;
    }

    public double Weight(ReadOnlySpan<double> sums) => sums[0];

    public double Impurity(ReadOnlySpan<double> sums) => sums[0] > 0 ? Math.Max(0, sums[2] - (sums[1] * sums[1] / sums[0])) : 0;

    public void Predict(ReadOnlySpan<double> sums, Span<float> prediction) =>
        prediction[0] = (float)(center + (sums[1] / sums[0]));
}
