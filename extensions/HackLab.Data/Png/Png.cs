using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>Reads and writes PNG pictures (PNG Specification, third edition, W3C 2025).</summary>
public static class Png
{
    // Half a gigabyte once unpacked, 16,384 × 16,384 in grey: more is a file made to fill the memory, or needs another tool.
    internal const int MostSamples = 1 << 28;

    private const int MostBytes = 1 << 30;

    /// <summary>
    /// Reads a picture of any kind: 1 to 16 bits, grey, colour, palette, with or without alpha, interlaced or not. Grey of 1, 2
    /// and 4 bits is spread to 0…255; a palette becomes red-green-blue; a transparent colour becomes an alpha channel; colour
    /// profiles and gamma are left out.
    /// </summary>
    /// <param name="path">A .png file.</param>
    /// <exception cref="DataFormatException">The file cannot be read, is damaged, or larger than 2²⁸ samples.</exception>
    /// <example><code>RasterImage page = Png.Read("page-01.png"); float[] grey = page.ToGrey();</code></example>
    public static RasterImage Read(string path) => InputFile.Read(path, file => PngDecoder.Decode(path, file.ReadRest(MostBytes, "a PNG file")));

    /// <summary>Reads a picture from memory, as <see cref="Read"/> does from a file.</summary>
    /// <param name="bytes">A whole PNG file.</param>
    /// <param name="name">What error messages call it.</param>
    /// <exception cref="DataFormatException">It is damaged or larger than 2²⁸ samples.</exception>
    public static RasterImage Decode(byte[] bytes, string name = "the picture in memory")
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return PngDecoder.Decode(name, bytes);
    }

    /// <summary>The bytes of a PNG file, for example for a page: <c>data:image/png;base64,…</c>.</summary>
    /// <param name="image">A picture of 8 or 16 bits and 1 to 4 channels.</param>
    /// <param name="filter">How each row is prepared for packing; the pixels stay the same, the size does not.</param>
    /// <exception cref="ArgumentException">A sample is larger than the picture's depth allows.</exception>
    /// <example><code>string address = "data:image/png;base64," + Convert.ToBase64String(Png.Encode(image));</code></example>
    public static byte[] Encode(RasterImage image, PngFilter filter = PngFilter.Adaptive)
    {
        ArgumentNullException.ThrowIfNull(image);
        return PngEncoder.Encode(image, filter);
    }

    /// <summary>The bytes of a grey PNG file of numbers: <paramref name="low"/> and below is black, <paramref name="high"/> and above white.</summary>
    /// <param name="values">Shape [height, width], first row at the top; NaN is black.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="low">The value of black.</param>
    /// <param name="high">The value of white, above low.</param>
    /// <param name="bitDepth">8 or 16.</param>
    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    public static byte[] Encode(ReadOnlySpan<float> values, int width, int height, float low, float high, int bitDepth = 8) =>
        Encode(Grey(values, width, height, low, high, bitDepth));

    /// <summary>Writes a picture, under a temporary name until it is whole.</summary>
    /// <param name="path">Where.</param>
    /// <param name="image">A picture of 8 or 16 bits and 1 to 4 channels.</param>
    /// <param name="filter">How each row is prepared for packing; the pixels stay the same, the size does not.</param>
    /// <exception cref="ArgumentException">A sample is larger than the picture's depth allows.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, RasterImage image, PngFilter filter = PngFilter.Adaptive)
    {
        byte[] bytes = Encode(image, filter);
        OutputFile.Write(path, file => file.Write(bytes));
    }

    /// <summary>Writes numbers as a grey picture, under a temporary name until it is whole.</summary>
    /// <param name="path">Where.</param>
    /// <param name="values">Shape [height, width], first row at the top; NaN is black.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="low">The value of black, as of everything below it.</param>
    /// <param name="high">The value of white, as of everything above it; larger than low.</param>
    /// <param name="bitDepth">8 or 16.</param>
    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>Png.Write("lens.png", pixels, 64, 64, low: 0, high: 1);</code></example>
    public static void Write(string path, ReadOnlySpan<float> values, int width, int height, float low, float high, int bitDepth = 8) =>
        Write(path, Grey(values, width, height, low, high, bitDepth));

    private static RasterImage Grey(ReadOnlySpan<float> values, int width, int height, float low, float high, int bitDepth)
    {
        if (!(low < high) || !float.IsFinite(high - low)) throw new ArgumentException($"Black ({low}) must be below white ({high}).", nameof(low));
        if (bitDepth is not (8 or 16)) throw new ArgumentException($"A sample has 8 or 16 bits, not {bitDepth}.", nameof(bitDepth));
        var samples = new ushort[values.Length];
        int most = (1 << bitDepth) - 1;
        for (int i = 0; i < samples.Length; i++)
        {
            float part = Math.Clamp((values[i] - low) / (high - low), 0, 1);
            samples[i] = float.IsNaN(part) ? (ushort)0 : (ushort)MathF.Round(part * most);
        }
        return new RasterImage(width, height, 1, bitDepth, samples);
    }
}
