using HackLab.Data.Hosting;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>Loading the real scan.</summary>
public sealed partial class RenaissanceDataset
{
    private const int Edge = 40;            // pixels that are cut off on each side: the scan's black rim
    private const int Fold = 12;            // and beside the fold
    private const double SinglePage = 1.0;  // a picture no wider than high shows one page

    /// <summary>
    /// Loads the scan (.pdf) and the transcription (.docx) that lie in a folder, finds the lines of each page, and gives them
    /// their text where the transcription has as many.
    /// </summary>
    /// <param name="folder">Where both lie.</param>
    /// <param name="cancellation">Stops the work; the cell's own interrupt does so too.</param>
    /// <returns>Pages, lines with text, and what did not fit.</returns>
    /// <exception cref="DataFormatException">A file is missing or damaged, or no page fits its transcription.</exception>
    /// <exception cref="MissingToolException">Poppler is not installed; the message says how to.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <example><code>TextLines real = Datasets.Renaissance.LoadScan("renaissance").Lines;</code></example>
    public RenaissanceScan LoadScan(string folder, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, NotebookHost.Token);
        string scan = Only(folder, "*.pdf"), transcription = Only(folder, "*.docx");
        SortedDictionary<int, List<List<string>>> texts = Transcription.Parse(Docx.Read(transcription).Lines, transcription);
        var progress = new LoadProgress(Path.GetFileName(scan));
        PdfFile pdf = Pdf.Open(scan, either.Token);
        var pages = new List<BookPage>();
        var mismatches = new List<string>();
        foreach (PdfPage page in pdf.Pages)
        {
            RasterImage picture = pdf.Render(page, cancellation: either.Token);
            IReadOnlyList<BookPage> halves = Halves(picture, page.Number);
            texts.TryGetValue(page.Number, out List<List<string>>? text);
            for (int half = 0; half < halves.Count; half++)
            {
                List<string>? lines = TextOf(text, half, halves.Count);
                pages.Add(WithText(halves[half], lines, mismatches));
            }
            progress.Report((double)page.Number / pdf.Pages.Count);
        }
        progress.Done();
        LineImage[] matched = [.. pages.Where(page => page.Lines.Count > 0 && page.Lines[0].Text.Length > 0).SelectMany(page => page.Cut().Lines)];
        if (matched.Length == 0)
            throw new DataFormatException(scan, "lines as in the transcription", "none on any page", "Do scan and transcription belong together?");
        return new RenaissanceScan(pages, new TextLines("Nobleza virtuosa (real scan)", matched), mismatches);
    }

    private static string Only(string folder, string pattern)
    {
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
        return found.Length == 1 ? found[0] : throw new DataFormatException(
            folder, $"one file {pattern}", $"{found.Length}", "Give the folder with the scan (.pdf) and its transcription (.docx).");
    }

    // An opening of the book is wider than high: left and right of the fold are pages of their own.
    private static List<BookPage> Halves(RasterImage picture, int number)
    {
        float[] grey = picture.ToGrey();
        int width = picture.Width;
        if (width <= SinglePage * picture.Height) return [Part(Edge, width - Edge, "")];
        return [Part(Edge, (width / 2) - Fold, " left"), Part((width / 2) + Fold, width - Edge, " right")];

        BookPage Part(int from, int to, string side)
        {
            int w = to - from, h = picture.Height - (2 * Edge);
            var pixels = new float[w * h];
            for (int row = 0; row < h; row++) grey.AsSpan(((row + Edge) * width) + from, w).CopyTo(pixels.AsSpan(row * w));
            return new BookPage($"PDF page {number}{side}", pixels, w, h, PageLayout.FindLines(pixels, w, h));
        }
    }

    // The page's part of the transcription; null where it has none. Empty lines stand within pages too, after a heading for
    // example: then a full page's lines tell how many belong to the first.
    private static List<string>? TextOf(List<List<string>>? text, int half, int halves)
    {
        if (text is null) return null;
        if (text.Count == halves) return text[half];
        List<string> all = [.. text.SelectMany(part => part)];
        if (halves == 1) return all;
        if (all.Count <= PageSimulator.Lines) return half == 1 ? all : null;   // a book begins on the right
        int first = all.Count == 2 * PageSimulator.Lines ? PageSimulator.Lines : (all.Count + 1) / 2;
        return half == 0 ? all.GetRange(0, first) : all.GetRange(first, all.Count - first);
    }

    private static BookPage WithText(BookPage page, List<string>? text, List<string> mismatches)
    {
        if (text is null) return page;      // never transcribed: nothing to fit
        if (Evenest(page.Lines, text.Count) is not { } lines)
        {
            mismatches.Add($"{page.Name}: {page.Lines.Count} lines found, {text.Count} transcribed.");
            return page;
        }
        return page with { Lines = [.. lines.Select((line, i) => line with { Text = text[i], Printed = text[i] })] };
    }

    // A title or a catchword may have been found too: of all runs of the right length the one at the most even distances is the
    // text, if it is even enough.
    private static IReadOnlyList<PrintedLine>? Evenest(IReadOnlyList<PrintedLine> lines, int count)
    {
        if (count == 0 || lines.Count < count) return null;
        (int best, double least) = (-1, 0.25);
        for (int first = 0; first + count <= lines.Count; first++)
        {
            double[] steps = [.. Enumerable.Range(first, count - 1).Select(i => (double)Middle(lines[i + 1]) - Middle(lines[i]))];
            if (steps.Length == 0) return [lines[first]];
            double mean = steps.Average(), worst = steps.Max(step => Math.Abs(step - mean)) / mean;
            if (worst < least) (best, least) = (first, worst);
        }
        return best < 0 ? null : [.. lines.Skip(best).Take(count)];

        static int Middle(PrintedLine line) => (2 * line.Top) + line.Height;
    }
}
