using System.Globalization;
using System.Text;

namespace HackLab.Data.Renaissance;

/// <summary>
/// What does not count when two transcriptions of old Spanish are compared, by the rules at the head of the challenge's
/// transcription:
/// u and v are used for each other, and so are f and s (for ſ); accents are inconsistent; a line over a letter means that n
/// follows, or ue after q; ç is z.
/// </summary>
public static class OldSpanish
{
    private const char Acute = '\u0301', Grave = '\u0300', Circumflex = '\u0302', Diaeresis = '\u0308';
    private const char Macron = '\u0304', Tilde = '\u0303', Cedilla = '\u0327';

    /// <summary>
    /// One spelling for all that counts as the same: small letters without accents, v as u, f and ſ as s, ç as z, a vowel with
    /// a line as that vowel and n, q with a line as que, blanks of any kind and number as one. ñ stays ñ.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text to compare; not meant for reading.</returns>
    /// <example><code>OldSpanish.Normalise("Forçoſa VIRTVD")   // "sorzosa uirtud"</code></example>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var same = new StringBuilder(text.Length);
        foreach (char given in text)
        {
            // Not string.Normalize: it leaves letters with marks as they are where programs run with invariant globalisation.
            (char c, char mark) = Apart(char.ToLowerInvariant(given));
            Append(same, c);
            if (mark != '\0') Append(same, mark);
        }
        return same.ToString().TrimEnd(' ');
    }

    private static void Append(StringBuilder same, char c)
    {
        char last = same.Length > 0 ? same[^1] : '\0';
        switch (c)
        {
            case Acute or Grave or Circumflex or Diaeresis:
                break;
            case Cedilla when last == 'c':
                same[^1] = 'z';
                break;
            case Tilde when last == 'n':
                same[^1] = 'ñ';
                break;
            case Tilde or Macron when last == 'q':
                same.Append("ue");
                break;
            case Tilde or Macron when "aeiou".Contains(last):
                same.Append('n');
                break;
            case 'ꝗ':
                same.Append("que");
                break;
            default:
                if (char.IsWhiteSpace(c)) AppendBlank(same);
                else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) same.Append(Letter(c));
                break;
        }
    }

    private static void AppendBlank(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
    }

    // Letters of old Spanish print and their marks.
    private static (char Letter, char Mark) Apart(char c)
    {
        const string whole = "áàâäãāéèêëẽēíìîïĩīóòôöõōúùûüũūñç", letters = "aaaaaaeeeeeeiiiiiioooooouuuuuunc";
        int at = whole.IndexOf(c, StringComparison.Ordinal);
        if (at < 0) return (c, '\0');
        char mark = c switch { 'ñ' => Tilde, 'ç' => Cedilla, _ => (at % 6) switch { 4 => Tilde, 5 => Macron, _ => Acute } };
        return (letters[at], mark);
    }

    private static char Letter(char c) => c switch
    {
        'v' => 'u',
        'f' or 'ſ' => 's',
        _ => c,
    };
}
