using HackLab.Data.Hosting;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// How close images are to the true ones. Several images (or channels) one after the other count as images of their own.
/// </summary>
public static partial class Metrics
{
    // Weights of the five scales in Wang et al. 2003, section 3.2.
    private static readonly double[] _scaleWeights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];

    /// <summary>The peak signal-to-noise ratio, 10 log₁₀(data range² / mean squared error).</summary>
    /// <param name="y">The true image, any shape.</param>
    /// <param name="yHat">The other image, of the same shape.</param>
    /// <param name="dataRange">
    /// The largest possible value less the smallest, above 0: 1 for pixels in [0, 1], 255 for bytes. Never taken from the images.
    /// </param>
    /// <returns>In decibels; infinite for equal images, NaN if a pixel is NaN.</returns>
    /// <exception cref="ArgumentException">Lengths differ, no pixels, or a range that is not above 0.</exception>
    /// <example><code>Metrics.Psnr(high, predicted, dataRange: 1)   // 30.5</code></example>
    public static double Psnr(ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, double dataRange)
    {
        if (!(dataRange > 0) || !double.IsFinite(dataRange)) throw new ArgumentException(
            Words.Of($"dataRange, the largest possible value less the smallest, must be above 0, but it is {dataRange}."),
            nameof(dataRange));
        return 10 * Math.Log10(dataRange * dataRange / MeanSquaredError(y, yHat));
    }

    /// <summary>
    /// Structural similarity (Z. Wang et al., "Image quality assessment: from error visibility to structural similarity", 2004):
    /// luminance, contrast and structure compared in a window around every pixel, then averaged, as scikit-image's
    /// <c>structural_similarity</c>.
    /// </summary>
    /// <param name="y">True images, one after the other, all finite, shape [images, height, width].</param>
    /// <param name="yHat">The others, likewise.</param>
    /// <param name="width">Pixels per line, at least the window's size.</param>
    /// <param name="height">Lines, at least the window's size.</param>
    /// <param name="dataRange">The largest possible value less the smallest, above 0. Never taken from the images.</param>
    /// <param name="options">Settings; null for scikit-image's defaults.</param>
    /// <returns>At most 1 (equal images); the mean over images.</returns>
    /// <exception cref="ArgumentException">Sizes do not fit, a pixel is not finite, or a setting is out of range.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Metrics.Ssim(high, predicted, 128, 128, dataRange: 1, SsimOptions.Wang)</code></example>
    public static double Ssim(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, int width, int height, double dataRange, SsimOptions? options = null) =>
        SsimPerImage(y, yHat, width, height, dataRange, options).Average();

    /// <summary>Structural similarity of each image alone.</summary>
    /// <inheritdoc cref="Ssim"/>
    /// <returns>At most 1 each, shape [images].</returns>
    /// <example><code>Metrics.SsimPerImage(high, predicted, 128, 128, dataRange: 1)[0]</code></example>
    public static double[] SsimPerImage(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, int width, int height, double dataRange, SsimOptions? options = null)
    {
        var map = new SimilarityMap(options ?? new SsimOptions(), dataRange);
        int images = ImageInput.Count(y, yHat, width, height), pixels = width * height;
        if (Math.Min(width, height) < map.Size)
        {
            throw new ArgumentException(
                $"The window of {map.Size} × {map.Size} pixels does not fit into {width} × {height}.", nameof(options));
        }
        CancellationToken token = NotebookHost.Token;
        var values = new double[images];
        for (int i = 0; i < images; i++)
        {
            token.ThrowIfCancellationRequested();
            values[i] = map.Means(ImageInput.Take(y, i, pixels), ImageInput.Take(yHat, i, pixels), width, height).Ssim;
        }
        return values;
    }

    /// <summary>
    /// Structural similarity over several scales (Z. Wang, E. Simoncelli, A. Bovik, "Multi-scale structural similarity for image
    /// quality assessment", 2003, equation 7): contrast and structure at each scale, luminance at the coarsest, each to the power
    /// of its weight. Every next scale is the mean of 2 × 2 pixels; a last odd line stands for two. A negative mean counts as 0.
    /// </summary>
    /// <param name="y">True images, one after the other, all finite, shape [images, height, width].</param>
    /// <param name="yHat">The others, likewise.</param>
    /// <param name="width">Pixels per line.</param>
    /// <param name="height">Lines.</param>
    /// <param name="dataRange">The largest possible value less the smallest, above 0. Never taken from the images.</param>
    /// <param name="scales">
    /// How many scales, 1 to 5; five need 161 × 161 pixels, four 81 × 81. Fewer than five take the paper's first weights, scaled
    /// to add up to 1.
    /// </param>
    /// <param name="options">Settings; null for <see cref="SsimOptions.Wang"/>.</param>
    /// <returns>Between 0 and 1 (equal images); the mean over images.</returns>
    /// <exception cref="ArgumentException">Sizes do not fit, a pixel is not finite, or a setting is out of range.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Metrics.MultiScaleSsim(high, predicted, 128, 128, dataRange: 1, scales: 4)</code></example>
    public static double MultiScaleSsim(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, int width, int height, double dataRange, int scales = 5,
        SsimOptions? options = null)
    {
        if (scales < 1 || scales > _scaleWeights.Length)
        {
            throw new ArgumentException(
                $"scales must be 1 to {_scaleWeights.Length}, but it is {scales}.", nameof(scales));
        }
        var map = new SimilarityMap(options ?? SsimOptions.Wang, dataRange);
        int images = ImageInput.Count(y, yHat, width, height), pixels = width * height;
        (int w, int h) = (width, height);
        for (int s = 1; s < scales; s++) (w, h) = ((w + 1) / 2, (h + 1) / 2);
        if (Math.Min(w, h) < map.Size)
        {
            throw new ArgumentException(
                $"At scale {scales} the image of {width} × {height} pixels is {w} × {h}, and the window of {map.Size} × "
                + $"{map.Size} does not fit: take fewer scales.",
                nameof(scales));
        }
        CancellationToken token = NotebookHost.Token;
        double sum = 0;
        for (int i = 0; i < images; i++)
        {
            token.ThrowIfCancellationRequested();
            sum += MultiScale(map, ImageInput.Take(y, i, pixels), ImageInput.Take(yHat, i, pixels), width, height, scales);
        }
        return sum / images;
    }

    /// <summary>
    /// The error and likeness of each image with their means: what to show of a super-resolution or an autoencoder.
    /// </summary>
    /// <param name="y">True images, one after the other, all finite, shape [images, height, width].</param>
    /// <param name="yHat">The others, likewise.</param>
    /// <param name="width">Pixels per line, at least the window's size.</param>
    /// <param name="height">Lines, at least the window's size.</param>
    /// <param name="dataRange">The largest possible value less the smallest, above 0. Never taken from the images.</param>
    /// <param name="options">Settings of the structural similarity; null for scikit-image's defaults.</param>
    /// <returns>A notebook shows it as a table.</returns>
    /// <exception cref="ArgumentException">Sizes do not fit, a pixel is not finite, or a setting is out of range.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Metrics.ImageReport(test.High, predicted, 128, 128, dataRange: 1)</code></example>
    public static ImageReport ImageReport(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, int width, int height, double dataRange, SsimOptions? options = null)
    {
        double[] ssim = SsimPerImage(y, yHat, width, height, dataRange, options);
        double[] mse = new double[ssim.Length], mae = new double[ssim.Length], psnr = new double[ssim.Length];
        for (int i = 0; i < ssim.Length; i++)
        {
            ReadOnlySpan<float> one = y.Slice(i * width * height, width * height);
            ReadOnlySpan<float> other = yHat.Slice(i * width * height, width * height);
            Residuals found = Residuals.Of(one, other, []);
            (mse[i], mae[i], psnr[i]) = (found.Mse, found.Mae, Psnr(one, other, dataRange));
        }
        return new ImageReport(mse, mae, psnr, ssim);
    }

    private static double MultiScale(SimilarityMap map, double[] x, double[] y, int width, int height, int scales)
    {
        double product = 1, total = _scaleWeights[..scales].Sum();
        for (int s = 0; s < scales; s++)
        {
            (double ssim, double contrast) = map.Means(x, y, width, height);
            product *= Math.Pow(Math.Max(0, s == scales - 1 ? ssim : contrast), _scaleWeights[s] / total);
            if (s == scales - 1) break;
            (x, y) = (Halve(x, width, height), Halve(y, width, height));
            (width, height) = ((width + 1) / 2, (height + 1) / 2);
        }
        return product;
    }

    private static double[] Halve(double[] image, int width, int height)
    {
        int w = (width + 1) / 2, h = (height + 1) / 2;
        var half = new double[w * h];
        for (int row = 0; row < h; row++)
        {
            int top = 2 * row * width, bottom = Math.Min((2 * row) + 1, height - 1) * width;
            for (int column = 0; column < w; column++)
            {
                int left = 2 * column, right = Math.Min(left + 1, width - 1);
                double above = image[top + left] + image[top + right], below = image[bottom + left] + image[bottom + right];
                half[(row * w) + column] = (above + below) / 4;
            }
        }
        return half;
    }
}
