namespace HackLab.Evaluation.Internals;

/// <summary>How much each row counts: the given weights, or 1 for all if none were given.</summary>
internal readonly ref struct RowWeights
{
    private readonly ReadOnlySpan<double> _weights;

    /// <summary>Checks them: as many as rows, finite, at least 0, not all 0.</summary>
    public RowWeights(int rows, ReadOnlySpan<double> weights)
    {
        BinaryInput.Weights(rows, weights);
        _weights = weights;
        Total = rows;
        if (weights.IsEmpty) return;
        Total = 0;
        foreach (double weight in weights) Total += weight;
        if (Total == 0) throw new ArgumentException("All weights are 0.", nameof(weights));
    }

    /// <summary>Their sum.</summary>
    public double Total { get; }

    public double this[int row] => _weights.IsEmpty ? 1 : _weights[row];
}
