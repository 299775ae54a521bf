using HackLab.Data.Catalog;
using HackLab.Data.Hosting;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>
/// Lines and pages of a Spanish book of the seventeenth century, to be read by a network. The real scan and transcription are
/// those of ML4SCI's RenAIssance challenge (Luisa de Padilla, "Nobleza virtuosa", 1637; the book is in the public domain);
/// simulated
/// pages are
/// set from letters drawn for HackLab, or from ones cut out of the scan.
/// </summary>
public sealed partial class RenaissanceDataset : IDataset
{
    private const string Scan = "Padilla - Nobleza virtuosa_testExtract.pdf";
    private const string Transcript = "Padilla - 1 Nobleza virtuosa_testTranscription.docx";

    internal RenaissanceDataset()
    {
    }

    /// <summary>Loads lines with their text: the embedded sample, new ones, or those of the real scan.</summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/>, <see cref="Size.Simulated"/> for as many as wanted, or <see cref="Size.Full"/>: scan and
    /// transcription are downloaded once, and <see cref="LoadScan"/> says more about what is found in them.
    /// </param>
    /// <exception cref="Download.DownloadException">The scan or its transcription cannot be had.</exception>
    /// <exception cref="MissingToolException">Size.Full, but Poppler is not installed; the message says how to.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>TextLines lines = Datasets.Renaissance.Load(Size.Sample);</code></example>
    public TextLines Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.IsFull)
        {
            CatalogFiles.Locate(Id, Transcript);
            return LoadScan(Path.GetDirectoryName(CatalogFiles.Locate(Id, Scan))!).Lines;
        }
        return size.Rows is { } rows ? Simulate(rows, size.Seed) : RenaissanceSample.Load();
    }

    /// <summary>Simulates lines, set and printed as asked for.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">The same seed gives the same lines on every machine.</param>
    /// <param name="options">How clean the print is; null for the default.</param>
    /// <param name="source">Where letters come from; null for drawn ones.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>TextLines clean = Datasets.Renaissance.Simulate(100, options: new PrintOptions { Noise = 0 });</code></example>
    public TextLines Simulate(int count, long seed = 42, PrintOptions? options = null, IGlyphSource? source = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new TextLines("Old Spanish lines (simulated)", LineSimulator.Generate(count, seed, options, source, NotebookHost.Token));
    }

    /// <summary>Simulates whole pages with the boxes and the text of their lines.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">The same seed gives the same pages on every machine.</param>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>BookPage page = Datasets.Renaissance.SimulatePages(1)[0];</code></example>
    public IReadOnlyList<BookPage> SimulatePages(int count, long seed = 42)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        IReadOnlyList<PrintedPage> pages = PageSimulator.Generate(count, seed, cancellation: NotebookHost.Token);
        return [.. pages.Select((page, i) => new BookPage($"Simulated page {i + 1}", page.Image, page.Width, page.Height, page.Lines))];
    }
}
