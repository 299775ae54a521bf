using System.Globalization;

namespace HackLab.Data;

/// <summary>Understands what pdfinfo and pdfimages write.</summary>
internal static class PopplerText
{
    /// <summary>The pages, by lines of pdfinfo such as <c>Page    1 size:  303.96 x 439.2 pts</c>.</summary>
    internal static IReadOnlyList<PdfPage> Pages(string path, string pdfinfo)
    {
        var pages = new List<PdfPage>();
        foreach (string[] words in Lines(pdfinfo))
        {
            if (words is not ["Page", var number, "size:", var width, "x", var height, ..]) continue;
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int n) || n != pages.Count + 1 || !TryNumber(width, out double w) || !TryNumber(height, out double h))
                throw new DataFormatException(path, $"the size of page {pages.Count + 1} from pdfinfo", string.Join(' ', words), "The file is damaged: fetch it again.");
            pages.Add(new PdfPage(n, w, h, 0));
        }
        return pages.Count > 0 ? pages : throw new DataFormatException(path, "pages", "none, by pdfinfo", "The file is damaged: fetch it again.");
    }

    /// <summary>
    /// The pages with the resolution of the picture that covers most of each, by the table of <c>pdfimages -list</c>: page, num,
    /// type, width, height, …, x-ppi and y-ppi as the fourth and third columns from the end. Stamps and logos are often finer.
    /// </summary>
    internal static IReadOnlyList<PdfPage> WithScans(IReadOnlyList<PdfPage> pages, string pdfimages)
    {
        PdfPage[] scanned = [.. pages];
        var largest = new double[scanned.Length];
        foreach (string[] words in Lines(pdfimages))
        {
            if (words.Length < 10 || words[2] != "image" || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int page) || page < 1 || page > scanned.Length) continue;
            if (!TryNumber(words[3], out double width) || !TryNumber(words[4], out double height) || !TryNumber(words[^4], out double x) || !TryNumber(words[^3], out double y)) continue;
            double area = width / x * (height / y);
            if (!(area > largest[page - 1])) continue;
            largest[page - 1] = area;
            scanned[page - 1] = scanned[page - 1] with { ScanResolution = Resolution(scanned[page - 1], width, Math.Max(x, y)) };
        }
        return scanned;
    }

    // The list has whole numbers only. Where a picture is as wide as its page, their widths tell the resolution exactly.
    private static double Resolution(PdfPage page, double width, double listed)
    {
        double exact = width / page.Width * 72;
        return Math.Abs(exact - listed) <= 0.6 ? exact : listed;
    }

    private static IEnumerable<string[]> Lines(string text) =>
        text.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number) && number > 0 && double.IsFinite(number);
}
