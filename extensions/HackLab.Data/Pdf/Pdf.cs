using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>
/// Makes pictures of PDF pages with the programs of Poppler (pdfinfo, pdfimages, pdftoppm), which have to be installed: a scanned
/// page at the resolution of its scan, so that no pixel is thrown away or made up.
/// </summary>
public static class Pdf
{
    /// <summary>Lists the pages of a file.</summary>
    /// <param name="path">A .pdf file.</param>
    /// <param name="cancellation">Stops the programs.</param>
    /// <exception cref="DataFormatException">The file cannot be read, is damaged, or locked with a password.</exception>
    /// <exception cref="MissingToolException">Poppler is not installed; the message says how to.</exception>
    /// <exception cref="TimeoutException">A program took longer than a minute.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <example><code>PdfFile scan = Pdf.Open("Padilla.pdf"); RasterImage page = scan.Render(scan.Pages[0]);</code></example>
    public static PdfFile Open(string path, CancellationToken cancellation = default)
    {
        InputFile.Read(path, CheckSignature);
        string full = Path.GetFullPath(path);   // begins with no hyphen, so that no program takes it for an option
        IReadOnlyList<PdfPage> pages = PopplerText.Pages(path, Poppler.Text("pdfinfo", ["-f", "1", "-l", "-1", full], path, cancellation));
        return new PdfFile(path, PopplerText.WithScans(pages, Poppler.Text("pdfimages", ["-list", full], path, cancellation)));
    }

    // Readers look for it in the first 1024 bytes (ISO 32000-1, annex H.3.4.1).
    private static bool CheckSignature(InputFile file)
    {
        var start = new byte[1024];
        int read = file.ReadSome(start);
        if (start.AsSpan(0, read).IndexOf("%PDF-"u8) < 0 || file.IsPacked)
            throw file.Bad("a PDF file, with %PDF- in the first kilobyte", read == 0 ? "an empty file" : "something else", "Is this the right file? A web page that was saved instead?");
        return true;
    }
}
