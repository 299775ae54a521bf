using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>
/// Reads and writes FITS, astronomy's format of pictures and tables (FITS Standard 4.0, IAU 2018). Pictures are read with all
/// six kinds of number; tables and tile-compressed pictures are passed over, their headers are read.
/// </summary>
public static class Fits
{
    /// <summary>Reads all of a file: every header, and the picture of every unit that has one.</summary>
    /// <param name="path">A .fits file, plain or gzip (told by its bytes).</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="DataFormatException">
    /// The file cannot be read or breaks the standard; the message says where and how.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <example><code>FitsFile sky = Fits.Read("sky.fits"); double? exposure = sky.Primary.Header.Number("EXPTIME");</code></example>
    public static FitsFile Read(string path, CancellationToken cancellation = default) =>
        InputFile.Read(path, file => FitsReader.Read(file, firstImageOnly: false, cancellation));

    /// <summary>
    /// Reads the first picture, and nothing behind it. Values are physical, BZERO + BSCALE × stored (Standard, 4.4.2.5):
    /// whole numbers stay whole where the header does not scale them or only shifts them to unsigned ones; scaled ones become
    /// float (8 and 16 bits) or double (32 and 64 bits), and those that equal BLANK become NaN.
    /// </summary>
    /// <param name="path">A .fits file, plain or gzip (told by its bytes).</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>
    /// Shape [NAXISn, …, NAXIS2, NAXIS1], as NumPy has it: of a picture, [rows, columns], the first row at the bottom.
    /// </returns>
    /// <exception cref="DataFormatException">The file cannot be read, breaks the standard, or has no picture.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <example><code>float[] pixels = Fits.ReadImage("planet1_00300_1250.fits").ToSingle();</code></example>
    public static NdArray ReadImage(string path, CancellationToken cancellation = default) =>
        InputFile.Read(path, file =>
        {
            FitsFile read = FitsReader.Read(file, firstImageOnly: true, cancellation);
            return read.FirstImage?.Image ?? throw file.Bad("a picture", read.Contents, "Tile-compressed pictures must be unpacked first (funpack); tables are not read.");
        });

    /// <summary>
    /// Writes one picture, under a temporary name until it is whole. The cards that describe the array itself (SIMPLE, BITPIX,
    /// NAXIS…, and BZERO and BSCALE of unsigned numbers) are made from it; such cards among those given are left out, so that a
    /// header that was read can be handed on.
    /// </summary>
    /// <param name="path">Where; a name that ends in <c>.gz</c> is packed.</param>
    /// <param name="image">At least one value and one axis, of any whole numbers of 8 to 64 bits, float or double.</param>
    /// <param name="cards">What else the header says; null for nothing.</param>
    /// <exception cref="ArgumentException">The array's type, a keyword, a value or a comment has no place in FITS.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>Fits.Write("disk.fits", new NdArray(pixels, 600, 600), [new("BUNIT", "Jy/beam", "unit of the pixels")]);</code></example>
    public static void Write(string path, NdArray image, IReadOnlyList<FitsCard>? cards = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        byte[] header = FitsWriter.Header(image, cards ?? []);
        OutputFile.Write(path, file => FitsWriter.Write(file, header, image));
    }
}
