namespace HackLab.Data.Delimited;

/// <summary>Finds out how a delimited text is written from its first lines.</summary>
internal static class Sniffing
{
    internal static Dialect Dialect(ReadOnlySpan<byte> text, DelimitedOptions options)
    {
        byte newline = Newline(text), quote = Ascii(options.Quote, nameof(options.Quote)), comment = Ascii(options.Comment, nameof(options.Comment));
        byte delimiter = options.Delimiter is { } given ? Ascii(given, nameof(options.Delimiter)) : Delimiter(FirstLine(text, newline, comment, options.SkipLines), quote);
        return new Dialect(delimiter == 0 ? newline : delimiter, newline, quote, comment);
    }

    // A CR alone ends lines only if the first end of a line is one; before a LF it belongs to that.
    private static byte Newline(ReadOnlySpan<byte> text)
    {
        int first = text.IndexOfAny((byte)'\r', (byte)'\n');
        return first >= 0 && text[first] == '\r' && first + 1 < text.Length && text[first + 1] != '\n' ? (byte)'\r' : (byte)'\n';
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text, byte newline, byte comment, int skip)
    {
        while (true)
        {
            int length = text.IndexOf(newline);
            ReadOnlySpan<byte> line = (length < 0 ? text : text[..length]).Trim(" \r"u8);
            if (length < 0 || (skip <= 0 && !line.IsEmpty && line[0] != comment)) return line;
            text = text[(length + 1)..];
            skip--;
        }
    }

    // Names and numbers may hold blanks or decimal commas, so these come last.
    private static byte Delimiter(ReadOnlySpan<byte> line, byte quote)
    {
        foreach (byte candidate in "\t;, "u8)
        {
            bool quoted = false;
            for (int i = 0; i < line.Length; i++)
            {
                if (line[i] == quote && quote != 0 && (quoted || i == 0 || "\t;, "u8.Contains(line[i - 1]))) quoted = !quoted;
                else if (!quoted && line[i] == candidate) return candidate;
            }
        }
        return 0;
    }

    private static byte Ascii(char? character, string name) => character switch
    {
        null => 0,
        > '\0' and < (char)128 and not ('\r' or '\n') => (byte)character,
        _ => throw new ArgumentException($"{name} must be an ASCII character that ends no line, not '{character}'.", name),
    };
}
