using System.Globalization;
using System.Numerics;
using System.Text;

namespace HackLab.Data;

/// <summary>Reads the lines of a FITS header: 80 characters each, keyword in the first eight (Standard 4.0, section 4).</summary>
internal sealed class FitsCardReader
{
    internal const int Length = 80;

    private readonly List<FitsCard> _cards = [];

    internal IReadOnlyList<FitsCard> Cards => _cards;

    /// <summary>Takes one card.</summary>
    /// <returns>False if it is the last, END.</returns>
    /// <exception cref="FormatException">It is no card; the message says why.</exception>
    internal bool Add(ReadOnlySpan<byte> bytes)
    {
        // Latin-1 and not ASCII: a degree sign in a comment is against the standard, but no reason to refuse an observation.
        string card = Encoding.Latin1.GetString(bytes), keyword = card[..8].TrimEnd();
        foreach (char c in keyword)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) throw new FormatException($"'{Printable(card[..8])}' as a keyword");
        }
        if (keyword == "END" && card.AsSpan(8).Trim().IsEmpty) return false;
        if (keyword == "CONTINUE" && TryContinue(card)) return true;
        if (keyword == "HIERARCH" && card.IndexOf('=', StringComparison.Ordinal) is > 9 and int equals)
        {
            (object? value, string comment) = Value(card[(equals + 1)..]);
            _cards.Add(new FitsCard(card[9..equals].Trim(), value, comment));
        }
        else if (card[8..10] == "= " && keyword.Length > 0 && keyword is not ("COMMENT" or "HISTORY"))
        {
            (object? value, string comment) = Value(card[10..]);
            _cards.Add(new FitsCard(keyword, value, comment));
        }
        else
        {
            _cards.Add(new FitsCard(keyword, null, card[8..].TrimEnd()));
        }
        return true;
    }

    // The long-string convention (4.2.1.2): a string that ends in & goes on in the CONTINUE card behind it.
    private bool TryContinue(string card)
    {
        if (_cards.Count == 0 || _cards[^1] is not { Value: string text } last || !text.EndsWith('&')) return false;
        if (Value(card[8..]) is not (string more, var comment) || !card.AsSpan(8).TrimStart().StartsWith("'")) return false;
        _cards[^1] = last with { Value = (text[..^1] + more).TrimEnd(' '), Comment = comment.Length == 0 ? last.Comment : $"{last.Comment} {comment}".TrimStart() };
        return true;
    }

    private static (object? Value, string Comment) Value(string field)
    {
        ReadOnlySpan<char> rest = field.AsSpan().TrimStart();
        if (rest.StartsWith("'") && Quoted(rest, out string? quoted) is var length and > 0)
        {
            ReadOnlySpan<char> behind = rest[length..].TrimStart();
            if (behind.IsEmpty || behind[0] == '/') return (quoted, Comment(behind));
        }
        int slash = field.IndexOf('/', StringComparison.Ordinal);
        string token = (slash < 0 ? field : field[..slash]).Trim();
        return (Plain(token), slash < 0 ? "" : Comment(field.AsSpan(slash)));
    }

    private static string Comment(ReadOnlySpan<char> fromSlash) => fromSlash.IsEmpty ? "" : fromSlash[1..].Trim().ToString();

    // Within a string a quote is written twice.
    private static int Quoted(ReadOnlySpan<char> text, out string? value)
    {
        var content = new StringBuilder();
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '\'')
            {
                if (i + 1 == text.Length || text[i + 1] != '\'')
                {
                    value = content.ToString().TrimEnd(' ');
                    return i + 1;
                }
                i++;
            }
            content.Append(text[i]);
        }
        value = null;
        return 0;
    }

    private static object? Plain(string token)
    {
        if (token.Length == 0) return null;
        if (token is "T" or "F") return token == "T";
        if (long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer)) return integer;
        if (TryNumber(token, out double number)) return number;
        if (token is ['(', .., ')'] && token[1..^1].Split(',') is [var re, var im] && TryNumber(re.Trim(), out double x) && TryNumber(im.Trim(), out double y))
            return new Complex(x, y);
        return token;
    }

    // Fortran writes the exponent of a double with a D. NaN and infinity have no way to be written in a header.
    private static bool TryNumber(string token, out double number)
    {
        number = 0;
        return token.Length > 0 && (char.IsAsciiDigit(token[0]) || token[0] is '+' or '-' or '.') && char.IsAsciiDigit(token[^1]) | token[^1] == '.'
            && double.TryParse(token.Replace('D', 'E').Replace('d', 'e'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) || c > 126 ? '?' : c));
}
