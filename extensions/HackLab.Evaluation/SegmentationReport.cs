using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How well each image was segmented. Made by <see cref="Metrics"/>.</summary>
/// <param name="Dice">The Dice coefficient of each image, shape [images].</param>
/// <param name="IoU">Intersection over union of each image, shape [images].</param>
/// <param name="Hausdorff95">
/// The 95 % Hausdorff distance of each image, in the unit of the spacing, shape [images]; infinite where one mask is empty.
/// </param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record SegmentationReport(IReadOnlyList<double> Dice, IReadOnlyList<double> IoU, IReadOnlyList<double> Hausdorff95)
    : IRichDisplay
{
    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The table as text.</summary>
    public override string ToString() => ToText();

    private Table Show()
    {
        int missed = Hausdorff95.Count(double.IsInfinity);
        return SpreadTable.Of(
            Words.Of($"{Dice.Count:N0} images segmented"),
            missed == 0 ? "" : Words.Of($"In {missed:N0} images one mask is empty: their distance is infinite."),
            ("Dice", Dice, "0.0000"), ("IoU", IoU, "0.0000"), ("Hausdorff 95 %", Hausdorff95, "0.00"));
    }
}
