namespace HackLab.Simulation.Lensing;

/// <summary>Scales an image as the published files are: (v − least) / (largest − least).</summary>
internal static class Normalisation
{
    /// <summary>Writes the scaled image; zeros if all its pixels are equal.</summary>
    internal static void Write(ReadOnlySpan<double> image, Span<float> pixels)
    {
        (double least, double largest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in image) (least, largest) = (Math.Min(least, value), Math.Max(largest, value));
        double range = largest - least;
        for (int i = 0; i < image.Length; i++) pixels[i] = range > 0 ? (float)((image[i] - least) / range) : 0;
    }
}
