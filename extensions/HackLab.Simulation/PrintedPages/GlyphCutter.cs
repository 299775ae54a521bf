using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.PrintedPages;

/// <summary>
/// Cuts letters out of lines whose text is known: the text's symbols get columns one after the other so that widths fit the
/// symbols'
/// usual ones and cuts run through little ink (the cheapest path, by dynamic programming). Only letters with clean cuts are kept.
/// </summary>
public static class GlyphCutter
{
    private const int MostSamples = 24;         // of a symbol
    private const int LeastSamples = 2;
    private const double InkCost = 1.2;         // of a dark pixel in a cut
    private const double BlankInkCost = 1.5;    // of a dark pixel within a blank
    private const double WidthSpread = 0.22;    // of a symbol's usual width
    private const double WidestMisfit = 0.4;

    /// <summary>Makes an alphabet from lines.</summary>
    /// <param name="lines">Lines with their text as a transcription gives it; their images hold one line each.</param>
    /// <param name="rest">Where symbols come from that the lines do not give; null for none, and then they stay out of what is
    /// set.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The symbols that were cut out cleanly at least twice.</returns>
    /// <exception cref="ArgumentException">No letter could be cut out.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>IGlyphSource letters = GlyphCutter.Cut(realLines.Lines);</code></example>
    public static CutAlphabet Cut(IReadOnlyList<LineImage> lines, IGlyphSource? rest = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var samples = new SortedDictionary<char, List<Glyph>>();
        foreach (LineImage line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach ((char symbol, Glyph glyph) in CutLine(line))
            {
                if (!samples.TryGetValue(symbol, out List<Glyph>? list)) samples.Add(symbol, list = []);
                list.Add(glyph);
            }
        }
        var kept = samples.Where(pair => pair.Value.Count >= LeastSamples).ToDictionary(pair => pair.Key, pair => Typical(pair.Value));
        if (kept.Count == 0) throw new ArgumentException("No letter could be cut out: do text and lines belong together?", nameof(lines));
        return new CutAlphabet(kept, rest);
    }

    // Cuts go wrong now and then, and each time in another way: the half that lies nearest to the mean of all is right.
    private static Glyph[] Typical(List<Glyph> glyphs)
    {
        int above = glyphs.Max(glyph => glyph.Baseline), below = glyphs.Max(glyph => glyph.Height - glyph.Baseline);
        int width = glyphs.Max(glyph => glyph.Width), height = above + below;
        var mean = new double[width * height];
        foreach (Glyph glyph in glyphs) ForEach(glyph, (at, ink) => mean[at] += ink / glyphs.Count);
        return
        [
            .. glyphs.OrderBy(glyph =>
            {
                var off = (double[])mean.Clone();
                ForEach(glyph, (at, ink) => off[at] -= ink);
                return off.Sum(value => value * value);
            }).Take(Math.Clamp((glyphs.Count + 1) / 2, 1, MostSamples)),
        ];

        void ForEach(Glyph glyph, Action<int, float> take)
        {
            for (int i = 0; i < glyph.Ink.Length; i++)
                take((((i / glyph.Width) + above - glyph.Baseline) * width) + (i % glyph.Width), glyph.Ink[i]);
        }
    }

    private static IEnumerable<(char Symbol, Glyph Glyph)> CutLine(LineImage line)
    {
        // Abbreviations are not marked in a transcription, so none are assumed.
        string symbols = OldSpelling.InType(line.Text.Trim(), new SeededRandom(1), 0).Set.Replace('à', 'a');
        float[] ink = Ink(line);
        int[] dark = new int[line.Width];
        for (int i = 0; i < ink.Length; i++)
        {
            if (ink[i] > 0.5f) dark[i % line.Width]++;
        }
        // A column dark nearly all over is a rule beside the text.
        int first = Array.FindIndex(dark, n => n > 0 && n < line.Height * 3 / 4), last = Array.FindLastIndex(dark, n => n > 0 && n < line.Height * 3 / 4);
        if (symbols.Length < 2 || first < 0 || last - first < 3 * symbols.Length) yield break;
        int[] cuts = Align(symbols, dark, first, last + 1);
        (double level, double slope) = Baseline(ink, line.Width, line.Height);
        double scale = Scale(symbols, last + 1 - first);
        for (int i = 0; i < symbols.Length; i++)
        {
            int from = cuts[i], to = cuts[i + 1];
            double misfit = Math.Abs(to - from - (scale * Usual(symbols[i]))) / (scale * Usual(symbols[i]));
            bool alone = symbols[i] == 'a' && (i == 0 || symbols[i - 1] == ' ') && (i + 1 == symbols.Length || symbols[i + 1] == ' ');
            if (symbols[i] == ' ' || alone || misfit > WidestMisfit || CutInk(dark, from) > 1 || CutInk(dark, to) > 1) continue;
            var glyph = new float[(to - from) * line.Height];
            for (int row = 0; row < line.Height; row++)
                ink.AsSpan((row * line.Width) + from, to - from).CopyTo(glyph.AsSpan(row * (to - from)));
            if (HoldsRule(glyph, to - from, line.Height)) continue;
            int baseline = (int)Math.Round(level + (slope * (((from + to) / 2) - (line.Width / 2))));
            baseline = Math.Clamp(baseline, 0, line.Height);
            ClearNeighbours(glyph, to - from, line.Height, baseline);
            yield return (symbols[i], new Glyph(glyph, to - from, line.Height, baseline, 0, to - from));
        }
    }

    // cost[i, c]: the cheapest way to give the first i symbols the columns up to c.
    private static int[] Align(string symbols, int[] dark, int first, int last)
    {
        int n = symbols.Length, columns = last - first + 1;
        double scale = Scale(symbols, last - first);
        var cost = new double[n + 1, columns];
        var from = new int[n + 1, columns];
        for (int i = 0; i <= n; i++)
        {
            for (int c = 0; c < columns; c++) cost[i, c] = double.PositiveInfinity;
        }
        cost[0, 0] = 0;
        var darkUpTo = new int[columns];
        for (int c = 1; c < columns; c++) darkUpTo[c] = darkUpTo[c - 1] + dark[first + c - 1];
        for (int i = 1; i <= n; i++)
        {
            double usual = scale * Usual(symbols[i - 1]);
            bool blank = symbols[i - 1] == ' ';
            int widest = (int)(blank ? 6 * usual : 1.8 * usual) + 2, least = blank ? 1 : Math.Max(2, (int)(0.5 * usual));
            for (int c = least; c < columns; c++)
            {
                double cut = c == columns - 1 ? 0 : InkCost * Math.Min(dark[first + c], 6);
                for (int width = least; width <= Math.Min(widest, c); width++)
                {
                    double before = cost[i - 1, c - width];
                    if (double.IsPositiveInfinity(before)) continue;
                    double off = (width - usual) / (blank ? 1.2 * usual : WidthSpread * usual);
                    double total = before + cut + (off * off) + (blank ? BlankInkCost * (darkUpTo[c] - darkUpTo[c - width]) : 0);
                    if (total < cost[i, c]) (cost[i, c], from[i, c]) = (total, c - width);
                }
            }
        }
        var cuts = new int[n + 1];
        int at = columns - 1;
        for (int i = n; i >= 0; i--)
        {
            cuts[i] = first + at;
            at = i > 0 ? from[i, at] : 0;
        }
        return cuts;
    }

    private static double Usual(char symbol) =>
        symbol == ' ' ? 0.5 : StrokeShapes.All.TryGetValue(symbol, out var shape) ? shape.Advance + 0.05 : 0.8;

    private static double Scale(string symbols, int width)
    {
        double sum = 0;
        foreach (char symbol in symbols) sum += Usual(symbol);
        return width / sum;
    }

    private static int CutInk(int[] dark, int column) => (uint)column < (uint)dark.Length ? dark[column] : 0;

    private static float[] Ink(LineImage line)
    {
        (float paper, float contrast) = line.Tones();
        // What is a little darker than paper is its grain or the other side: no ink.
        return Array.ConvertAll(line.Pixels, value => Math.Clamp((((paper - value) / contrast) - 0.12f) / 0.88f, 0, 1));
    }

    // Small letters end there: the straight line, level or nearly so, with the largest fall of ink to what is below.
    private static (double Level, double Slope) Baseline(float[] ink, int width, int height)
    {
        (double level, double slope, double fall) = (height * 2.0 / 3, 0, 0);
        var rows = new double[height];
        for (int k = -16; k <= 16; k++)
        {
            double tilt = k * 0.0025;
            Array.Clear(rows);
            for (int i = 0; i < ink.Length; i++)
            {
                int row = (i / width) - (int)Math.Round(tilt * ((i % width) - (width / 2)));
                if ((uint)row < (uint)height) rows[row] += ink[i];
            }
            for (int row = height / 2; row + 2 < height; row++)
            {
                double here = rows[row - 1] + rows[row] - rows[row + 1] - rows[row + 2];
                if (here > fall) (level, slope, fall) = (row + 1, tilt, here);
            }
        }
        return (level, slope);
    }

    // No letter is as high as the box of its line: a column with ink nearly all the way is part of a rule.
    private static bool HoldsRule(float[] glyph, int width, int height)
    {
        for (int column = 0; column < width; column++)
        {
            int inked = 0;
            for (int row = 0; row < height; row++) inked += glyph[(row * width) + column] > 0.1f ? 1 : 0;
            if (inked > height * 4 / 5) return true;
        }
        return false;
    }

    // Ink that comes in from above or below belongs to the next line: rows far from the baseline that no ink joins to it.
    private static void ClearNeighbours(float[] glyph, int width, int height, int baseline)
    {
        const float trace = 0.15f;
        int middle = Math.Clamp(baseline - 5, 0, height - 1);
        Clear(-1, Math.Max(0, baseline - 14));
        Clear(1, Math.Min(height - 1, baseline + 3));

        void Clear(int step, int free)
        {
            // Marks above a small letter stand apart from it, so rows up to an ascender's height stay; beyond, the first empty
            // row ends it.
            bool ended = false;
            for (int row = middle; (uint)row < (uint)height; row += step)
            {
                Span<float> line = glyph.AsSpan(row * width, width);
                bool beyond = step < 0 ? row < free - 6 : row > free;
                if (beyond && line.IndexOfAnyExceptInRange(0, trace) < 0) ended = true;
                if (ended) line.Clear();
            }
        }
    }
}
