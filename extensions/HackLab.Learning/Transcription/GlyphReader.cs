using HackLab.Data.Hosting;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Learning;

/// <summary>
/// A reader of printed lines without a network: it knows the mean picture of each letter, and finds the cheapest way to lay letters
/// and empty columns along a line. A letter costs the squared differences of its pixels and a price of its own, an empty column the
/// squares of the ink in it; the cheapest way is found by dynamic programming (R. Bellman, 1957). Quick to learn, and a baseline for
/// those that learn more.
/// </summary>
public sealed class GlyphReader
{
    private const int Height = PageSimulator.LineHeight, Top = 4, Bottom = 31;    // the rows outside show neighbouring lines
    private const int WordGap = 6, BlankColumns = 5, LeastSamples = 5;
    private const float LetterPrice = 3;        // so that two narrow letters do not stand for a wide one for nothing

    private readonly Letter[] _letters;

    private GlyphReader(Letter[] letters) => _letters = letters;

    private sealed record Letter(char Symbol, int Width, float[] Ink);

    /// <summary>The symbols that it knows, in the order of their numbers.</summary>
    public IReadOnlyList<char> Alphabet => [.. _letters.Select(letter => letter.Symbol)];

    /// <summary>
    /// Takes letters from words that fall into as many pieces as they have symbols in <see cref="LineImage.Printed"/>; of a symbol
    /// that comes five times or more the mean of those of the usual width is kept.
    /// </summary>
    /// <param name="lines">Lines of 32 rows whose symbols are known.</param>
    /// <exception cref="ArgumentException">A line has another height, or no symbol came often enough.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>var reader = GlyphReader.Fit(train.Lines);</code></example>
    public static GlyphReader Fit(IEnumerable<LineImage> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var letters = new List<Letter>();
        foreach (var same in lines.SelectMany(Known).GroupBy(letter => letter.Symbol).Where(group => group.Count() >= LeastSamples))
        {
            int width = same.Select(letter => letter.Width).Order().ElementAt(same.Count() / 2);
            Letter[] usual = [.. same.Where(letter => letter.Width == width)];
            letters.Add(new Letter(same.Key, width, [.. Enumerable.Range(0, Height * width).Select(i => usual.Average(letter => letter.Ink[i]))]));
        }
        if (letters.Count == 0) throw new ArgumentException($"No symbol could be cut out {LeastSamples} times: do text and lines belong together?", nameof(lines));
        return new GlyphReader([.. letters.OrderBy(letter => letter.Symbol)]);
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">An image of 32 rows; its own text is not looked at.</param>
    /// <returns>The symbols, with a blank where five columns or more are empty.</returns>
    /// <exception cref="ArgumentException">The line has another height.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>string text = reader.Read(test.Lines[0]);</code></example>
    public string Read(LineImage line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Check(line);
        float[] ink = line.Ink();
        int n = line.Width;
        var cost = new float[n + 1];
        var last = new Letter?[n + 1];      // null: an empty column
        Array.Fill(cost, float.MaxValue, 1, n);
        for (int x = 0; x < n; x++)
        {
            Offer(x, 1, EmptyMisfit(ink, n, x), null);
            foreach (Letter letter in _letters)
            {
                if (x + letter.Width <= n) Offer(x, letter.Width, LetterPrice + Misfit(ink, n, x, letter), letter);
            }
        }
        var symbols = new List<char>();
        for (int x = n; x > 0; x -= last[x]?.Width ?? 1) symbols.Add(last[x]?.Symbol ?? ' ');
        symbols.Reverse();
        string[] words = new string([.. symbols]).Split(new string(' ', BlankColumns));
        return string.Join(' ', words.Select(word => word.Replace(" ", "", StringComparison.Ordinal)).Where(word => word.Length > 0));

        void Offer(int from, int width, float misfit, Letter? letter)
        {
            if (cost[from] + misfit < cost[from + width]) (cost[from + width], last[from + width]) = (cost[from] + misfit, letter);
        }
    }

    private static void Check(LineImage line)
    {
        NotebookHost.Token.ThrowIfCancellationRequested();
        if (line.Height != Height) throw new ArgumentException($"The line has {line.Height} rows; letters are known in {Height}.", nameof(line));
    }

    private static IEnumerable<Letter> Known(LineImage line)
    {
        Check(line);
        float[] ink = line.Ink();
        List<List<(int From, int To)>> words = Pieces(ink, line.Width);
        foreach ((List<(int From, int To)> pieces, string word) in words.Zip(line.Printed.Split(' ')))
        {
            if (pieces.Count != word.Length) continue;
            for (int k = 0; k < word.Length; k++)
            {
                (int from, int width) = (pieces[k].From, Math.Min(pieces[k].To - pieces[k].From + 1, line.Width - pieces[k].From));
                yield return new Letter(word[k], width, [.. Enumerable.Range(0, Height * width).Select(i => ink[(i / width * line.Width) + from + (i % width)])]);
            }
        }
    }

    private static List<List<(int From, int To)>> Pieces(float[] ink, int n)
    {
        var words = new List<List<(int From, int To)>>();
        int start = -1, end = -WordGap;
        for (int x = 0; x <= n; x++)
        {
            bool dark = false;
            for (int y = Top; x < n && y < Bottom; y++) dark |= ink[(y * n) + x] > 0.5f;
            if (dark && start < 0) start = x;
            if (dark || start < 0) continue;
            if (words.Count == 0 || start - end >= WordGap) words.Add([]);
            words[^1].Add((start, x));
            (start, end) = (-1, x);
        }
        return words;
    }

    private static float EmptyMisfit(float[] ink, int n, int x)
    {
        float sum = 0;
        for (int y = Top; y < Bottom; y++) sum += ink[(y * n) + x] * ink[(y * n) + x];
        return sum;
    }

    // Type stands a row high or low now and then: the best of three.
    private static float Misfit(float[] ink, int n, int x, Letter letter)
    {
        float least = float.MaxValue;
        for (int shift = -1; shift <= 1; shift++)
        {
            float sum = 0;
            for (int y = Top; y < Bottom && sum < least; y++)
            {
                ReadOnlySpan<float> there = ink.AsSpan(((y + shift) * n) + x, letter.Width), here = letter.Ink.AsSpan(y * letter.Width, letter.Width);
                for (int k = 0; k < there.Length; k++) sum += (there[k] - here[k]) * (there[k] - here[k]);
            }
            least = Math.Min(least, sum);
        }
        return least;
    }
}
