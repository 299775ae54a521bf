using System.Globalization;

namespace HackLab.Evaluation.Internals;

/// <summary>Checks images to compare, once, at the border.</summary>
internal static class ImageInput
{
    /// <summary>How many images of that size there are; all values finite.</summary>
    public static int Count(ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, int width, int height)
    {
        if (width < 1 || height < 1)
        {
            throw new ArgumentException(
                $"An image has at least one pixel, but the size is {width} × {height}.", nameof(width));
        }
        if (y.Length != yHat.Length)
        {
            throw new ArgumentException(
                $"There are {y.Length} true pixels and {yHat.Length} others; each needs the other.", nameof(yHat));
        }
        long pixels = (long)width * height;
        if (y.Length == 0 || y.Length % pixels != 0)
            throw new ArgumentException($"{y.Length} pixels are no whole number of images of {width} × {height}.", nameof(y));
        Finite(y, "true image");
        Finite(yHat, "compared image");
        return (int)(y.Length / pixels);
    }

    /// <summary>One of the images, as doubles.</summary>
    public static double[] Take(ReadOnlySpan<float> images, int image, int pixels) =>
        BinaryInput.Widen(images.Slice(image * pixels, pixels));

    private static void Finite(ReadOnlySpan<float> values, string what)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (float.IsFinite(values[i])) continue;
            throw new ArgumentException(
                $"Pixel {i} of the {what} is {values[i].ToString(CultureInfo.InvariantCulture)}; every pixel must be finite.");
        }
    }
}
