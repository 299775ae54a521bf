using System.Globalization;

namespace HackLab.Data;

/// <summary>One page of a PDF file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">In points, of which 72 are an inch.</param>
/// <param name="Height">In points.</param>
/// <param name="ScanResolution">Pixels per inch of the largest picture on it; 0 if it has none.</param>
public sealed record PdfPage(int Number, double Width, double Height, double ScanResolution);

/// <summary>A PDF file and its pages.</summary>
public sealed class PdfFile
{
    /// <summary>Pixels per inch for pages that are no scans.</summary>
    public const double UsualResolution = 150;

    // pdftoppm gives a picture that ends exactly at the border of a pixel one pixel more, and blurs all of it to fit (Splash adds
    // one to the whole part of its end; seen with 22.12). A ten-thousandth less, and every pixel of the scan stays as it is.
    private const double JustBelow = 0.9999;

    internal PdfFile(string path, IReadOnlyList<PdfPage> pages) => (Path, Pages) = (path, pages);

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>The pages, in order.</summary>
    public IReadOnlyList<PdfPage> Pages { get; }

    /// <summary>Makes a picture of a page.</summary>
    /// <param name="page">One of <see cref="Pages"/>.</param>
    /// <param name="resolution">
    /// Pixels per inch; null for that of the scan, or <see cref="UsualResolution"/> where there is none.
    /// </param>
    /// <param name="cancellation">Stops the program.</param>
    /// <returns>Red-green-blue, 8 bits.</returns>
    /// <exception cref="ArgumentException">The resolution is not above 0.</exception>
    /// <exception cref="DataFormatException">The page is damaged, or its picture would have more than 2²⁸ samples.</exception>
    /// <exception cref="MissingToolException">Poppler is not installed; the message says how to.</exception>
    /// <exception cref="TimeoutException">The program took longer than a minute.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <example><code>foreach (PdfPage page in scan.Pages) Png.Write($"page-{page.Number:00}.png", scan.Render(page));</code></example>
    public RasterImage Render(PdfPage page, double? resolution = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        double perInch = resolution ?? (page.ScanResolution > 0 ? page.ScanResolution * JustBelow : UsualResolution);
        if (!(perInch > 0) || !double.IsFinite(perInch)) throw new ArgumentException($"A resolution is above 0, not {perInch}.", nameof(resolution));
        double samples = 3 * Math.Ceiling(page.Width / 72 * perInch) * Math.Ceiling(page.Height / 72 * perInch);
        if (!(samples <= Png.MostSamples))
            throw new DataFormatException(Path, $"a page of at most {Png.MostSamples:N0} samples", $"{samples:N0} on page {page.Number} at {perInch:0} pixels per inch", "Ask for a lower resolution: Render(page, resolution: 100).");
        // The crop box is what a viewer shows, and of which pdfinfo tells the size.
        string number = page.Number.ToString(CultureInfo.InvariantCulture);
        byte[] picture = Poppler.Run(
            "pdftoppm", ["-f", number, "-l", number, "-r", perInch.ToString("0.####", CultureInfo.InvariantCulture), "-cropbox", System.IO.Path.GetFullPath(Path)],
            Path, (long)samples + (1 << 16), cancellation);
        return new PnmReader(Path, picture).Read();
    }

    /// <summary>Path and number of pages in one line.</summary>
    public override string ToString() => $"{Path}: {Pages.Count} pages";
}
