using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How close each image is to its true one. Made by <see cref="Metrics"/>.</summary>
/// <param name="MeanSquaredError">Mean squared error of each image, shape [images].</param>
/// <param name="MeanAbsoluteError">Mean absolute error of each image, shape [images].</param>
/// <param name="Psnr">Peak signal-to-noise ratio of each image in decibels, shape [images]; infinite where images are equal.</param>
/// <param name="Ssim">Structural similarity of each image, shape [images].</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record ImageReport(
    IReadOnlyList<double> MeanSquaredError, IReadOnlyList<double> MeanAbsoluteError, IReadOnlyList<double> Psnr, IReadOnlyList<double> Ssim)
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
        static object?[] Row(string name, IReadOnlyList<double> values, string format)
        {
            double[] sorted = [.. values.Order()];
            string Said(double value) => value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
            return [name, Said(values.Average()), Said(sorted[0]), Said(Quantile.Of(sorted, 0.5)), Said(sorted[^1])];
        }
        return new Table(
            Words.Of($"{Ssim.Count:N0} images compared"),
            [
                new TableColumn(""), new TableColumn("mean", Align.Right), new TableColumn("smallest", Align.Right),
                new TableColumn("median", Align.Right), new TableColumn("largest", Align.Right),
            ],
            [
                Row("mean squared error", MeanSquaredError, "G4"), Row("mean absolute error", MeanAbsoluteError, "G4"),
                Row("PSNR (dB)", Psnr, "0.00"), Row("SSIM", Ssim, "0.0000"),
            ]);
    }
}
