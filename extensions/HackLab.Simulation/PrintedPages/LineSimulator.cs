namespace HackLab.Simulation.PrintedPages;

/// <summary>Lines cut out of simulated pages, in the order of the pages, with their text.</summary>
public static class LineSimulator
{
    /// <summary>Simulates lines.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same lines on every machine.</param>
    /// <param name="options">How clean the print is; null for the default.</param>
    /// <param name="source">Where letters come from; null for <see cref="StrokeAlphabet.Default"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>IReadOnlyList&lt;LineImage&gt; lines = LineSimulator.Generate(1000, seed: 42);</code></example>
    public static IReadOnlyList<LineImage> Generate(
        int count, long seed = 42, PrintOptions? options = null, IGlyphSource? source = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        // Pages in batches: all at once would hold forty times the pixels of their lines.
        const int batch = 32;
        var lines = new List<LineImage>(count);
        for (int first = 0; lines.Count < count; first += batch)
        {
            int pages = Math.Min(batch, ((count - lines.Count) + PageSimulator.Lines - 1) / PageSimulator.Lines);
            foreach (PrintedPage page in PageSimulator.Generate(first, pages, seed, options, source, cancellation))
            {
                foreach (PrintedLine line in page.Lines)
                {
                    if (lines.Count < count) lines.Add(Cut(page, line));
                }
            }
        }
        return lines;
    }

    private static LineImage Cut(PrintedPage page, PrintedLine line)
    {
        var pixels = new float[line.Width * line.Height];
        for (int row = 0; row < line.Height; row++)
            page.Image.AsSpan(((line.Top + row) * page.Width) + line.Left, line.Width).CopyTo(pixels.AsSpan(row * line.Width));
        return new LineImage(pixels, line.Width, line.Height, line.Text, line.Printed);
    }
}
