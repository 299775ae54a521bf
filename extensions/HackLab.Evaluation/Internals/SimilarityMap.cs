using System.Runtime.Intrinsics;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Structural similarity of two images around every pixel whose window lies inside (Z. Wang et al., 2004, equation 13), as the
/// mean of its two factors: luminance l = (2 μx μy + C₁) / (μx² + μy² + C₁), and contrast with structure
/// cs = (2 σxy + C₂) / (σx² + σy² + C₂).
/// </summary>
internal sealed class SimilarityMap
{
    private readonly double[] _taps;
    private readonly double _covariance, _c1, _c2;

    public SimilarityMap(SsimOptions options, double dataRange)
    {
        if (!(dataRange > 0) || !double.IsFinite(dataRange)) throw new ArgumentException(
            Words.Of($"dataRange, the largest possible value less the smallest, must be above 0, but it is {dataRange}."),
            nameof(dataRange));
        if (options.Size < 3 || options.Size % 2 == 0)
        {
            throw new ArgumentException(
                $"The window's size must be odd and at least 3, but it is {options.Size}.", nameof(options));
        }
        if (!(options.Sigma > 0) || options.Sigma > 100)
        {
            throw new ArgumentException(
                Words.Of($"Sigma must lie above 0 and at most at 100, but it is {options.Sigma}."), nameof(options));
        }
        if (!(options.K1 >= 0 && options.K2 >= 0)) throw new ArgumentException("K1 and K2 must be at least 0.", nameof(options));
        _taps = options.Window == SsimWindow.Gaussian
            ? Gaussian(options.Sigma)
            : [.. Enumerable.Repeat(1.0 / options.Size, options.Size)];
        double pixels = (double)_taps.Length * _taps.Length;
        _covariance = options.SampleCovariance ? pixels / (pixels - 1) : 1;
        (_c1, _c2) = (Math.Pow(options.K1 * dataRange, 2), Math.Pow(options.K2 * dataRange, 2));
    }

    /// <summary>The window's side, in pixels: smaller images have no such map.</summary>
    public int Size => _taps.Length;

    /// <summary>The means of l · cs and of cs over all windows.</summary>
    public (double Ssim, double ContrastStructure) Means(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int width, int height)
    {
        double[] ux = Filter(x, x, width, height, product: false), uy = Filter(y, y, width, height, product: false);
        double[] uxx = Filter(x, x, width, height, product: true), uyy = Filter(y, y, width, height, product: true);
        double[] uxy = Filter(x, y, width, height, product: true);
        double ssim = 0, contrast = 0;
        for (int i = 0; i < ux.Length; i++)
        {
            double vx = _covariance * (uxx[i] - (ux[i] * ux[i])), vy = _covariance * (uyy[i] - (uy[i] * uy[i]));
            double vxy = _covariance * (uxy[i] - (ux[i] * uy[i]));
            double cs = ((2 * vxy) + _c2) / (vx + vy + _c2);
            ssim += ((2 * ux[i] * uy[i]) + _c1) / ((ux[i] * ux[i]) + (uy[i] * uy[i]) + _c1) * cs;
            contrast += cs;
        }
        return (ssim / ux.Length, contrast / ux.Length);
    }

    /// <summary>The weighted mean of a (or of a · b) over each window that lies inside: rows first, then columns.</summary>
    private double[] Filter(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int width, int height, bool product)
    {
        int taps = _taps.Length, w = width - taps + 1, h = height - taps + 1;
        var line = new double[width];
        var rows = new double[w * height];
        for (int row = 0; row < height; row++)
        {
            a.Slice(row * width, width).CopyTo(line);
            if (product) for (int i = 0; i < width; i++) line[i] *= b[(row * width) + i];
            Span<double> sums = rows.AsSpan(row * w, w);
            for (int t = 0; t < taps; t++) AddScaled(line.AsSpan(t, w), _taps[t], sums);
        }
        var means = new double[w * h];
        for (int row = 0; row < h; row++)
        {
            Span<double> sums = means.AsSpan(row * w, w);
            for (int t = 0; t < taps; t++) AddScaled(rows.AsSpan((row + t) * w, w), _taps[t], sums);
        }
        return means;
    }

    /// <summary>sums[i] += factor · values[i], four at a time; product and sum are rounded apart, so every machine gives the same.</summary>
    private static void AddScaled(ReadOnlySpan<double> values, double factor, Span<double> sums)
    {
        int i = 0;
        Vector256<double> wide = Vector256.Create(factor);
        for (; i <= sums.Length - 4; i += 4)
        {
            Vector256<double> sum = Vector256.Create<double>(sums[i..]) + (wide * Vector256.Create(values[i..]));
            sum.CopyTo(sums[i..]);
        }
        for (; i < sums.Length; i++) sums[i] += factor * values[i];
    }

    private static double[] Gaussian(double sigma)
    {
        int radius = (int)((3.5 * sigma) + 0.5);
        double[] taps = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(d => Math.Exp(-0.5 * d * d / (sigma * sigma)))];
        double sum = taps.Sum();
        return [.. taps.Select(tap => tap / sum)];
    }
}
