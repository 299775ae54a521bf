using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// Precision, recall and F1 of each class with their averages, as scikit-learn's <c>classification_report</c>. Made by
/// <see cref="Metrics"/>.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record ClassificationReport : IRichDisplay
{
    /// <summary>Each class, in the order of its number.</summary>
    public required IReadOnlyList<ClassScores> Classes { get; init; }

    /// <summary>The mean over classes.</summary>
    public required ClassScores Macro { get; init; }

    /// <summary>The mean over classes, each weighted by how many rows it has.</summary>
    public required ClassScores Weighted { get; init; }

    /// <summary>The share of rows that are right; micro averages of precision, recall and F1 equal it.</summary>
    public required double Accuracy { get; init; }

    /// <summary>The mean of the recalls of the classes that occur.</summary>
    public required double BalancedAccuracy { get; init; }

    /// <summary>The correlation of true and predicted classes, between −1 and 1.</summary>
    public required double MatthewsCorrelation { get; init; }

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The table as text.</summary>
    public override string ToString() => ToText();

    private Table Show()
    {
        object?[] Row(ClassScores one) => [one.Name, one.Precision, one.Recall, one.F, one.Support];
        return new Table(
            Words.Of($"{100 * Accuracy:0.0} % right"),
            [
                new TableColumn("class"), new TableColumn("precision", Align.Right, "0.000"),
                new TableColumn("recall", Align.Right, "0.000"), new TableColumn("F1", Align.Right, "0.000"),
                new TableColumn("rows", Align.Right, "#,0.##"),
            ],
            [.. Classes.Select(Row), Row(Macro), Row(Weighted)],
            Words.Of($"Balanced accuracy {BalancedAccuracy:0.000}, Matthews correlation {MatthewsCorrelation:0.000}."));
    }
}
