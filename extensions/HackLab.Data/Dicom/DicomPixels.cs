using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>Makes physical values out of the stored pixels (PS3.5, section 8; PS3.3, C.7.6.3).</summary>
internal static class DicomPixels
{
    internal static DicomFile Read(InputFile file, Dictionary<DicomTag, ReadOnlyMemory<byte>> elements)
    {
        if (!elements.Remove(DicomTag.PixelData, out ReadOnlyMemory<byte> pixels)) throw file.Bad("a picture (7FE0,0010)", "none", "Reports and plans have none.");
        int Number(DicomTag tag, string name, int? otherwise = null) => elements.TryGetValue(tag, out ReadOnlyMemory<byte> value)
            ? value.Length >= 2 ? BinaryPrimitives.ReadUInt16LittleEndian(value.Span) : throw file.Bad($"{name} {tag}", $"{value.Length} bytes")
            : otherwise ?? throw file.Bad($"{name} {tag}", "none");

        int samples = Number(DicomTag.Samples, "samples per pixel", 1), rows = Number(DicomTag.Rows, "rows"), columns = Number(DicomTag.Columns, "columns");
        string photometric = elements.TryGetValue(DicomTag.Photometric, out ReadOnlyMemory<byte> text) ? Encoding.Latin1.GetString(text.Span).Trim(' ', '\0') : "none";
        if (samples != 1 || photometric is not ("MONOCHROME1" or "MONOCHROME2"))
            throw file.Bad("a grey picture, MONOCHROME1 or MONOCHROME2", $"{Printable(photometric)} with {samples} samples per pixel", "Colour pictures are not read: convert it first.");
        int allocated = Number(DicomTag.BitsAllocated, "bits allocated"), stored = Number(DicomTag.BitsStored, "bits stored", allocated), high = Number(DicomTag.HighBit, "high bit", stored - 1);
        int sign = Number(DicomTag.PixelRepresentation, "pixel representation", 0);
        if (allocated is not (8 or 16) || stored < 1 || stored > allocated || high < stored - 1 || high >= allocated || sign > 1)
            throw file.Bad("8 or 16 bits with or without sign", $"{allocated} bits, of them {stored} up to bit {high}, representation {sign}");
        double frames = Decimal(file, elements, DicomTag.Frames, 1), slope = Decimal(file, elements, DicomTag.Slope, 1), intercept = Decimal(file, elements, DicomTag.Intercept, 0);
        if (rows == 0 || columns == 0 || frames < 1 || frames > int.MaxValue || frames != Math.Floor(frames)) throw file.Bad("rows, columns and frames", $"{rows} × {columns} × {frames}");
        long count = (long)rows * columns, all = frames > long.MaxValue / count ? long.MaxValue : count * (long)frames;
        if (all > pixels.Length / (allocated / 8)) throw file.Bad($"{frames:N0} × {rows:N0} × {columns:N0} pixels of {allocated} bits", $"{pixels.Length:N0} bytes");

        var values = new float[all];
        int shift = high + 1 - stored, top = 32 - stored;
        for (int i = 0; i < values.Length; i++)
        {
            int raw = allocated == 8 ? pixels.Span[i] : BinaryPrimitives.ReadUInt16LittleEndian(pixels.Span[(2 * i)..]);
            // To the top of the register and back: what lies above the stored bits falls out, and their highest is the sign, if
            // any.
            int value = sign == 1 ? raw >> shift << top >> top : (int)((uint)(raw >> shift) << top >> top);
            values[i] = (float)((slope * value) + intercept);
        }
        return new DicomFile(file.Path, elements, frames == 1 ? new NdArray(values, rows, columns) : new NdArray(values, (int)frames, rows, columns));
    }

    // Numbers that may have a point are written as text.
    private static double Decimal(InputFile file, Dictionary<DicomTag, ReadOnlyMemory<byte>> elements, DicomTag tag, double otherwise)
    {
        if (!elements.TryGetValue(tag, out ReadOnlyMemory<byte> value)) return otherwise;
        string text = Encoding.Latin1.GetString(value.Span).Trim(' ', '\0');
        if (text.Length == 0) return otherwise;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : throw file.Bad($"a number in {tag}", $"'{Printable(text)}'");
    }

    private static string Printable(string text) => string.Concat(text.Take(40).Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
