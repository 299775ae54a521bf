using System.Globalization;
using System.Text;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>
/// Reads and writes PGM and PPM, the plainest pictures there are: a few words of header, then samples (Netpbm, pgm(5) and
/// ppm(5)).
/// </summary>
public static class Pnm
{
    private const int MostBytes = 1 << 30;

    /// <summary>
    /// Reads a grey (P2, P5) or colour (P3, P6) picture. Samples up to 255 become 8 bits, others 16; where the header names
    /// another largest value, samples are spread to 0…255 or 0…65,535.
    /// </summary>
    /// <param name="path">A .pgm or .ppm file with one picture.</param>
    /// <exception cref="DataFormatException">The file cannot be read, or is damaged; the message says where.</exception>
    /// <example><code>RasterImage page = Pnm.Read("page-01.ppm");</code></example>
    public static RasterImage Read(string path) => InputFile.Read(path, file => new PnmReader(path, file.ReadRest(MostBytes, "a picture")).Read());

    /// <summary>Writes a picture in binary (P5 or P6), under a temporary name until it is whole.</summary>
    /// <param name="path">Where.</param>
    /// <param name="image">Grey or red-green-blue, of 8 or 16 bits.</param>
    /// <exception cref="ArgumentException">
    /// The picture has an alpha channel, which the format lacks, or a sample is too large.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>Pnm.Write("page-01.pgm", image);</code></example>
    public static void Write(string path, RasterImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        byte[] bytes = Encode(image);
        OutputFile.Write(path, file => file.Write(bytes));
    }

    /// <summary>The bytes of a file with this picture.</summary>
    internal static byte[] Encode(RasterImage image)
    {
        if (image.Channels is 2 or 4) throw new ArgumentException("PGM and PPM have no alpha channel; write a PNG.", nameof(image));
        int over = image.Samples.AsSpan().IndexOfAnyExceptInRange((ushort)0, (ushort)image.MaxValue);
        if (over >= 0) throw new ArgumentException($"Sample {over} is {image.Samples[over]}, more than {image.MaxValue}.", nameof(image));
        byte[] header = Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"P{(image.Channels == 1 ? 5 : 6)}\n{image.Width} {image.Height}\n{image.MaxValue}\n"));
        int size = image.BitDepth / 8;
        var bytes = new byte[header.Length + (image.Samples.LongLength * size)];
        header.CopyTo(bytes, 0);
        Span<byte> samples = bytes.AsSpan(header.Length);
        for (int i = 0; i < image.Samples.Length; i++)
        {
            if (size == 2) samples[2 * i] = (byte)(image.Samples[i] >> 8);
            samples[(size * i) + size - 1] = (byte)image.Samples[i];
        }
        return bytes;
    }
}
