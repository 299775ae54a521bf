using System.Globalization;
using System.Text;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Latin letters with marks, taken apart into letter and mark (Unicode's canonical decomposition, U+00C0 to U+017F).
/// </summary>
internal static class LatinMarks
{
    // Not string.Normalize: it leaves letters with marks as they are where programs run with invariant globalisation.
    private static readonly (char Mark, string Whole, string Letters)[] _rows =
    [
        ('\u0300', "ÀÈÌÒÙàèìòù", "AEIOUaeiou"),
        ('\u0301', "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź", "AEIOUYaeiouyCcLlNnRrSsZz"),
        ('\u0302', "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ", "AEIOUaeiouCcGgHhJjSsWwYy"),
        ('\u0303', "ÃÑÕãñõĨĩŨũ", "ANOanoIiUu"),
        ('\u0304', "ĀāĒēĪīŌōŪū", "AaEeIiOoUu"),
        ('\u0306', "ĂăĔĕĞğĬĭŎŏŬŭ", "AaEeGgIiOoUu"),
        ('\u0307', "ĊċĖėĠġİŻż", "CcEeGgIZz"),
        ('\u0308', "ÄËÏÖÜäëïöüÿŸ", "AEIOUaeiouyY"),
        ('\u030A', "ÅåŮů", "AaUu"),
        ('\u030B', "ŐőŰű", "OoUu"),
        ('\u030C', "ČčĎďĚěĽľŇňŘřŠšŤťŽž", "CcDdEeLlNnRrSsTtZz"),
        ('\u0327', "ÇçĢģĶķĻļŅņŖŗŞşŢţ", "CcGgKkLlNnRrSsTt"),
        ('\u0328', "ĄąĘęĮįŲų", "AaEeIiUu"),
    ];

    private static readonly Dictionary<char, string> _apart = _rows
        .SelectMany(row => row.Whole.Select((whole, i) => (whole, apart: $"{row.Letters[i]}{row.Mark}")))
        .ToDictionary(pair => pair.whole, pair => pair.apart);

    /// <summary>The text with every marked letter as letter and mark.</summary>
    public static string Apart(string text)
    {
        var apart = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (_apart.TryGetValue(c, out string? two)) apart.Append(two);
            else apart.Append(c);
        }
        return apart.ToString();
    }

    /// <summary>Whether a character is a mark on the one before it.</summary>
    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
