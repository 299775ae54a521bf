using System.Globalization;
using System.Text;
using HackLab.Data.Files;

namespace HackLab.Data.Archives;

/// <summary>
/// Goes through a tar (POSIX.1-2001, "pax interchange format"): one header of 512 bytes for each entry, its content, zeros to the
/// next multiple of 512. The framework's reader takes a header's word for how much memory a long name needs (seen: 268 MB for a
/// file of 5 kB), so that this one looks first.
/// </summary>
internal sealed class TarWalk(Stream stream, Unpacking to)
{
    private const int Block = 512, LongestHeader = 1 << 16;

    private readonly byte[] _header = new byte[Block];
    private Part _content = new(Stream.Null, 0);
    private long _padding;

    /// <summary>The entry's name.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>The size of its content.</summary>
    internal long Size { get; private set; }

    /// <summary>Whether it is a folder; else it is a file.</summary>
    internal bool IsFolder { get; private set; }

    /// <summary>Its content, which ends where the next entry begins.</summary>
    internal Stream Content => _content;

    /// <summary>Goes to the next entry.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="DataFormatException">The archive is damaged, or the entry is a link or a device.</exception>
    internal bool Next()
    {
        string? name = null;
        long? size = null;
        while (true)
        {
            Skip();
            int read = stream.ReadAtLeast(_header, Block, throwOnEndOfStream: false);
            if (read == 0 || (read == Block && _header.AsSpan().IndexOfAnyExcept((byte)0) < 0)) return false;
            if (read < Block || !IsWhole()) throw Damaged("a whole header");
            long bytes = Number(_header.AsSpan(124, 12));
            char kind = (char)_header[156];
            switch (kind)
            {
                case 'x':   // what follows has a long name or a large size
                    foreach ((string key, string value) in Records(Text(bytes)))
                    {
                        if (key == "path") name = value;
                        if (key == "size" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture,
                            out long given)) size = given;
                    }
                    continue;
                case 'L':   // GNU's way to say the same
                    name = Text(bytes).TrimEnd('\0');
                    continue;
                case 'g':   // about the whole archive: nothing that matters here
                    Begin(bytes);
                    continue;
                case '0' or '\0' or '7' or '5':
                    (Name, Size, IsFolder) = (name ?? HeaderName(), kind == '5' ? 0 : size ?? bytes, kind == '5');
                    Begin(Size);
                    return true;
                default:
                    throw to.NoLink(name ?? HeaderName());
            }
        }
    }

    private void Begin(long bytes)
    {
        _content = new Part(stream, bytes);
        _padding = (Block - (bytes % Block)) % Block;
    }

    // What of the last entry nobody has read, and the zeros after it.
    private void Skip()
    {
        Span<byte> rest = stackalloc byte[Block];
        for (; _content.Left > 0;)
        {
            if (_content.Read(rest) == 0) throw Damaged("the rest of an entry");
        }
        if (stream.ReadAtLeast(rest[..(int)_padding], (int)_padding, throwOnEndOfStream: false) < _padding)
            throw Damaged("the rest of an entry");
        _padding = 0;
    }

    private string Text(long bytes)
    {
        if (bytes > LongestHeader)
            throw to.Wrong($"a name of at most {LongestHeader:N0} bytes", $"one of {bytes:N0}",
                "The archive is damaged: fetch it again.");
        var text = new byte[bytes];
        Begin(bytes);
        if (_content.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) < text.Length) throw Damaged("a whole name");
        return Encoding.UTF8.GetString(text);
    }

    // "27 path=some/long/name.txt\n": the length counts the whole line.
    private static IEnumerable<(string Key, string Value)> Records(string text) =>
        text.Split('\n').Select(line => line.Split(' ', 2)).Where(line => line.Length == 2 && line[1].Contains('='))
            .Select(line => line[1].Split('=', 2)).Select(pair => (pair[0], pair[1]));

    private string HeaderName()
    {
        string name = Field(0, 100), prefix = _header.AsSpan(257, 6).SequenceEqual("ustar\0"u8) ? Field(345, 155) : "";
        return prefix.Length > 0 ? $"{prefix}/{name}" : name;
    }

    private string Field(int at, int length)
    {
        ReadOnlySpan<byte> field = _header.AsSpan(at, length);
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }

    // Octal digits; or, for 8 GB and more, a first bit that is set and a binary number.
    private long Number(ReadOnlySpan<byte> field)
    {
        long number = 0;
        if ((field[0] & 0x80) != 0)
        {
            foreach (byte b in field[4..]) number = (number << 8) | b;
            return number >= 0 ? number : throw Damaged("a size");
        }
        foreach (byte digit in field.Trim("\0 "u8))
        {
            if (digit is < (byte)'0' or > (byte)'7') throw Damaged("a size in octal digits");
            number = (number * 8) + (digit - '0');
        }
        return number;
    }

    // The sum of all bytes, those of the sum itself counted as blanks.
    private bool IsWhole()
    {
        int sum = 8 * ' ';
        for (int i = 0; i < Block; i++) sum += i is >= 148 and < 156 ? 0 : _header[i];
        return Number(_header.AsSpan(148, 8)) == sum;
    }

    private DataFormatException Damaged(string expected) =>
        to.Wrong(expected, "something else", "The archive is damaged or cut off: fetch it again.");

    /// <summary>The next so many bytes of a stream.</summary>
    private sealed class Part(Stream stream, long length) : ForwardStream
    {
        internal long Left => length - BytesRead;

        private protected override int ReadNext(Span<byte> buffer) => stream.Read(buffer[..(int)Math.Min(buffer.Length, Left)]);
    }
}
