using System.Text;

namespace HackLab.Learning;

/// <summary>Known words with their counts, and the nearest one to a word that was misread. A word is a run of letters.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, int> _counts;
    private readonly ILookup<int, string> _byLength;

    private Lexicon(Dictionary<string, int> counts)
    {
        _counts = counts;
        _byLength = counts.Keys.Order(StringComparer.Ordinal).ToLookup(word => word.Length);
    }

    /// <summary>How many different words it knows.</summary>
    public int Count => _counts.Count;

    /// <summary>The words, the most frequent first.</summary>
    public IReadOnlyList<string> Words =>
        [.. _counts.Keys.OrderByDescending(word => _counts[word]).ThenBy(word => word, StringComparer.Ordinal)];

    /// <summary>Takes the words of lines; one that a hyphen breaks at a line's end is made whole with what begins the next
    /// line.</summary>
    /// <param name="lines">Lines in the order of the text.</param>
    /// <exception cref="ArgumentException">There is no word in them.</exception>
    /// <example><code>var words = Lexicon.Of(train.Lines.Select(line => line.Text));</code></example>
    public static Lexicon Of(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var counts = new Dictionary<string, int>();
        string pending = "";
        foreach (string line in lines)
        {
            string text = pending + line.Trim();
            pending = "";
            if (text.EndsWith('-'))
            {
                int start = text.LastIndexOf(' ') + 1;
                (pending, text) = (text[start..^1], text[..start]);
            }
            Add(text);
        }
        Add(pending);
        if (counts.Count == 0) throw new ArgumentException("There is no word in the lines.", nameof(lines));
        return new Lexicon(counts);

        void Add(string text)
        {
            foreach (Range word in WordsOf(text)) counts[text[word]] = counts.GetValueOrDefault(text[word]) + 1;
        }
    }

    /// <summary>How often a word was seen; 0 if never.</summary>
    /// <param name="word">As it is written.</param>
    public int CountOf(string word) => _counts.GetValueOrDefault(word);

    /// <summary>
    /// The known word with the fewest substitutions, insertions and deletions of characters (Levenshtein, 1966); of several the
    /// most frequent one.
    /// </summary>
    /// <param name="word">A word; it may be known itself.</param>
    /// <param name="mostEdits">How far the nearest may be, at least 0.</param>
    /// <returns>Null where none is so near.</returns>
    /// <example><code>words.Nearest("virtnd")   // "virtud"</code></example>
    public string? Nearest(string word, int mostEdits = 1)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentOutOfRangeException.ThrowIfNegative(mostEdits);
        if (_counts.ContainsKey(word)) return word;
        (string? best, int least) = (null, mostEdits);
        for (int length = Math.Max(1, word.Length - mostEdits); length <= word.Length + mostEdits; length++)
        {
            foreach (string known in _byLength[length])
            {
                int edits = Edits(word, known);
                if (edits > least || (edits == least && best is not null && _counts[known] <= _counts[best])) continue;
                (best, least) = (known, edits);
            }
        }
        return best;
    }

    /// <summary>
    /// A line with each unknown word replaced by its nearest known one. Words at a line's ends stay, since they may be halves of
    /// broken ones, and so do short ones, which are near to too many.
    /// </summary>
    /// <param name="line">What was read.</param>
    /// <param name="mostEdits">How far the nearest may be, at least 0.</param>
    /// <param name="shortest">Characters of the shortest word that is replaced.</param>
    /// <example><code>words.Correct("y la virtnd es")   // "y la virtud es"</code></example>
    public string Correct(string line, int mostEdits = 1, int shortest = 5)
    {
        ArgumentNullException.ThrowIfNull(line);
        var corrected = new StringBuilder();
        int done = 0;
        foreach (Range range in WordsOf(line))
        {
            (int at, int length) = range.GetOffsetAndLength(line.Length);
            if (at == 0 || at + length >= line.TrimEnd('-', ' ').Length || length < shortest) continue;
            if (Nearest(line[range], mostEdits) is not { } nearest) continue;
            corrected.Append(line, done, at - done).Append(nearest);
            done = at + length;
        }
        return corrected.Append(line, done, line.Length - done).ToString();
    }

    private static IEnumerable<Range> WordsOf(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            int start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            yield return start..i;
        }
    }

    private static int Edits(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
