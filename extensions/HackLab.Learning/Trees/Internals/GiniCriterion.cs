namespace HackLab.Learning.Internals;

/// <summary>Gini impurity, W (1 − Σ pₖ²): how often two of a leaf's rows, drawn at random, are of different classes.</summary>
internal readonly struct GiniCriterion(int[] y, int classes) : ICriterion
{
    public int Width => classes;

    public int Outputs => classes;

    public void Add(int row, double weight, Span<double> sums) => sums[y[row]] += weight;

    public double Weight(ReadOnlySpan<double> sums) => ClassWeights.Total(sums);

    public double Impurity(ReadOnlySpan<double> sums)
    {
        double squares = 0, total = ClassWeights.Total(sums);
        foreach (double sum in sums) squares += sum * sum;
        return total > 0 ? total - (squares / total) : 0;
    }

    public void Predict(ReadOnlySpan<double> sums, Span<float> prediction) => ClassWeights.Shares(sums, prediction);
}
