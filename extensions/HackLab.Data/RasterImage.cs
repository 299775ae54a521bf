namespace HackLab.Data;

/// <summary>A picture of whole numbers: rows of pixels from the top, each with one value per channel.</summary>
public sealed class RasterImage
{
    /// <summary>Puts a picture together; the samples are kept, not copied.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 grey, 2 grey and alpha, 3 red-green-blue, 4 red-green-blue and alpha.</param>
    /// <param name="bitDepth">8 for samples up to 255, 16 for samples up to 65,535.</param>
    /// <param name="samples">Shape [height, width, channels].</param>
    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    public RasterImage(int width, int height, int channels, int bitDepth, ushort[] samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(samples);
        if (channels is < 1 or > 4) throw new ArgumentException($"A picture has 1 to 4 channels, not {channels}.", nameof(channels));
        if (bitDepth is not (8 or 16)) throw new ArgumentException($"A sample has 8 or 16 bits, not {bitDepth}.", nameof(bitDepth));
        if (samples.LongLength != (long)width * height * channels)
            throw new ArgumentException($"{height} × {width} × {channels} samples are needed, but there are {samples.Length}.", nameof(samples));
        (Width, Height, Channels, BitDepth, Samples) = (width, height, channels, bitDepth, samples);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>1 grey, 2 grey and alpha, 3 red-green-blue, 4 red-green-blue and alpha.</summary>
    public int Channels { get; }

    /// <summary>8 or 16.</summary>
    public int BitDepth { get; }

    /// <summary>The samples, shape [height, width, channels]. Shared, not copied.</summary>
    public ushort[] Samples { get; }

    /// <summary>The largest value that a sample can have: 255 or 65,535.</summary>
    public int MaxValue => (1 << BitDepth) - 1;

    /// <summary>
    /// Brightness from 0 (black) to 1 (white), shape [height, width]: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601);
    /// alpha is left out.
    /// </summary>
    public float[] ToGrey()
    {
        var grey = new float[Width * Height];
        float scale = 1f / MaxValue;
        for (int i = 0; i < grey.Length; i++)
        {
            ReadOnlySpan<ushort> pixel = Samples.AsSpan(i * Channels, Channels);
            grey[i] = scale * (Channels < 3 ? pixel[0] : (0.299f * pixel[0]) + (0.587f * pixel[1]) + (0.114f * pixel[2]));
        }
        return grey;
    }

    /// <summary>Size and depth in one line.</summary>
    public override string ToString() => $"{Width} × {Height} pixels, {Channels} channel{(Channels == 1 ? "" : "s")} of {BitDepth} bits";
}
