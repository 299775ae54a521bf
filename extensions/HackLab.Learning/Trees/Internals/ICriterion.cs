namespace HackLab.Learning.Internals;

/// <summary>
/// What a tree makes small: the impurity of its leaves, from a few sums over a leaf's rows (L. Breiman, J. Friedman, R. Olshen and
/// C. Stone, "Classification and Regression Trees", 1984). All are totals, so that a cut gains parent − left − right.
/// </summary>
internal interface ICriterion
{
    /// <summary>How many sums there are.</summary>
    int Width { get; }

    /// <summary>How many numbers a leaf predicts.</summary>
    int Outputs { get; }

    /// <summary>Adds a row, or with a negative weight takes it away.</summary>
    void Add(int row, double weight, Span<double> sums);

    /// <summary>The total weight of the rows.</summary>
    double Weight(ReadOnlySpan<double> sums);

    /// <summary>The impurity, times the weight.</summary>
    double Impurity(ReadOnlySpan<double> sums);

    /// <summary>What a leaf with these rows predicts.</summary>
    void Predict(ReadOnlySpan<double> sums, Span<float> prediction);
}

/// <summary>Gini impurity, W (1 − Σ pₖ²): how often two of a leaf's rows, drawn at random, are of different classes.</summary>
internal readonly struct GiniCriterion(int[] y, int classes) : ICriterion
{
    public int Width => classes;

    public int Outputs => classes;

    public void Add(int row, double weight, Span<double> sums) => sums[y[row]] += weight;

    public double Weight(ReadOnlySpan<double> sums) => ClassSums.Total(sums);

    public double Impurity(ReadOnlySpan<double> sums)
    {
        double squares = 0, total = ClassSums.Total(sums);
        foreach (double sum in sums) squares += sum * sum;
        return total > 0 ? total - (squares / total) : 0;
    }

    public void Predict(ReadOnlySpan<double> sums, Span<float> prediction) => ClassSums.Shares(sums, prediction);
}

/// <summary>Entropy, −W Σ pₖ log₂ pₖ: how many bits it takes to tell the classes of a leaf's rows.</summary>
internal readonly struct EntropyCriterion(int[] y, int classes) : ICriterion
{
    public int Width => classes;

    public int Outputs => classes;

    public void Add(int row, double weight, Span<double> sums) => sums[y[row]] += weight;

    public double Weight(ReadOnlySpan<double> sums) => ClassSums.Total(sums);

    public double Impurity(ReadOnlySpan<double> sums)
    {
        double bits = 0, total = ClassSums.Total(sums);
        foreach (double sum in sums) if (sum > 0) bits -= sum * Math.Log2(sum / total);
        return bits;
    }

    public void Predict(ReadOnlySpan<double> sums, Span<float> prediction) => ClassSums.Shares(sums, prediction);
}

/// <summary>Squared error, Σ w (y − mean)² = Σ w y² − (Σ w y)² / W, with y counted from the mean of all rows against rounding.</summary>
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

    public void Predict(ReadOnlySpan<double> sums, Span<float> prediction) => prediction[0] = (float)(center + (sums[1] / sums[0]));
}

/// <summary>What the criteria of classes share.</summary>
internal static class ClassSums
{
    public static double Total(ReadOnlySpan<double> sums)
    {
        double total = 0;
        foreach (double sum in sums) total += sum;
        return total;
    }

    public static void Shares(ReadOnlySpan<double> sums, Span<float> prediction)
    {
        double total = Total(sums);
        for (int k = 0; k < sums.Length; k++) prediction[k] = (float)(sums[k] / total);
    }
}
