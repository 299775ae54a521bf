using HackLab.Charts;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// How often each true class was called which class; a notebook shows it as a heat map, or as a table where rows have weights.
/// Made by <see cref="Metrics"/>.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record ConfusionMatrix : IRichDisplay
{
    private readonly long[,] _counts;
    private readonly double[,]? _weights;

    internal ConfusionMatrix(long[,] counts, double[,]? weights, IReadOnlyList<string> classNames) =>
        (_counts, _weights, ClassNames) = (counts, weights, [.. classNames]);

    /// <summary>What each class is called.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>All rows.</summary>
    public long Total => _counts.Cast<long>().Sum();

    /// <summary>The share of rows (or weight) on the diagonal.</summary>
    public double Accuracy => Enumerable.Range(0, ClassNames.Count).Sum(c => Weight(c, c)) / Weights().Cast<double>().Sum();

    /// <summary>A copy of all counts of rows: true class first, predicted class second, shape [classes, classes].</summary>
    public long[,] Counts => (long[,])_counts.Clone();

    /// <summary>How many rows of a true class were called another (or the same) class.</summary>
    /// <param name="truth">The true class number.</param>
    /// <param name="predicted">The predicted class number.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public long this[int truth, int predicted] => _counts[truth, predicted];

    /// <summary>A copy of the sums of the rows' weights, the counts where rows have none, shape [classes, classes].</summary>
    public double[,] Weights()
    {
        int n = ClassNames.Count;
        var copy = new double[n, n];
        for (int t = 0; t < n; t++)
        {
            for (int p = 0; p < n; p++) copy[t, p] = Weight(t, p);
        }
        return copy;
    }

    /// <summary>Shares in place of counts or weights.</summary>
    /// <param name="by">Shares of what.</param>
    /// <returns>Shape [classes, classes]; 0 where there is nothing to take a share of, as in scikit-learn.</returns>
    /// <example><code>matrix.Normalized(Normalization.TrueClass)[1, 1]   // the recall of class 1</code></example>
    public double[,] Normalized(Normalization by = Normalization.TrueClass)
    {
        int n = ClassNames.Count;
        double[,] shares = Weights();
        double[] truth = new double[n], predicted = new double[n];
        for (int t = 0; t < n; t++)
        {
            for (int p = 0; p < n; p++)
            {
                truth[t] += shares[t, p];
                predicted[p] += shares[t, p];
            }
        }
        double all = truth.Sum();
        for (int t = 0; t < n; t++)
        {
            for (int p = 0; p < n; p++)
            {
                double whole = by switch
                {
                    Normalization.TrueClass => truth[t],
                    Normalization.PredictedClass => predicted[p],
                    _ => all,
                };
                shares[t, p] = whole == 0 ? 0 : shares[t, p] / whole;
            }
        }
        return shares;
    }

    /// <summary>Of the rows called a class, the share that is of that class; NaN if no row was called so.</summary>
    /// <param name="label">The class number.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double Precision(int label = 1) => Weight(label, label) / Called(label);

    /// <summary>Of the rows of a class, the share that was called so; NaN if there is no such row.</summary>
    /// <param name="label">The class number.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double Recall(int label = 1) => Weight(label, label) / True(label);

    /// <summary>F-beta of a class, (1 + β²) · P · R / (β² P + R); NaN if no row is of it or was called so.</summary>
    /// <param name="label">The class number.</param>
    /// <param name="beta">How much more recall counts, at least 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double F(int label = 1, double beta = 1) =>
        ClassRatios.FOf(beta)(Weight(label, label), True(label), Called(label), double.NaN);

    /// <summary>The heat map, of rows.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    public Figure ToFigure(ConfusionOptions? options = null) => Chart.ConfusionMatrix(_counts, ClassNames, options);

    /// <summary>Whether another matrix has the same classes, counts and weights.</summary>
    public bool Equals(ConfusionMatrix? other) =>
        other is not null && ClassNames.SequenceEqual(other.ClassNames)
        && _counts.Cast<long>().SequenceEqual(other._counts.Cast<long>())
        && Weights().Cast<double>().SequenceEqual(other.Weights().Cast<double>());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ClassNames.Count, Total);

    /// <inheritdoc/>
    public string ToHtml() => _weights is null ? ToFigure().ToHtml() : WeightTable().ToHtml();

    /// <inheritdoc/>
    public string ToText() => _weights is null ? ToFigure().ToText() : WeightTable().ToText();

    /// <summary>The matrix in words.</summary>
    public override string ToString() => ToText();

    private double Weight(int truth, int predicted) => _weights?[truth, predicted] ?? _counts[truth, predicted];

    private double Called(int label) => Enumerable.Range(0, ClassNames.Count).Sum(truth => Weight(truth, label));

    private double True(int label) => Enumerable.Range(0, ClassNames.Count).Sum(predicted => Weight(label, predicted));

    private Table WeightTable() => new(
        Words.Of($"Confusion matrix: {100 * Accuracy:0.0} % right"),
        [new("true class"), .. ClassNames.Select(name => new TableColumn($"called {name}", Align.Right, "#,0.###"))],
        [.. ClassNames.Select((name, t) => (object?[])[name, .. ClassNames.Select((_, p) => (object?)Weight(t, p))])],
        "Sums of the rows' weights.");
}
