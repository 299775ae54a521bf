using System.Buffers.Binary;
using System.Text;
using HackLab.Data.Delimited;

namespace HackLab.Data;

/// <summary>
/// Takes a PNG file apart: after the signature chunks of length, type, data and check sum (Specification, 5.3).
/// </summary>
internal sealed class PngChunks
{
    private readonly string _name;

    private PngChunks(string name) => _name = name;

    internal PngHeader Header { get; private set; } = null!;

    internal byte[] Palette { get; private set; } = [];

    internal byte[]? Transparency { get; private set; }

    /// <summary>The packed pixels, of all IDAT chunks together.</summary>
    internal byte[] Packed { get; private set; } = [];

    internal static PngChunks Read(string name, byte[] file)
    {
        var chunks = new PngChunks(name);
        chunks.Take(file);
        return chunks;
    }

    internal DataFormatException Bad(string expected, string found, string advice = "Fetch the file again.") => new(_name, expected, found, advice);

    private void Take(byte[] file)
    {
        if (!file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]))
            throw Bad("a PNG file", file.Length == 0 ? "an empty file" : "another signature", "Is it a picture of another kind, or a web page? Look at it with a text editor.");
        var packed = new List<ArraySegment<byte>>();
        bool pixelsEnded = false;
        for (int at = 8; ; )
        {
            if (file.Length - at < 12) throw Bad($"a chunk at byte {at:N0}, at last IEND", "the end of the file", "The file is cut off: fetch it again.");
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12) throw Bad($"a chunk of {length:N0} bytes at byte {at:N0}", $"{file.Length - at - 12:N0}", "The file is cut off or damaged: fetch it again.");
            ReadOnlySpan<byte> typeAndData = file.AsSpan(at + 4, (int)length + 4);
            string type = Encoding.Latin1.GetString(typeAndData[..4]);
            CheckSum(type, at, typeAndData, BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + (int)length)));
            if (Header is null && type != "IHDR") throw Bad("IHDR as the first chunk", Named(type));
            if (packed.Count > 0 && type != "IDAT") pixelsEnded = true;
            if (type == "IEND") break;
            if (type == "IDAT" && pixelsEnded) throw Bad("IDAT chunks one after the other", "another chunk between them");
            if (type == "IDAT") packed.Add(new ArraySegment<byte>(file, at + 8, (int)length));
            else Other(type, typeAndData[4..]);
            at += 12 + (int)length;
        }
        if (packed.Count == 0) throw Bad("pixels in an IDAT chunk", "none");
        Packed = packed.Count == 1 ? [.. packed[0]] : [.. packed.SelectMany(part => part)];
    }

    private void CheckSum(string type, int at, ReadOnlySpan<byte> typeAndData, uint expected)
    {
        var crc = new Crc32();
        crc.Add(typeAndData);
        if (crc.Value != expected) throw Bad($"the check sum {expected:x8} of the chunk {Named(type)} at byte {at:N0}", $"{crc.Value:x8}", "The file is damaged: fetch it again.");
    }

    private void Other(string type, ReadOnlySpan<byte> data)
    {
        switch (type)
        {
            case "IHDR" when Header is null:
                try
                {
                    Header = PngHeader.Read(data);
                }
                catch (FormatException e)
                {
                    throw Bad("a header (IHDR) of a picture that can be read", e.Message);
                }
                break;
            case "PLTE":
                if (data.Length is 0 or > 768 || data.Length % 3 != 0) throw Bad("a palette of 1 to 256 colours", $"{data.Length} bytes");
                Palette = data.ToArray();
                break;
            case "tRNS":
                Transparency = data.ToArray();
                break;
            default:
                // A small letter in front says that the picture can be shown without knowing the chunk (5.4).
                if (!char.IsAsciiLetterLower(type[0])) throw Bad("chunks that PNG knows", Named(type));
                break;
        }
    }

    private static string Named(string type) => type.All(char.IsAsciiLetter) ? type : "of no name";
}
