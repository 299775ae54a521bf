namespace HackLab.Data.Delimited;

/// <summary>
/// Cuts a text into blocks of whole records, one after the other; several threads may take turns, one at a time. The first
/// block settles the dialect.
/// </summary>
internal sealed class TextBlocks
{
    /// <summary>Large enough that a turn costs little, small enough to stay in a core's cache.</summary>
    internal const int BlockSize = 1 << 20;

    // A record that does not fit is no table but something else, say a picture: better to say so than to fill the memory.
    private const int LongestRecord = 1 << 24;

    private readonly Stream _text;
    private readonly string _file;
    private readonly DelimitedOptions _options;
    private byte[] _rest = [];
    private int _restLength, _next;
    private long _nextLine = 1;
    private bool _ended;

    internal TextBlocks(Stream text, string file, DelimitedOptions options) => (_text, _file, _options) = (text, file, options);

    internal Dialect Dialect { get; private set; }

    /// <summary>Fills a block with the next records; false at the end of the text.</summary>
    /// <exception cref="DataFormatException">A record is far too long, or the text is not UTF-8.</exception>
    internal bool Next(TextBlock block)
    {
        _options.Cancellation.ThrowIfCancellationRequested();
        if (_ended && _restLength == 0) return false;
        if (block.Capacity < _restLength) block.Grow(_restLength);
        _rest.AsSpan(0, _restLength).CopyTo(block.Text);
        int filled = _restLength, cut = 0;
        _restLength = 0;
        while (true)
        {
            filled += Fill(block.Text[filled..]);
            if (Dialect.Newline == 0) filled = Begin(block, filled);
            cut = _ended ? filled : Dialect.EndOfLastRecord(block.Text[..filled]);
            if (cut > 0 || _ended) break;
            if (filled >= LongestRecord) throw TooLong(block.Text[..filled]);
            block.Grow(Math.Min(block.Capacity * 2, LongestRecord));
        }
        Keep(block.Text[cut..filled]);
        block.Seal(cut, Dialect.Newline);
        (block.Index, block.FirstLine, block.Begin) = (_next++, _nextLine, 0);
        block.Newlines = block.Content.Count(Dialect.Newline);
        block.IsLastOfFile = _ended && _restLength == 0;
        _nextLine += block.Newlines;
        return block.Length > 0 || block.Index == 0;
    }

    private int Fill(Span<byte> room)
    {
        int filled = 0;
        while (filled < room.Length && !_ended)
        {
            int read = _text.Read(room[filled..]);
            filled += read;
            _ended = read == 0;
        }
        return filled;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (_rest.Length < rest.Length) _rest = new byte[Math.Max(rest.Length, 1 << 12)];
        rest.CopyTo(_rest);
        _restLength = rest.Length;
    }

    // Looks at the beginning of the text: a mark of UTF-8 is taken off, the dialect found out. The new number of bytes.
    private int Begin(TextBlock block, int filled)
    {
        Span<byte> text = block.Text[..filled];
        if (text is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
            throw new DataFormatException(_file, "text in UTF-8", "text in UTF-16", "Save it as UTF-8.", 1);
        if (text is [0xEF, 0xBB, 0xBF, ..])
        {
            text[3..].CopyTo(text);
            text = text[..^3];
        }
        Dialect = Sniffing.Dialect(text, _options);
        return text.Length;
    }

    private DataFormatException TooLong(ReadOnlySpan<byte> record)
    {
        string what = $"one of more than {LongestRecord >> 20} MB";
        return Dialect.Quote != 0 && record.Contains(Dialect.Newline)
            ? new DataFormatException(_file, "quoted fields that end", what, "Is a closing quote missing? Pass Quote = null if quotes mean nothing here.", _nextLine)
            : new DataFormatException(_file, "lines of text", what, "Is this a text file?", _nextLine);
    }
}
