using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How close each image is to its true one. Made by <see cref="Metrics"/>.</summary>
/// <param name="MeanSquaredError">Mean squared error of each image, shape [images].</param>
/// <param name="MeanAbsoluteError">Mean absolute error of each image, shape [images].</param>
/// <param name="Psnr">
/// Peak signal-to-noise ratio of each image in decibels, shape [images]; infinite where images are equal.
/// </param>
/// <param name="Ssim">Structural similarity of each image, shape [images].</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record ImageReport(
    IReadOnlyList<double> MeanSquaredError, IReadOnlyList<double> MeanAbsoluteError, IReadOnlyList<double> Psnr,
    IReadOnlyList<double> Ssim)
    : IRichDisplay
{
    /// <summary>
    /// The mean of <see cref="Psnr"/> over the images in decibels, with its 95 % bootstrap interval.
    /// </summary>
    /// <exception cref="ArgumentException">An image equals its true one: its ratio is infinite.</exception>
    /// <example><code>Console.WriteLine($"{report.MeanPsnr} dB");</code></example>
    public Interval MeanPsnr => Bootstrap.Mean(Psnr);

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The table as text.</summary>
    public override string ToString() => ToText();

    private Table Show() => SpreadTable.Of(
        Words.Of($"{Ssim.Count:N0} images compared"), "",
        ("mean squared error", MeanSquaredError, "G4"), ("mean absolute error", MeanAbsoluteError, "G4"),
        ("PSNR (dB)", Psnr, "0.00"), ("SSIM", Ssim, "0.0000"));
}
