namespace HackLab.Charts.Internals;

/// <summary>
/// How wide a text will be, without a font at hand. The widths are those of DejaVu Sans, the widest of the fonts that a
/// figure asks for, so that on other machines texts come out narrower than planned and still do not overlap.
/// </summary>
internal static class TextWidth
{
    public static double Of(string text, double size, bool bold = false)
    {
        double em = 0;
        foreach (char c in text) em += Em(c);
        return em * size * (bold ? 1.1 : 1);
    }

    /// <summary>Breaks a text between words into lines no wider than a limit; a single longer word is shortened with "…".</summary>
    public static List<string> Wrap(string text, double size, double width, bool bold = false)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Of(longer, size, bold) > width)
            {
                lines.Add(Shorten(line, size, width, bold));
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        if (line.Length > 0) lines.Add(Shorten(line, size, width, bold));
        return lines;
    }

    /// <summary>The text, or as much of its beginning as fits, with "…".</summary>
    public static string Shorten(string text, double size, double width, bool bold = false)
    {
        if (Of(text, size, bold) <= width) return text;
        int length = text.Length;
        while (length > 1 && Of(text[..length] + "…", size, bold) > width) length--;
        return text[..length].TrimEnd() + "…";
    }

    private static double Em(char c) => c switch
    {
        'i' or 'j' or 'l' or '\'' or '|' => 0.28,
        ' ' or '.' or ',' or ':' or ';' or '!' or 'I' => 0.33,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '/' => 0.41,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' => 0.98,
        '_' or 's' or 'c' or 'z' => 0.55,
        '+' or '=' or '<' or '>' or '−' or '×' or '±' => 0.84,
        >= 'A' and <= 'Z' => 0.71,
        >= '\u2E80' => 1.05,
        _ => 0.635,
    };
}
