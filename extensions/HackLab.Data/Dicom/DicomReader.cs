using System.Buffers.Binary;
using System.Text;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>
/// Goes through the elements of a DICOM file: number, type (VR) if the transfer syntax writes it, length, value (PS3.5, section
/// 7).
/// </summary>
internal sealed class DicomReader(InputFile file, byte[] bytes)
{
    private const string Explicit = "1.2.840.10008.1.2.1", Implicit = "1.2.840.10008.1.2";
    private const uint Undefined = uint.MaxValue;

    // Sequences within sequences: structured reports have some ten.
    private const int Deepest = 64;

    private readonly Dictionary<DicomTag, ReadOnlyMemory<byte>> _elements = [];
    private int _at;

    private readonly record struct Header(DicomTag Tag, string Type, uint Length);

    internal Dictionary<DicomTag, ReadOnlyMemory<byte>> Read()
    {
        if (bytes.Length < 132 || !bytes.AsSpan(128).StartsWith("DICM"u8))
            throw file.Bad("a DICOM file, with DICM at byte 128", bytes.Length == 0 ? "an empty file" : "something else", "Is this the right file? Files without that preamble must be rewritten first.");
        _at = 132;
        // What the file says about itself, group 2, is always explicit.
        while (_at + 2 <= bytes.Length && BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(_at)) == 2) Take(Next(explicitTypes: true), explicitTypes: true);
        string syntax = _elements.TryGetValue(DicomTag.TransferSyntax, out ReadOnlyMemory<byte> name) ? Encoding.Latin1.GetString(name.Span).Trim(' ', '\0') : "";
        if (syntax is not (Explicit or Implicit)) throw file.Bad("the transfer syntax Explicit or Implicit VR Little Endian", Named(syntax), "Decompress it first, for example with gdcmconv --raw or dcmdjpeg.");
        while (_at < bytes.Length) Take(Next(syntax == Explicit), syntax == Explicit);
        return _elements;
    }

    private void Take(Header header, bool explicitTypes)
    {
        if (header.Length == Undefined)
        {
            if (header.Tag == DicomTag.PixelData) throw file.Bad("pixels as they are", "compressed ones", "Decompress it first, for example with gdcmconv --raw.");
            // A sequence of unknown type is written without types, whatever the rest of the file does (PS3.5, 6.2.2).
            SkipSequence(explicitTypes && header.Type != "UN", 1);
            return;
        }
        ReadOnlyMemory<byte> value = bytes.AsMemory(_at, Claim(header));
        _at += value.Length;
        _elements.TryAdd(header.Tag, value);
    }

    private void SkipSequence(bool explicitTypes, int depth)
    {
        if (depth > Deepest) throw file.Bad($"sequences nested at most {Deepest} deep", $"more at byte {_at:N0}");
        while (true)
        {
            Header item = Next(explicitTypes: false);
            if (item.Tag == DicomTag.SequenceEnd) return;
            if (item.Tag != DicomTag.Item) throw file.Bad($"an item of a sequence before byte {_at:N0}", $"the element {item.Tag}");
            if (item.Length != Undefined)
            {
                _at += Claim(item);
                continue;
            }
            for (Header inner = Next(explicitTypes); inner.Tag != DicomTag.ItemEnd; inner = Next(explicitTypes))
            {
                if (inner.Length == Undefined) SkipSequence(explicitTypes && inner.Type != "UN", depth + 1);
                else _at += Claim(inner);
            }
        }
    }

    private Header Next(bool explicitTypes)
    {
        int start = _at;
        ReadOnlySpan<byte> at = Bytes(8, start);
        var tag = new DicomTag(BinaryPrimitives.ReadUInt16LittleEndian(at), BinaryPrimitives.ReadUInt16LittleEndian(at[2..]));
        // The marks of items never have a type.
        if (!explicitTypes || tag.Group == 0xFFFE) return new Header(tag, "", BinaryPrimitives.ReadUInt32LittleEndian(at[4..]));
        string type = Encoding.Latin1.GetString(at.Slice(4, 2));
        if (!char.IsAsciiLetterUpper(type[0]) || !char.IsAsciiLetterUpper(type[1])) throw file.Bad($"a type of two letters (VR) of the element {tag} at byte {start:N0}", $"bytes {at[4]:X2} {at[5]:X2}");
        if (type is not ("OB" or "OD" or "OF" or "OL" or "OV" or "OW" or "SQ" or "SV" or "UC" or "UN" or "UR" or "UT" or "UV"))
            return new Header(tag, type, BinaryPrimitives.ReadUInt16LittleEndian(at[6..]));
        return new Header(tag, type, BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4, start)));
    }

    private ReadOnlySpan<byte> Bytes(int count, int start)
    {
        if (bytes.Length - _at < count) throw file.Bad($"an element at byte {start:N0}", "the end of the file", "The file is cut off: fetch it again.");
        _at += count;
        return bytes.AsSpan(_at - count, count);
    }

    private int Claim(Header header) => header.Length <= bytes.Length - _at
        ? (int)header.Length
        : throw file.Bad($"{header.Length:N0} bytes of the element {header.Tag} at byte {_at:N0}", $"{bytes.Length - _at:N0}", "The file is cut off or damaged: fetch it again.");

    private static string Named(string syntax) => syntax switch
    {
        "" => "none",
        "1.2.840.10008.1.2.2" => "Explicit VR Big Endian",
        "1.2.840.10008.1.2.1.99" => "Deflated Explicit VR Little Endian",
        "1.2.840.10008.1.2.4.50" => "JPEG Baseline",
        "1.2.840.10008.1.2.4.51" => "JPEG Extended",
        "1.2.840.10008.1.2.4.57" or "1.2.840.10008.1.2.4.70" => "JPEG Lossless",
        "1.2.840.10008.1.2.4.80" or "1.2.840.10008.1.2.4.81" => "JPEG-LS",
        "1.2.840.10008.1.2.4.90" or "1.2.840.10008.1.2.4.91" => "JPEG 2000",
        "1.2.840.10008.1.2.5" => "RLE Lossless",
        _ => $"'{string.Concat(syntax.Take(64).Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '?'))}'",
    };
}
