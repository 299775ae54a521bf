using HackLab.Charts;
using HackLab.Data.Display;

namespace HackLab.Evaluation;

/// <summary>How often each true class was called which class; a notebook shows it as a heat map.</summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record ConfusionMatrix : IRichDisplay
{
    private readonly long[,] _counts;

    internal ConfusionMatrix(long[,] counts, IReadOnlyList<string> classNames) => (_counts, ClassNames) = (counts, [.. classNames]);

    /// <summary>What each class is called.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>All rows.</summary>
    public long Total => _counts.Cast<long>().Sum();

    /// <summary>The share of rows on the diagonal.</summary>
    public double Accuracy => Enumerable.Range(0, ClassNames.Count).Sum(c => _counts[c, c]) / (double)Total;

    /// <summary>A copy of all counts: true class first, predicted class second, shape [classes, classes].</summary>
    public long[,] Counts => (long[,])_counts.Clone();

    /// <summary>How many rows of a true class were called another (or the same) class.</summary>
    /// <param name="truth">The true class number.</param>
    /// <param name="predicted">The predicted class number.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public long this[int truth, int predicted] => _counts[truth, predicted];

    /// <summary>Of the rows called a class, the share that is of that class; NaN if no row was called so.</summary>
    /// <param name="label">The class number.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double Precision(int label = 1) => _counts[label, label] / (double)Enumerable.Range(0, ClassNames.Count).Sum(t => _counts[t, label]);

    /// <summary>Of the rows of a class, the share that was called so; NaN if there is no such row.</summary>
    /// <param name="label">The class number.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double Recall(int label = 1) => _counts[label, label] / (double)Enumerable.Range(0, ClassNames.Count).Sum(p => _counts[label, p]);

    /// <summary>The heat map.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    public Figure ToFigure(ConfusionOptions? options = null) => Chart.ConfusionMatrix(_counts, ClassNames, options);

    /// <summary>Whether another matrix has the same classes and counts.</summary>
    public bool Equals(ConfusionMatrix? other) =>
        other is not null && ClassNames.SequenceEqual(other.ClassNames) && _counts.Cast<long>().SequenceEqual(other._counts.Cast<long>());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ClassNames.Count, Total);

    /// <inheritdoc/>
    public string ToHtml() => ToFigure().ToHtml();

    /// <inheritdoc/>
    public string ToText() => ToFigure().ToText();

    /// <summary>The matrix in words.</summary>
    public override string ToString() => ToText();
}
