namespace HackLab.Learning.Internals;

/// <summary>Entropy, −W Σ pₖ log₂ pₖ: how many bits it takes to tell the classes of a leaf's rows.</summary>
internal readonly struct EntropyCriterion(int[] y, int classes) : ICriterion
{
    public int Width => classes;

    public int Outputs => classes;

    public void Add(int row, double weight, Span<double> sums) => sums[y[row]] += weight;

    public double Weight(ReadOnlySpan<double> sums) => ClassWeights.Total(sums);

    public double Impurity(ReadOnlySpan<double> sums)
    {
        double bits = 0, total = ClassWeights.Total(sums);
        foreach (double sum in sums) if (sum > 0) bits -= sum * Math.Log2(sum / total);
        return bits;
    }

    public void Predict(ReadOnlySpan<double> sums, Span<float> prediction) => ClassWeights.Shares(sums, prediction);
}
