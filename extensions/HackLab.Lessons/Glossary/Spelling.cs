using System.Text;

namespace HackLab.Lessons;

/// <summary>When two spellings are the same word, and how far apart two words are.</summary>
internal static class Spelling
{
    private const string Accented = "àáâäèéêëìíîïòóôöùúûüçñ", Bare = "aaaaeeeeiiiioooouuuucn";

    // Nobody types a longer word by hand; the rest of a pasted page would only cost time.
    private const int Longest = 100;

    /// <summary>
    /// A word without what people write differently: case, blanks, hyphens, accents, brackets. So LogisticRegression and
    /// logistic regression are the same; C# keeps its sign, or it would be the letter C.
    /// </summary>
    internal static string Key(string word)
    {
        var key = new StringBuilder();
        foreach (char letter in word.ToLowerInvariant())
        {
            if (key.Length == Longest) break;
            int accent = Accented.IndexOf(letter);
            bool dropped = char.IsWhiteSpace(letter) || char.IsControl(letter) || char.IsSymbol(letter)
                || (char.IsPunctuation(letter) && letter != '#');
            if (!dropped) key.Append(accent >= 0 ? Bare[accent] : letter);
        }
        return key.ToString();
    }

    /// <summary>A key, then what it may be the plural of, by the rules of English and Latin, then its plural.</summary>
    internal static IEnumerable<string> Forms(string key)
    {
        yield return key;
        (string Plural, string Singular)[] endings =
        [
            ("ies", "y"), ("ices", "ix"), ("ices", "ex"), ("es", ""), ("es", "is"), ("s", ""),
            ("a", "um"), ("a", "on"), ("ae", "a"), ("i", "us"),
        ];
        foreach ((string plural, string singular) in endings)
        {
            bool ends = key.Length > plural.Length + 1 && key.EndsWith(plural, StringComparison.Ordinal);
            if (ends) yield return key[..^plural.Length] + singular;
        }
        yield return key + "s";
    }

    /// <summary>
    /// The slips that make one word the other: letters too many, too few, wrong, or two neighbours swapped (F. Damerau, 1964;
    /// the variant that touches no letter twice).
    /// </summary>
    internal static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[a.Length, b.Length];
    }

    /// <summary>The share of letter pairs that two words have in common, from 0 to 1 (L. Dice, 1945).</summary>
    internal static double Likeness(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2) return 0;
        List<string> left = [.. Pairs(b)];
        int shared = Pairs(a).Count(left.Remove);
        return 2.0 * shared / (a.Length + b.Length - 2);
    }

    private static IEnumerable<string> Pairs(string word) =>
        Enumerable.Range(0, word.Length - 1).Select(i => word.Substring(i, 2));
}
