namespace HackLab.Data.LensingClasses;

/// <summary>Three numbers that describe the image of a lens.</summary>
/// <param name="Mean">The mean pixel.</param>
/// <param name="Std">The standard deviation of the pixels.</param>
/// <param name="RingRadius">
/// Which ring about the middle is brightest on average, from 0; each is one pixel wide and holds the pixels whose distance from
/// the middle, cut to a whole number, is its number.
/// </param>
internal sealed record RingStatistics(double Mean, double Std, double RingRadius)
{
    /// <summary>Describes one square image.</summary>
    internal static RingStatistics Of(ReadOnlySpan<float> pixels)
    {
        int side = (int)Math.Sqrt(pixels.Length);
        var (light, counts) = (new double[side], new int[side]);
        double sum = 0, squares = 0, middle = 0.5 * (side - 1);
        for (int i = 0; i < pixels.Length; i++)
        {
            double dx = (i % side) - middle, dy = (i / side) - middle, value = pixels[i];
            int ring = (int)Math.Sqrt((dx * dx) + (dy * dy));
            (light[ring], counts[ring]) = (light[ring] + value, counts[ring] + 1);
            (sum, squares) = (sum + value, squares + (value * value));
        }
        int best = 0;
        // Rings that the border cuts hold few pixels and no lens.
        for (int ring = 0; ring < side / 2; ring++)
        {
            if (light[ring] * counts[best] > light[best] * counts[ring]) best = ring;
        }
        double mean = sum / pixels.Length;
        return new RingStatistics(mean, Math.Sqrt(Math.Max((squares / pixels.Length) - (mean * mean), 0)), best);
    }

    /// <summary>The mean of each number over images; NaN if there are none.</summary>
    internal static RingStatistics Average(LabelledImages images, int? label = null)
    {
        double mean = 0, std = 0, radius = 0;
        int count = 0;
        for (int i = 0; i < images.Count; i++)
        {
            if (label is { } wanted && images.Y[i] != wanted) continue;
            RingStatistics one = Of(images.Image(i));
            (mean, std, radius, count) = (mean + one.Mean, std + one.Std, radius + one.RingRadius, count + 1);
        }
        return new RingStatistics(mean / count, std / count, radius / count);
    }
}
