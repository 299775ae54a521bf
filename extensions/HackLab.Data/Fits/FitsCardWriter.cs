using System.Globalization;
using System.Numerics;
using System.Text;

namespace HackLab.Data;

/// <summary>
/// Writes header cards: fixed format where a value fits into it, CONTINUE for long strings, HIERARCH for long keywords.
/// </summary>
internal static class FitsCardWriter
{
    private const int Length = FitsCardReader.Length;

    internal static void Append(StringBuilder header, FitsCard card)
    {
        foreach (string text in new[] { card.Keyword, card.Comment, card.Value as string ?? "" })
        {
            if (text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
                throw new ArgumentException($"A FITS header holds ASCII only; the card {card.Keyword} has other characters: {card.Comment} {card.Value}");
        }
        if (card.Keyword is "" or "COMMENT" or "HISTORY") Commentary(header, card);
        else if (card.Keyword is "END" or "CONTINUE" or "HIERARCH") throw new ArgumentException($"{card.Keyword} is a part of the format and no keyword of its own.");
        else if (IsStandard(card.Keyword)) Standard(header, card);
        else Hierarch(header, card);
    }

    private static void Commentary(StringBuilder header, FitsCard card)
    {
        if (card.Value is not null) throw new ArgumentException($"A card {card.Keyword} has no value: put its text into the comment.");
        for (int at = 0; at == 0 || at < card.Comment.Length; at += Length - 8)
        {
            header.Append(card.Keyword.PadRight(8)).Append(card.Comment.Substring(at, Math.Min(Length - 8, card.Comment.Length - at)).PadRight(Length - 8));
        }
    }

    private static void Standard(StringBuilder header, FitsCard card)
    {
        string comment = card.Comment.Length == 0 ? "" : " / " + card.Comment, start = card.Keyword.PadRight(8) + "= ";
        // Fixed format: numbers end in column 30, strings have at least eight characters (Standard, 4.2).
        string value = card.Value is string text ? $"'{Escaped(text).PadRight(8)}'".PadRight(20) : Plain(card).PadLeft(20);
        if (start.Length + value.Length + comment.Length <= Length) header.Append((start + value + comment).PadRight(Length));
        else if (card.Value is string longText) Long(header, start, longText, card);
        else throw TooLong(card);
    }

    private static void Long(StringBuilder header, string start, string text, FitsCard card)
    {
        const int Room = Length - 10 - 3;   // keyword and "= ", two quotes and &
        for (string prefix = start; ; prefix = "CONTINUE  ")
        {
            string rest = Escaped(text);
            string last = $"{prefix}'{rest}'{(card.Comment.Length == 0 ? "" : " / " + card.Comment)}";
            if (prefix != start && last.Length <= Length)
            {
                header.Append(last.PadRight(Length));
                return;
            }
            if (prefix != start && rest.Length == 0) throw TooLong(card);
            int take = 0;
            for (int room = Room; take < text.Length; take++)
            {
                room -= text[take] == '\'' ? 2 : 1;
                if (room < 0) break;
            }
            header.Append($"{prefix}'{Escaped(text[..take])}&'".PadRight(Length));
            text = text[take..];
        }
    }

    private static void Hierarch(StringBuilder header, FitsCard card)
    {
        if (card.Keyword != card.Keyword.Trim() || card.Keyword.Contains('=', StringComparison.Ordinal))
            throw new ArgumentException($"'{card.Keyword}' is no keyword: no blanks at its ends and no = within.");
        string value = card.Value is string text ? $"'{Escaped(text)}'" : Plain(card);
        string line = $"HIERARCH {card.Keyword} = {value}{(card.Comment.Length == 0 ? "" : " / " + card.Comment)}";
        header.Append(line.Length <= Length ? line.PadRight(Length) : throw TooLong(card));
    }

    private static ArgumentException TooLong(FitsCard card) => new($"The card {card.Keyword} does not fit into {Length} columns: shorten its comment '{card.Comment}'.");

    private static bool IsStandard(string keyword) =>
        keyword.Length <= 8 && !keyword.AsSpan().ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private static string Escaped(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Plain(FitsCard card) => card.Value switch
    {
        null => "",
        bool flag => flag ? "T" : "F",
        float number when float.IsFinite(number) => Point(number.ToString("R", CultureInfo.InvariantCulture)),
        double number when double.IsFinite(number) => Point(number.ToString("R", CultureInfo.InvariantCulture)),
        Complex z when Complex.IsFinite(z) => string.Create(CultureInfo.InvariantCulture, $"({Point(z.Real.ToString("R", CultureInfo.InvariantCulture))}, {Point(z.Imaginary.ToString("R", CultureInfo.InvariantCulture))})"),
        byte or sbyte or short or ushort or int or uint or long or ulong => Convert.ToString(card.Value, CultureInfo.InvariantCulture)!,
        _ => throw new ArgumentException($"The value of {card.Keyword}, {card.Value} ({card.Value.GetType().Name}), cannot stand in a FITS header."),
    };

    // A number without a point would be read as a whole one.
    private static string Point(string number) => number.AsSpan().ContainsAny('.', 'E') ? number : number + ".0";
}
