using System.Runtime.CompilerServices;
using System.Text;

namespace HackLab.Data.Delimited;

/// <summary>One field of a record, as it stands in the file.</summary>
/// <param name="text">Its bytes without the quotes around it; quotes in it are still doubled.</param>
/// <param name="quote">The quote it is in; 0 if it is not quoted.</param>
/// <param name="isLast">Whether the record ends behind it.</param>
internal readonly ref struct Field(ReadOnlySpan<byte> text, byte quote, bool isLast)
{
    // A name or a word that is not UTF-8 must not turn into replacement characters without a word.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal ReadOnlySpan<byte> Text { get; } = text;

    internal bool IsQuoted => quote != 0;

    internal bool IsLast { get; } = isLast;

    /// <summary>Without blanks around it.</summary>
    internal ReadOnlySpan<byte> Token => Text is [(byte)' ', ..] or [.., (byte)' '] ? Text.Trim((byte)' ') : Text;

    /// <summary>As a string; a doubled quote in a quoted field becomes one.</summary>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    internal string Decode()
    {
        string decoded = Strict.GetString(Text);
        return quote == 0 ? decoded : decoded.Replace(new string((char)quote, 2), ((char)quote).ToString(), StringComparison.Ordinal);
    }
}

/// <summary>Cuts records into fields.</summary>
internal static unsafe class Fields
{
    /// <summary>The field at a place, which moves to the next one, or to the next record.</summary>
    /// <param name="dialect">What separates fields.</param>
    /// <param name="at">The field's first byte.</param>
    /// <param name="end">The end of the block, whose last byte ends a record.</param>
    /// <param name="field">The field.</param>
    /// <returns>null if the field is well formed, else what is wrong with its quotes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static string? Next(scoped in Dialect dialect, scoped ref byte* at, byte* end, out Field field)
    {
        byte* p = at;
        while (dialect.Blanks && dialect.IsBlank(*p)) p++;
        if (*p == dialect.Quote && *p != 0) return Quoted(dialect, ref at, p, end, out field);
        byte* start = p;
        while (*p != dialect.Delimiter && *p != dialect.Newline && !(dialect.Blanks && *p == (byte)'\t')) p++;
        byte* stop = p;
        bool last = Finish(dialect, ref p);
        if (last && dialect.Newline == (byte)'\n' && stop > start && stop[-1] == (byte)'\r') stop--;
        field = new Field(new ReadOnlySpan<byte>(start, (int)(stop - start)), 0, last);
        at = p;
        return null;
    }

    private static string? Quoted(scoped in Dialect dialect, scoped ref byte* at, byte* open, byte* end, out Field field)
    {
        int length = dialect.ClosingQuote(new ReadOnlySpan<byte>(open + 1, (int)(end - open - 1)), 0);
        field = default;
        if (length < 0) return "a quote that is not closed";
        byte* p = open + 1 + length + 1;
        while (*p == (byte)' ' && !dialect.Blanks) p++;
        if (*p == (byte)'\r' && p[1] == (byte)'\n') p++;
        if (*p != dialect.Delimiter && *p != dialect.Newline && !dialect.IsBlank(*p)) return "text behind a closing quote";
        bool last = Finish(dialect, ref p);
        field = new Field(new ReadOnlySpan<byte>(open + 1, length), dialect.Quote, last);
        at = p;
        return null;
    }

    // Steps over what ends a field; true if it ends the record too.
    private static bool Finish(scoped in Dialect dialect, scoped ref byte* p)
    {
        bool last = *p == dialect.Newline;
        if (!dialect.Blanks || last)
        {
            p++;
            return last;
        }
        while (dialect.IsBlank(*p)) p++;
        if (*p == (byte)'\r' && p[1] == (byte)'\n') p++;
        if (*p != dialect.Newline) return false;
        p++;
        return true;
    }
}
