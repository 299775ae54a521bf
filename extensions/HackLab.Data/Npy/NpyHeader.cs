using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace HackLab.Data.Npy;

/// <summary>
/// The head of an .npy file: eight bytes with the version, the length of what follows, and a Python dictionary with type, order
/// and shape (NumPy Enhancement Proposal 1; versions 1.0, 2.0 and 3.0 differ in the length's size and the text's encoding).
/// </summary>
internal sealed record NpyHeader(NpyType Type, bool FortranOrder, int[] Shape)
{
    // NumPy itself writes 128 bytes, and refuses more than 10,000 unless told to trust the file.
    private const int Longest = 1 << 16, MostAxes = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>How many values there are.</summary>
    internal int Count => Shape.Aggregate(1, (count, length) => count * length);

    /// <summary>Reads it and stops at the first value.</summary>
    /// <exception cref="DataFormatException">It is no such head, or of a type that is not read.</exception>
    internal static NpyHeader Read(Stream stream, string file)
    {
        Span<byte> start = stackalloc byte[12];
        int read = stream.ReadAtLeast(start[..10], 10, throwOnEndOfStream: false);
        if (read < 10 || !start[..6].SequenceEqual(Magic)) throw Wrong(file, "an .npy file (0x93 NUMPY)", read < 6 ? "too few bytes" : Convert.ToHexString(start[..6]), "Is this the right file?");
        int version = start[6];
        if (version is < 1 or > 3) throw Wrong(file, "version 1, 2 or 3 of .npy", $"version {version}", "Save it with numpy.save.");
        if (version > 1 && stream.ReadAtLeast(start[10..], 2, throwOnEndOfStream: false) < 2) throw CutOff(file);
        long length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(start[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(start[8..]);
        if (length > Longest) throw Wrong(file, $"a header of at most {Longest} bytes", $"{length}", "Is the file damaged?");
        var text = new byte[length];
        if (stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) < text.Length) throw CutOff(file);
        return Parse((version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text), file);
    }

    /// <summary>Writes version 1.0, padded so that the values begin at a multiple of 64 bytes.</summary>
    internal static void Write(Stream stream, NpyType type, IReadOnlyList<int> shape)
    {
        string lengths = string.Join(", ", shape.Select(length => length.ToString(CultureInfo.InvariantCulture))) + (shape.Count == 1 ? "," : "");
        string text = $"{{'descr': '{type.Description}', 'fortran_order': False, 'shape': ({lengths}), }}";
        int total = (10 + text.Length + 1 + 63) / 64 * 64;
        text = text.PadRight(total - 11) + "\n";
        stream.Write(Magic);
        stream.Write([1, 0, (byte)text.Length, (byte)(text.Length >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes(text));
    }

    private static NpyHeader Parse(string text, string file)
    {
        Dictionary<string, object> entries = PythonLiteral.ReadDictionary(text)
            ?? throw Wrong(file, "a header as {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4)}", Shown(text), "Is the file damaged?");
        if (entries.Count != 3 || !entries.TryGetValue("descr", out object? type) || !entries.TryGetValue("fortran_order", out object? order)
            || !entries.TryGetValue("shape", out object? shape))
            throw Wrong(file, "descr, fortran_order and shape in the header", string.Join(", ", entries.Keys), "Is the file damaged?");
        if (type is not string description)
            throw Wrong(file, "numbers of one type", "a structured array", "Save each field of it as an array of its own.");
        if (order is not bool fortran) throw Wrong(file, "True or False for fortran_order", Shown(text), "Is the file damaged?");
        if (shape is not long[] lengths) throw Wrong(file, "whole numbers for shape", Shown(text), "Is the file damaged?");
        NpyType known = NpyType.Parse(description) ?? throw Refused(file, description);
        return new NpyHeader(known, fortran, Checked(lengths, file));
    }

    private static int[] Checked(long[] lengths, string file)
    {
        if (lengths.Length > MostAxes) throw Wrong(file, $"at most {MostAxes} axes", $"{lengths.Length}", "Is the file damaged?");
        long count = 1;
        foreach (long length in lengths)
        {
            // An axis of length 0 makes the array empty, but not the others harmless.
            if (length is < 0 or > int.MaxValue || (count *= Math.Max(length, 1)) > Array.MaxLength)
                throw Wrong(file, $"at most {Array.MaxLength} values", $"the shape ({string.Join(", ", lengths)})", "Split the array, or read it in Python.");
        }
        return [.. lengths.Select(length => (int)length)];
    }

    private static DataFormatException Refused(string file, string description) => description.TrimStart('<', '>', '|', '=') switch
    {
        ['O', ..] => Wrong(file, "numbers", "Python objects (pickle), which can run any code when read", "Save the numbers in them: array.astype(float)."),
        ['S' or 'U' or 'a', ..] => Wrong(file, "numbers", $"text (dtype {Shown(description)})", "Save text as CSV, or numbers in its place."),
        ['V', ..] => Wrong(file, "numbers of one type", $"a structured array (dtype {Shown(description)})", "Save each field of it as an array of its own."),
        ['M' or 'm', ..] => Wrong(file, "numbers", $"dates (dtype {Shown(description)})", "Save them as numbers: array.astype('i8')."),
        _ => Wrong(file, "b1, i1 to i8, u1 to u8, f2 to f8, c8 or c16", $"dtype {Shown(description)}", "Save it as one of these: array.astype('f8')."),
    };

    private static string Shown(string text)
    {
        text = string.Concat(text.Trim().Take(80).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return text.Length == 0 ? "nothing" : text;
    }

    private static DataFormatException CutOff(string file) => Wrong(file, "a whole header", "the end of the file", "Fetch the file again.");

    private static DataFormatException Wrong(string file, string expected, string found, string advice) => new(file, expected, found, advice);
}
