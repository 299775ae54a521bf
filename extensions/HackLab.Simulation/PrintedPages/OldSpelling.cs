using System.Globalization;
using System.Text;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.PrintedPages;

/// <summary>
/// How the words of a transcription stand in type: long ſ everywhere but at a word's end; u and v by place, not by sound (v
/// begins a
/// word, u stands within); now and then a line over a vowel for the n after it, q with a line for que, an accent on a lone a.
/// </summary>
internal static class OldSpelling
{
    private const string Vowels = "aeiou", Lined = "āēīōū";

    /// <summary>The symbols to set for a piece of text, and how a transcription gives them: q with a line as q, all else
    /// written out.</summary>
    /// <param name="text">A word or a part of it, with its marks.</param>
    /// <param name="random">Draws which abbreviations are taken.</param>
    /// <param name="abbreviate">How likely an abbreviation is where one is possible.</param>
    /// <param name="beginsWord">Whether a word begins with it.</param>
    /// <param name="endsWord">Whether a word ends with it; false before a break.</param>
    internal static (string Set, string Text) InType(
        string text, SeededRandom random, double abbreviate, bool beginsWord = true, bool endsWord = true)
    {
        var set = new StringBuilder();
        var transcribed = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i], next = i + 1 < text.Length ? text[i + 1] : '\0';
            bool first = i == 0 ? beginsWord : !char.IsLetter(text[i - 1]);
            bool last = next == '\0' ? endsWord : !char.IsLetter(next);
            if (c == 'q' && text.AsSpan(i).StartsWith("que") && (i + 3 >= text.Length || !char.IsLetter(text[i + 3])) && Chance())
            {
                set.Append('ꝗ');
                transcribed.Append('q');
                i += 2;
            }
            else if (Vowels.Contains(c) && next == 'n' && i + 2 < text.Length && IsConsonant(text[i + 2]) && Chance())
            {
                set.Append(Lined[Vowels.IndexOf(c)]);
                transcribed.Append(c).Append(next);
                i++;
            }
            else if (c == 'a' && first && last)
            {
                set.Append(random.NextInt(3) == 0 ? 'à' : 'a');
                transcribed.Append(c);
            }
            else
            {
                transcribed.Append(c);
                set.Append(c switch
                {
                    's' when !last => 'ſ',
                    'u' or 'v' => first ? 'v' : 'u',
                    'U' => 'V',
                    _ => c,
                });
            }
        }
        return (set.ToString(), transcribed.ToString());

        bool Chance() => random.NextDouble() < abbreviate;
    }

    private static bool IsConsonant(char c) => char.IsLetter(c) && !Vowels.Contains(char.ToLower(c, CultureInfo.InvariantCulture));
}
