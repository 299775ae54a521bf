using HackLab.Charts;
using HackLab.Data.Display;

namespace HackLab.Evaluation;

/// <summary>
/// ROC curves of several scores for the same rows; a notebook shows them in one figure. Made by <see cref="Metrics"/>.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class RocComparison : IRichDisplay
{
    private readonly IReadOnlyList<string> _classNames;

    internal RocComparison(IReadOnlyList<string> names, IReadOnlyList<RocCurve> curves, IReadOnlyList<string> classNames) =>
        (Names, Curves, _classNames) = (names, curves, classNames);

    /// <summary>What each score is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The curve of each score, in the same order.</summary>
    public IReadOnlyList<RocCurve> Curves { get; }

    /// <summary>All curves, with the diagonal of chance.</summary>
    /// <param name="options">Settings; null for the defaults with the data's class names.</param>
    public Figure ToFigure(RocOptions? options = null) =>
        Chart.Roc(
            [.. Curves.Select((curve, i) => curve.ToSeries(Names[i]))],
            options ?? new RocOptions { ClassNames = _classNames });

    /// <inheritdoc/>
    public string ToHtml() => ToFigure().ToHtml();

    /// <inheritdoc/>
    public string ToText() => ToFigure().ToText();

    /// <summary>The curves in words.</summary>
    public override string ToString() => ToText();
}
