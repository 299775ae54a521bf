using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>
/// Reads DICOM pictures, medicine's format (PS3.5 and PS3.10): uncompressed grey ones of 8 or 16 bits, one frame or several, in
/// the transfer syntaxes Explicit and Implicit VR Little Endian. Compressed ones are refused by the name of their compression.
/// </summary>
public static class Dicom
{
    private const int MostBytes = 1 << 30;

    /// <summary>
    /// Reads a picture in physical values, slope × stored + intercept (PS3.3, C.11.1), and what the file says about it.
    /// </summary>
    /// <param name="path">A .dcm file.</param>
    /// <exception cref="DataFormatException">
    /// The file cannot be read, is damaged, has no picture, or one of another kind; the message says which.
    /// </exception>
    /// <example><code>DicomFile ct = Dicom.Read("CT_small.dcm"); float[] hounsfield = ct.Image.As&lt;float&gt;();</code></example>
    public static DicomFile Read(string path) => InputFile.Read(path, file =>
    {
        byte[] bytes = file.ReadRest(MostBytes, "a DICOM file");
        return DicomPixels.Read(file, new DicomReader(file, bytes).Read());
    });
}
