using HackLab.Data.Hosting;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How well a segmentation fits the true one: masks are true inside and false outside.</summary>
public static partial class Metrics
{
    /// <summary>The Dice coefficient, 2 |A ∩ B| / (|A| + |B|) (L. R. Dice, 1945): F1 of the cells.</summary>
    /// <param name="y">The true mask, any shape.</param>
    /// <param name="yHat">The other mask, of the same shape.</param>
    /// <param name="bothEmpty">The value if both are empty, 0/0: 1 (they agree), or 0 as scikit-learn takes by default.</param>
    /// <returns>Between 0 and 1 (equal masks).</returns>
    /// <exception cref="ArgumentException">Lengths differ, or no cells.</exception>
    /// <example><code>Metrics.Dice([true, true, false], [true, false, false])   // 0.667</code></example>
    public static double Dice(ReadOnlySpan<bool> y, ReadOnlySpan<bool> yHat, double bothEmpty = 1)
    {
        (long truth, long other, long both) = Overlap(y, yHat);
        return truth + other == 0 ? bothEmpty : 2.0 * both / (truth + other);
    }

    /// <summary>The Dice coefficient of one class of label images: of its cells in one against those in the other.</summary>
    /// <param name="y">True labels of the cells, any shape.</param>
    /// <param name="yHat">The other labels, of the same shape.</param>
    /// <param name="label">The class.</param>
    /// <param name="bothEmpty">The value if neither has the class.</param>
    /// <returns>Between 0 and 1.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or no cells.</exception>
    /// <example><code>Metrics.Dice(labels, predicted, label: 2)</code></example>
    public static double Dice(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, int label, double bothEmpty = 1) =>
        Dice(MaskOf(y, label), MaskOf(yHat, label), bothEmpty);

    /// <summary>Intersection over union, |A ∩ B| / |A ∪ B| (P. Jaccard, 1901).</summary>
    /// <param name="y">The true mask, any shape.</param>
    /// <param name="yHat">The other mask, of the same shape.</param>
    /// <param name="bothEmpty">The value if both are empty, 0/0: 1 (they agree), or 0 as scikit-learn takes by default.</param>
    /// <returns>Between 0 and 1 (equal masks).</returns>
    /// <exception cref="ArgumentException">Lengths differ, or no cells.</exception>
    /// <example><code>Metrics.IoU([true, true, false], [true, false, false])   // 0.5</code></example>
    public static double IoU(ReadOnlySpan<bool> y, ReadOnlySpan<bool> yHat, double bothEmpty = 1)
    {
        (long truth, long other, long both) = Overlap(y, yHat);
        return truth + other == 0 ? bothEmpty : both / (double)(truth + other - both);
    }

    /// <summary>Intersection over union of one class of label images.</summary>
    /// <inheritdoc cref="Dice(ReadOnlySpan{int}, ReadOnlySpan{int}, int, double)"/>
    /// <example><code>Metrics.IoU(labels, predicted, label: 2)</code></example>
    public static double IoU(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, int label, double bothEmpty = 1) =>
        IoU(MaskOf(y, label), MaskOf(yHat, label), bothEmpty);

    /// <summary>
    /// The Hausdorff distance: how far the farthest cell of either mask is from the other mask, between cell centres.
    /// </summary>
    /// <param name="y">The true mask, cell after cell, the last axis fastest.</param>
    /// <param name="yHat">The other mask, of the same shape.</param>
    /// <param name="shape">Cells along each axis, for example [height, width].</param>
    /// <param name="spacing">How far apart cells are along each axis, above 0, for example in millimetres; empty for 1.</param>
    /// <returns>In the unit of the spacing; 0 if both are empty, infinite if one is, as in scikit-image.</returns>
    /// <exception cref="ArgumentException">Lengths, shape or spacing do not fit.</exception>
    /// <example><code>Metrics.Hausdorff(lesion, predicted, [128, 128], [0.5, 0.5])   // mm</code></example>
    public static double Hausdorff(
        ReadOnlySpan<bool> y, ReadOnlySpan<bool> yHat, ReadOnlySpan<int> shape, ReadOnlySpan<double> spacing = default)
    {
        MaskInput.Same(y.Length, yHat.Length);
        return Farthest(y.ToArray(), yHat.ToArray(), shape, MaskInput.Spacing(y.Length, shape, spacing), share: 1);
    }

    /// <summary>
    /// The 95 % Hausdorff distance: the distances of each mask's surface cells to the other's surface, both together, and of
    /// those the 95th percentile; a few stray cells do not decide it. Surface cells have a neighbour along an axis outside the
    /// mask.
    /// </summary>
    /// <inheritdoc cref="Hausdorff"/>
    /// <returns>
    /// In the unit of the spacing; 0 if both are empty, infinite if one is. Some programs take the larger of two percentiles
    /// instead.
    /// </returns>
    /// <example><code>Metrics.Hausdorff95(lesion, predicted, [128, 128], [0.5, 0.5])   // mm</code></example>
    public static double Hausdorff95(
        ReadOnlySpan<bool> y, ReadOnlySpan<bool> yHat, ReadOnlySpan<int> shape, ReadOnlySpan<double> spacing = default)
    {
        MaskInput.Same(y.Length, yHat.Length);
        double[] steps = MaskInput.Spacing(y.Length, shape, spacing);
        return Farthest(MaskInput.Surface(y, shape), MaskInput.Surface(yHat, shape), shape, steps, share: 0.95);
    }

    /// <summary>Dice, IoU and the 95 % Hausdorff distance of each image: what to show of a segmentation.</summary>
    /// <param name="y">True masks, one image after the other, shape [images, … shape].</param>
    /// <param name="yHat">The other masks, likewise.</param>
    /// <param name="shape">Cells along each axis of one image, for example [height, width].</param>
    /// <param name="spacing">How far apart cells are along each axis, above 0; empty for 1.</param>
    /// <returns>A notebook shows it as a table.</returns>
    /// <exception cref="ArgumentException">Lengths, shape or spacing do not fit.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Metrics.SegmentationReport(masks, predicted, [64, 64])</code></example>
    public static SegmentationReport SegmentationReport(
        ReadOnlySpan<bool> y, ReadOnlySpan<bool> yHat, ReadOnlySpan<int> shape, ReadOnlySpan<double> spacing = default)
    {
        MaskInput.Same(y.Length, yHat.Length);
        int cells = MaskInput.Cells(y.Length, shape), images = y.Length / cells;
        double[] dice = new double[images], iou = new double[images], far = new double[images];
        CancellationToken token = NotebookHost.Token;
        for (int i = 0; i < images; i++)
        {
            token.ThrowIfCancellationRequested();
            ReadOnlySpan<bool> one = y.Slice(i * cells, cells), other = yHat.Slice(i * cells, cells);
            (dice[i], iou[i], far[i]) = (Dice(one, other), IoU(one, other), Hausdorff95(one, other, shape, spacing));
        }
        return new SegmentationReport(dice, iou, far);
    }

    private static double Farthest(bool[] a, bool[] b, ReadOnlySpan<int> shape, double[] spacing, double share)
    {
        bool hasA = Array.IndexOf(a, true) >= 0, hasB = Array.IndexOf(b, true) >= 0;
        if (!hasA || !hasB) return hasA == hasB ? 0 : double.PositiveInfinity;
        double[] toA = DistanceField.Of(a, shape, spacing), toB = DistanceField.Of(b, shape, spacing);
        double[] distances = [.. toB.Where((_, i) => a[i]), .. toA.Where((_, i) => b[i])];
        Array.Sort(distances);
        return Quantile.Of(distances, share);
    }

    private static (long Truth, long Other, long Both) Overlap(ReadOnlySpan<bool> y, ReadOnlySpan<bool> yHat)
    {
        MaskInput.Same(y.Length, yHat.Length);
        long truth = 0, other = 0, both = 0;
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i]) truth++;
            if (yHat[i]) other++;
            if (y[i] && yHat[i]) both++;
        }
        return (truth, other, both);
    }

    private static bool[] MaskOf(ReadOnlySpan<int> labels, int label)
    {
        var mask = new bool[labels.Length];
        for (int i = 0; i < mask.Length; i++) mask[i] = labels[i] == label;
        return mask;
    }
}
