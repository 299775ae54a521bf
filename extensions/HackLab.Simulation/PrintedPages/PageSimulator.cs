using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.PrintedPages;

/// <summary>
/// Simulates pages of a small book as Spain printed them around 1640: one column of 24 justified lines between rules, title and
/// page
/// number above, catchword below; then spread ink, uneven type, a bent sheet, the other side shining through, and noise.
/// Left out: italic notes in the margin, initials and ornaments, ligatures, stains, wormholes, the fold's shadow, the scan's
/// edges.
/// </summary>
public static class PageSimulator
{
    /// <summary>Lines of a page.</summary>
    public const int Lines = 24;

    /// <summary>Rows of a line's box: a little more than from line to line, so that neighbours look in as in a real
    /// crop.</summary>
    public const int LineHeight = 32;

    /// <summary>The row of a line's box that its small letters stand on: their lowest pixels are in the row above it.</summary>
    public const int BaselineInBox = 23;

    private const int Side = 60, Above = 90, Below = 60;
    private const int Gap = 6;
    private static readonly string[] s_titles = ["Virtud y nobleza.", "Espejo de virtudes.", "De la prudencia.", "Avisos a un hijo."];

    /// <summary>Simulates pages.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same pages on every machine.</param>
    /// <param name="options">How clean the print is; null for the default.</param>
    /// <param name="source">Where letters come from; null for <see cref="StrokeAlphabet.Default"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the source has no small letters.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>PrintedPage page = PageSimulator.Generate(1, seed: 42)[0];</code></example>
    public static IReadOnlyList<PrintedPage> Generate(
        int count, long seed = 42, PrintOptions? options = null, IGlyphSource? source = null, CancellationToken cancellation = default) =>
        Generate(0, count, seed, options, source, cancellation);

    /// <summary>Pages from the given one on.</summary>
    internal static IReadOnlyList<PrintedPage> Generate(
        int first, int count, long seed, PrintOptions? options, IGlyphSource? source, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        options = (options ?? new PrintOptions()).Checked();
        source ??= StrokeAlphabet.Default;
        if (!source.Symbols.Contains('e')) throw new ArgumentException("The source has no letter e.", nameof(source));
        var pages = new PrintedPage[count];
        // A stream of its own for every page: threads do not matter.
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, i =>
            pages[i] = Print(new SeededRandom(seed, first + i + 1), options, source));
        return pages;
    }

    private static PrintedPage Print(SeededRandom random, PrintOptions options, IGlyphSource source)
    {
        var canvas = new Canvas(options.LineWidth + (2 * Side), (Lines * options.LinePitch) + Above + Below);
        var setter = new LineSetter(source, options, random);
        var set = new LineSetter.SetLine[Lines];
        for (int i = 0; i < Lines; i++)
        {
            set[i] = setter.Next();
            Stamp(canvas, set[i], Side, Baseline(i, options), options, random);
        }
        Surround(canvas, setter, options, source, random);
        float[] shifts = Bend(random, canvas.Width, options.Warp);
        canvas.Warp(shifts);
        var lines = new PrintedLine[Lines];
        int across = options.LineWidth + (2 * Gap);
        int mean = (int)MathF.Round(Mean(shifts));
        for (int i = 0; i < Lines; i++)
        {
            int top = Baseline(i, options) + mean - BaselineInBox;
            lines[i] = new PrintedLine(set[i].Text, set[i].Printed, Side - Gap, top, across, LineHeight);
        }
        return new PrintedPage(Paper.Print(canvas, options, random), canvas.Width, canvas.Height, lines);
    }

    private static int Baseline(int line, PrintOptions options) => Above + (line * options.LinePitch) + (options.LinePitch * 3 / 4);

    private static void Stamp(Canvas canvas, LineSetter.SetLine line, int left, int baseline, PrintOptions options, SeededRandom random)
    {
        foreach ((Glyph glyph, int x) in line.Letters)
        {
            // Type stands a little high or low now and then, and takes ink unevenly.
            int height = random.NextInt(16) switch { 0 => -1, 1 => 1, _ => 0 };
            float strength = 1 - (float)(options.Unevenness * Math.Abs(random.NextNormal()));
            float fadeX = (float)(options.Wear * random.NextNormal()), fadeY = (float)(options.Wear * random.NextNormal());
            canvas.Set(glyph, left + x, baseline + height, Math.Max(strength, 0.3f), fadeX, fadeY);
        }
    }

    private static void Surround(Canvas canvas, LineSetter setter, PrintOptions options, IGlyphSource source, SeededRandom random)
    {
        int left = Side - Gap, right = Side + options.LineWidth + Gap, top = Above - 8, bottom = Above + (Lines * options.LinePitch) + 6;
        Rule(canvas, left, top, left, bottom, random);
        Rule(canvas, right, top, right, bottom, random);
        Rule(canvas, left, top, right, top, random);
        Rule(canvas, left, bottom, right, bottom, random);
        string title = s_titles[random.NextInt(s_titles.Length)];
        Words(canvas, OldSpelling.InType(title, random, 0).Set, Side + (options.LineWidth / 4), top - 12, source, random);
        Words(canvas, $"{1 + random.NextInt(299)}", Side + 10, top - 12, source, random);
        Words(canvas, setter.Catchword(), Side + options.LineWidth - 60, bottom + 26, source, random);
    }

    private static void Words(Canvas canvas, string text, int x, int baseline, IGlyphSource source, SeededRandom random)
    {
        double at = x;
        foreach (char c in text)
        {
            if (!source.Symbols.Contains(c))
            {
                at += source.Blank;
                continue;
            }
            Glyph glyph = source.Take(c, random);
            canvas.Set(glyph, (int)Math.Round(at), baseline, 1);
            at += glyph.Advance + 1;
        }
    }

    // A printer's rule: two pixels wide, with breaks where it took no ink.
    private static void Rule(Canvas canvas, int x0, int y0, int x1, int y1, SeededRandom random)
    {
        int length = Math.Max(x1 - x0, y1 - y0);
        float ink = 0.8f;
        for (int i = 0; i <= length; i++)
        {
            if (i % 16 == 0) ink = random.NextInt(9) == 0 ? 0.15f : 0.6f + (0.35f * (float)random.NextDouble());
            int x = x1 > x0 ? x0 + i : x0, y = y1 > y0 ? y0 + i : y0;
            canvas.Ink[(y * canvas.Width) + x] = ink;
            canvas.Ink[(x1 > x0 ? y + 1 : y) * canvas.Width + (x1 > x0 ? x : x + 1)] = 0.7f * ink;
        }
    }

    // A slope and a bow, and smooth bends between knots 80 pixels apart.
    private static float[] Bend(SeededRandom random, int width, double strength)
    {
        const int knot = 80;
        double slope = strength * random.NextNormal(), bow = strength * random.NextNormal();
        var knots = new double[(width / knot) + 3];
        for (int i = 0; i < knots.Length; i++) knots[i] = 0.4 * strength * random.NextNormal();
        var shifts = new float[width];
        for (int x = 0; x < width; x++)
        {
            double u = (2.0 * x / width) - 1, part = (double)(x % knot) / knot, s = part * part * (3 - (2 * part));
            int k = x / knot;
            shifts[x] = (float)((slope * u) + (bow * ((u * u) - 0.33)) + ((1 - s) * knots[k]) + (s * knots[k + 1]));
        }
        return shifts;
    }

    private static float Mean(float[] values)
    {
        double sum = 0;
        foreach (float value in values) sum += value;
        return (float)(sum / values.Length);
    }
}
