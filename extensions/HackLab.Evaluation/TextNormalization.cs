using System.Text;
using HackLab.Data.Renaissance;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// What shall not count as an error when texts are compared; change it by <c>with</c>. A letter with a mark counts the same
/// whether it is written as one character or as two (é, e + ´) in any case.
/// </summary>
public sealed record TextNormalization
{
    /// <summary>Everything counts but how blanks are written.</summary>
    public static TextNormalization None { get; } = new();

    /// <summary>
    /// The rules of the RenAIssance challenge (<see cref="HackLab.Data.Renaissance.OldSpanish"/>): u is v, f and ſ are s, ç is z,
    /// accents and case do not count, a line over a letter is n, or ue after q; a word broken at a line's end is one word.
    /// </summary>
    public static TextNormalization Renaissance { get; } = new() { OldSpanish = true, JoinBrokenWords = true };

    /// <summary>Whether blanks of any kind and number are one blank, and those at the ends none.</summary>
    public bool CollapseBlanks { get; init; } = true;

    /// <summary>Whether capitals are small letters.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Whether marks on letters (accents, tilde, cedilla …) are left out.</summary>
    public bool IgnoreMarks { get; init; }

    /// <summary>Whether characters that are punctuation are left out.</summary>
    public bool IgnorePunctuation { get; init; }

    /// <summary>
    /// Whether a hyphen at the end of a line is left out with the line's end, so that the broken word is whole.
    /// </summary>
    public bool JoinBrokenWords { get; init; }

    /// <summary>Whether the spellings that old Spanish print uses for each other are one.</summary>
    public bool OldSpanish { get; init; }

    /// <summary>The text to compare.</summary>
    /// <param name="text">Any text.</param>
    /// <example><code>new TextNormalization { IgnoreMarks = true }.Apply("Señor  Él")   // "Senor El"</code></example>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (JoinBrokenWords) text = Joined(text);
        if (OldSpanish) text = HackLab.Data.Renaissance.OldSpanish.Normalise(text);
        text = LatinMarks.Apart(text);
        var same = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IgnoreMarks && LatinMarks.IsMark(rune)) continue;
            if (IgnorePunctuation && Rune.IsPunctuation(rune)) continue;
            if (!CollapseBlanks || !Rune.IsWhiteSpace(rune))
            {
                same.Append((IgnoreCase ? Rune.ToLowerInvariant(rune) : rune).ToString());
            }
            else if (same.Length > 0 && same[^1] != ' ') same.Append(' ');
        }
        if (CollapseBlanks && same.Length > 0 && same[^1] == ' ') same.Length--;
        return same.ToString();
    }

    // A hyphen, blanks, and a line's end between two letters.
    private static string Joined(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '-' or '\u2010' or '\u00AD' or '⸗' && i > 0 && char.IsLetter(text[i - 1]))
            {
                int next = i + 1;
                while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
                if (next < text.Length && char.IsLetter(text[next]) && text.AsSpan(i, next - i).ContainsAny('\n', '\r'))
                {
                    i = next - 1;
                    continue;
                }
            }
            whole.Append(text[i]);
        }
        return whole.ToString();
    }
}
