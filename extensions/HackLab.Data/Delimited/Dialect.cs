namespace HackLab.Data.Delimited;

/// <summary>The bytes that mean something in a delimited file; 0 stands for "there is none".</summary>
/// <param name="Delimiter">Separates columns; the same as <paramref name="Newline"/> where there is one column only.</param>
/// <param name="Newline">Ends a record: LF (a CR before it belongs to it), or CR in the files of old Macintoshes.</param>
/// <param name="Quote">Surrounds fields that may hold delimiters, line breaks and, doubled, itself (RFC 4180).</param>
/// <param name="Comment">Begins lines that are skipped.</param>
internal readonly record struct Dialect(byte Delimiter, byte Newline, byte Quote, byte Comment)
{
    /// <summary>Between columns lie blanks and tabs, as many as there are; others lie at the line's ends.</summary>
    internal bool Blanks => Delimiter == (byte)' ';

    internal bool OneColumn => Delimiter == Newline;

    internal bool IsBlank(byte b) => b == (byte)' ' || (b == (byte)'\t' && Blanks);

    /// <summary>Where the last whole record of a text ends, which begins with a record; 0 if there is none.</summary>
    /// <remarks>A quote counts as one only at a field's start, as in <see cref="Fields"/>: <c>5'11"</c> opens nothing.</remarks>
    internal int EndOfLastRecord(ReadOnlySpan<byte> text)
    {
        if (Quote == 0 || !text.Contains(Quote)) return text.LastIndexOf(Newline) + 1;
        int end = 0, i = SkipComments(text, 0);
        while (i >= 0 && text[i..].IndexOfAny(Quote, Newline) is >= 0 and int next)
        {
            i += next;
            if (text[i] == Newline)
            {
                end = i + 1;
                i = SkipComments(text, end);
                if (i > end) end = i;
            }
            else if (i == 0 || text[i - 1] == Delimiter || text[i - 1] == Newline || (Blanks && IsBlank(text[i - 1])))
            {
                i = ClosingQuote(text, i + 1) + 1;
                if (i == 0) return end;
            }
            else
            {
                i++;
            }
        }
        return end;
    }

    /// <summary>Where a quoted field's closing quote is; -1 if there is none. Two quotes in a row close nothing.</summary>
    internal int ClosingQuote(ReadOnlySpan<byte> text, int from)
    {
        while (text[from..].IndexOf(Quote) is >= 0 and int next)
        {
            from += next + 1;
            if (from >= text.Length || text[from] != Quote) return from - 1;
            from++;
        }
        return -1;
    }

    // The start of the next line that is no comment; -1 if a comment has no end. Quotes in comments mean nothing.
    private int SkipComments(ReadOnlySpan<byte> text, int at)
    {
        while (Comment != 0 && at < text.Length && text[at] == Comment)
        {
            int length = text[at..].IndexOf(Newline);
            if (length < 0) return -1;
            at += length + 1;
        }
        return at;
    }
}
