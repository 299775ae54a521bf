using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>
/// Reads JPEG pictures (ITU-T T.81 | ISO/IEC 10918-1) of 8 bits. JPEG changes pixels to save room, most of all near edges: measure
/// on FITS, PNG or NumPy files where you have the choice. There is no writer for that reason.
/// </summary>
public static class Jpeg
{
    private const int MostBytes = 1 << 30;

    /// <summary>
    /// Reads a picture, sequential or progressive, grey or in colour. Colour becomes red-green-blue (JFIF); colour profiles and
    /// the camera's note of which side is up (EXIF) are left out.
    /// </summary>
    /// <param name="path">A .jpg or .jpeg file.</param>
    /// <returns>A picture of 1 or 3 channels of 8 bits.</returns>
    /// <exception cref="DataFormatException">The file cannot be read, is damaged or cut off, of 12 bits or of four colours (CMYK), or larger than 2²⁸ samples.</exception>
    /// <example><code>float[] grey = Jpeg.Read("hl-tau.jpeg").ToGrey();   // 0 black to 1 white, shape [height, width]</code></example>
    public static RasterImage Read(string path) => InputFile.Read(path, file => JpegDecoder.Decode(path, file.ReadRest(MostBytes, "a JPEG file")));

    /// <summary>Reads a picture from memory, as <see cref="Read"/> does from a file.</summary>
    /// <param name="bytes">A whole JPEG file.</param>
    /// <param name="name">What error messages call it.</param>
    /// <exception cref="DataFormatException">As for a file.</exception>
    public static RasterImage Decode(byte[] bytes, string name = "the picture in memory")
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return JpegDecoder.Decode(name, bytes);
    }
}
