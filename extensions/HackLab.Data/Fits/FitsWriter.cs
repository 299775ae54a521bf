using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>Writes a FITS file of one unit.</summary>
internal static class FitsWriter
{
    // Values on their way to the file, turned round block by block: the array itself stays as it is.
    private const int Block = 1 << 18;

    /// <summary>The header, filled up to a multiple of 2880 bytes.</summary>
    internal static byte[] Header(NdArray image, IReadOnlyList<FitsCard> cards)
    {
        (int bitPix, double zero) = Stored(image.ElementType);
        if (image.Shape.Count == 0 || image.Count == 0)
            throw new ArgumentException($"A picture in FITS has at least one axis and one value, not {image}.", nameof(image));
        var text = new StringBuilder();
        FitsCardWriter.Append(text, new("SIMPLE", true, "conforms to FITS standard"));
        FitsCardWriter.Append(text, new("BITPIX", bitPix, "bits of a value; negative: floating point"));
        FitsCardWriter.Append(text, new("NAXIS", image.Shape.Count, "number of axes"));
        for (int axis = 1; axis <= image.Shape.Count; axis++) FitsCardWriter.Append(text, new($"NAXIS{axis}", image.Shape[^axis]));
        if (zero != 0)
        {
            FitsCardWriter.Append(text, new("BZERO", zero, bitPix == 8 ? "offset of signed values" : "offset of unsigned values"));
            FitsCardWriter.Append(text, new("BSCALE", 1.0));
        }
        foreach (FitsCard card in cards)
        {
            if (!DescribesArray(card.Keyword)) FitsCardWriter.Append(text, card);
        }
        text.Append("END".PadRight(FitsCardReader.Length));
        text.Append(' ', (FitsReader.Block - (text.Length % FitsReader.Block)) % FitsReader.Block);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    internal static void Write(Stream file, byte[] header, NdArray image)
    {
        file.Write(header);
        switch (Type.GetTypeCode(image.ElementType))
        {
            case TypeCode.Byte: WriteValues<byte>(file, image.As<byte>(), 0); break;
            case TypeCode.SByte: WriteValues<sbyte>(file, image.As<sbyte>(), sbyte.MinValue); break;
            case TypeCode.Int16: WriteValues<short>(file, image.As<short>(), 0); break;
            case TypeCode.UInt16: WriteValues<ushort>(file, image.As<ushort>(), 0x8000); break;
            case TypeCode.Int32: WriteValues<int>(file, image.As<int>(), 0); break;
            case TypeCode.UInt32: WriteValues<uint>(file, image.As<uint>(), 0x8000_0000); break;
            case TypeCode.Int64: WriteValues<long>(file, image.As<long>(), 0); break;
            case TypeCode.UInt64: WriteValues<ulong>(file, image.As<ulong>(), 0x8000_0000_0000_0000); break;
            case TypeCode.Single: WriteValues<float>(file, image.As<float>(), 0); break;
            default: WriteValues<double>(file, image.As<double>(), 0); break;
        }
        long bytes = (long)image.Count * Math.Abs(Stored(image.ElementType).BitPix) / 8;
        file.Write(new byte[(FitsReader.Block - (bytes % FitsReader.Block)) % FitsReader.Block]);
    }

    private static (int BitPix, double Zero) Stored(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => (8, 0),
        TypeCode.SByte => (8, -128),
        TypeCode.Int16 => (16, 0),
        TypeCode.UInt16 => (16, 32_768),
        TypeCode.Int32 => (32, 0),
        TypeCode.UInt32 => (32, 2_147_483_648),
        TypeCode.Int64 => (64, 0),
        TypeCode.UInt64 => (64, 9_223_372_036_854_775_808),
        TypeCode.Single => (-32, 0),
        TypeCode.Double => (-64, 0),
        _ => throw new ArgumentException($"FITS has no numbers of the type {type.Name}; convert them to float or double."),
    };

    private static bool DescribesArray(string keyword) =>
        keyword is "SIMPLE" or "XTENSION" or "BITPIX" or "NAXIS" or "EXTEND" or "PCOUNT" or "GCOUNT" or "GROUPS" or "BZERO" or "BSCALE" or "BLANK"
            or "CHECKSUM" or "DATASUM"   // of the bytes that were read, not of these
        || (keyword.StartsWith("NAXIS", StringComparison.Ordinal) && keyword.AsSpan(5).IndexOfAnyExceptInRange('0', '9') < 0);

    private static void WriteValues<T>(Stream file, T[] values, T topBit)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var block = new T[Math.Min(values.Length, Block / Unsafe.SizeOf<T>())];
        for (int first = 0; first < values.Length; first += block.Length)
        {
            Span<T> part = block.AsSpan(0, Math.Min(block.Length, values.Length - first));
            values.AsSpan(first, part.Length).CopyTo(part);
            if (topBit != T.Zero)
            {
                // Taking half the range away turns the highest bit round; the sum may run over, and shall.
                foreach (ref T value in part) value = unchecked(value + topBit);
            }
            if (BitConverter.IsLittleEndian) InputFile.SwapBytes(part);
            file.Write(MemoryMarshal.AsBytes(part));
        }
    }
}
