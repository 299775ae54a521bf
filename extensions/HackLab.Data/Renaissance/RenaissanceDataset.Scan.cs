using HackLab.Data.Hosting;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>Loading the real scan.</summary>
public sealed partial class RenaissanceDataset
{
    /// <summary>
    /// Loads the scan (.pdf) and the transcription (.docx) that lie in a folder, sets each page upright, finds its lines
    /// (<see cref="PageImage"/>, <see cref="PageLayout"/>), and gives them their text where the transcription has as many.
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
            IReadOnlyList<PageImage> halves = PageImage.Of(picture).WithoutRim().Halves();
            string name = $"PDF page {page.Number}";
            string[] names = halves.Count == 1 ? [name] : [$"{name} left", $"{name} right"];
            texts.TryGetValue(page.Number, out List<List<string>>? text);
            pages.AddRange(LineTexts.Match(names, [.. halves.Select(half => half.Straightened())], text, mismatches));
            progress.Report((double)page.Number / pdf.Pages.Count);
        }
        progress.Done();
        LineImage[] matched =
        [
            .. pages.Where(page => page.Lines.Count > 0).SelectMany(page => page.Cut().Lines).Where(line => line.Text.Length > 0),
        ];
        if (matched.Length == 0)
            throw new DataFormatException(
                scan, "lines as in the transcription", "none on any page", "Do scan and transcription belong together?");
        return new RenaissanceScan(pages, new TextLines("Nobleza virtuosa (real scan)", matched), mismatches);
    }

    private static string Only(string folder, string pattern)
    {
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
        return found.Length == 1 ? found[0] : throw new DataFormatException(
            folder, $"one file {pattern}", $"{found.Length}", "Give the folder with the scan (.pdf) and its transcription (.docx).");
    }
}
