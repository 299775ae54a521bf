using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.PrintedPages;

/// <summary>Puts word after word into lines of one width, breaks the last one where it helps, and spreads the blanks. For one
/// thread.</summary>
internal sealed class LineSetter(IGlyphSource source, PrintOptions options, SeededRandom random)
{
    private const int LeastBreak = 2;   // letters on each side of a break
    private readonly SpanishText _text = new(random);
    private readonly HashSet<char> _known = [.. source.Symbols];
    private string _pending = "";       // what of a broken word goes into the next line

    /// <summary>A line's letters with their places.</summary>
    internal sealed record SetLine(List<(Glyph Glyph, int X)> Letters, string Text, string Printed);

    /// <summary>The word that the next line begins with, as printers set it below a page for the binder.</summary>
    internal string Catchword()
    {
        if (_pending.Length == 0) _pending = _text.NextWord();
        return OldSpelling.InType(_pending, random, 0).Set;
    }

    /// <summary>Sets the next line.</summary>
    internal SetLine Next()
    {
        var words = new List<(List<Glyph> Glyphs, string Set, string Text)>();
        double used = 0, blank = source.Blank;
        bool continued = _pending.Length > 0;
        while (true)
        {
            string word = continued ? _pending : _text.NextWord();
            _pending = "";
            (List<Glyph> Glyphs, string Set, string Text) whole = Set(word, true);
            double width = Width(whole.Glyphs), room = options.LineWidth - used - (words.Count > 0 ? blank : 0);
            if (width <= room)
            {
                words.Add(whole);
                used += width + (words.Count > 1 ? blank : 0);
                continued = false;
                continue;
            }
            if (Broken(word, room) is { } parts)
            {
                words.Add(parts.First);
                _pending = parts.Second;
            }
            else if (words.Count > 0)
            {
                _pending = word;
            }
            else
            {
                words.Add(whole);   // a word wider than the line: it runs over, nothing is lost
            }
            return Spread(words);
        }
    }

    private SetLine Spread(List<(List<Glyph> Glyphs, string Set, string Text)> words)
    {
        double letters = words.Sum(word => Width(word.Glyphs));
        // A line that ends far from the edge is left as it is: blanks wider than an em look torn.
        double even = (options.LineWidth - letters) / Math.Max(words.Count - 1, 1);
        double blank = Math.Clamp(even, 0.4 * source.Blank, 4 * source.Blank);
        var placed = new List<(Glyph, int)>();
        double x = 0;
        foreach ((List<Glyph> glyphs, _, _) in words)
        {
            foreach (Glyph glyph in glyphs)
            {
                placed.Add((glyph, (int)Math.Round(x)));
                x += glyph.Advance;
            }
            x += blank;
        }
        return new SetLine(placed, string.Join(' ', words.Select(word => word.Text)), string.Join(' ', words.Select(word => word.Set)));
    }

    private ((List<Glyph> Glyphs, string Set, string Text) First, string Second)? Broken(string word, double room)
    {
        for (int at = word.Length - LeastBreak; at >= LeastBreak; at--)
        {
            if (!MayBreak(word, at)) continue;
            bool hyphen = random.NextDouble() >= options.MissingHyphens;
            (List<Glyph> Glyphs, string Set, string Text) first = Set(word[..at] + (hyphen ? "-" : ""), hyphen);
            if (Width(first.Glyphs) <= room) return (first, word[at..]);
        }
        return null;
    }

    // Spanish syllables end before a consonant with a vowel after it; ch, ll, qu and a stop with l or r stay together.
    private static bool MayBreak(string word, int at)
    {
        char before = word[at - 1], here = word[at], next = at + 1 < word.Length ? word[at + 1] : ' ';
        if (!char.IsLower(here) || !char.IsLetter(before) || IsVowel(here) || !IsVowel(next))
            return at >= 2 && Cluster(here, next) && at + 2 < word.Length && IsVowel(word[at + 2]);
        return !Cluster(before, here) && (IsVowel(before) || (at >= 2 && IsVowel(word[at - 2])));
    }

    private static bool Cluster(char a, char b) => (a, b) switch
    {
        ('c', 'h') or ('l', 'l') or ('q', 'u') => true,
        ('b' or 'c' or 'd' or 'f' or 'g' or 'p' or 't', 'r') or ('b' or 'c' or 'f' or 'g' or 'p', 'l') => true,
        _ => false,
    };

    private static bool IsVowel(char c) => "aeiouy".Contains(c);

    private (List<Glyph> Glyphs, string Set, string Text) Set(string word, bool endsWord)
    {
        (string set, string text) = OldSpelling.InType(word, random, options.Abbreviations, endsWord: endsWord);
        // A source cut from few pages lacks some symbols: the plain letter stands in, and what has none is left out of both.
        var glyphs = new List<Glyph>();
        var kept = new System.Text.StringBuilder();
        foreach (char c in set)
        {
            char symbol = _known.Contains(c) ? c : Plain(c);
            if (!_known.Contains(symbol)) continue;
            glyphs.Add(source.Take(symbol, random));
            kept.Append(symbol);
        }
        return (glyphs, kept.ToString(), kept.Length == set.Length ? text : kept.ToString());
    }

    private static char Plain(char c) => c switch
    {
        'ſ' => 's', 'ꝗ' => 'q', 'à' or 'á' or 'ā' => 'a', 'è' or 'é' or 'ē' => 'e', 'í' or 'ī' => 'i', 'ò' or 'ó' or 'ō' => 'o', 'ú' or 'ū' => 'u',
        'ñ' => 'n', 'ç' => 'c', _ => c,
    };

    private static double Width(List<Glyph> glyphs)
    {
        double width = 0;
        foreach (Glyph glyph in glyphs) width += glyph.Advance;
        return width;
    }
}
