namespace HackLab.Learning.Internals;

/// <summary>
/// What a tree makes small: the impurity of its leaves, from a few sums over a leaf's rows (L. Breiman, J. Friedman, R. Olshen
/// and
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
