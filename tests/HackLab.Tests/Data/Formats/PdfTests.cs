#pragma warning disable xUnit1051 // the pages are so small that nobody would stop their reading
using System.Globalization;
using System.Text;
using HackLab.Data;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

/// <summary>What needs Poppler is skipped, and said so, where it is not installed.</summary>
public sealed class PdfTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_scan_is_read_pixel_by_pixel_at_its_own_resolution()
    {
        PdfFile file = Open(Scan());
        PdfPage page = Assert.Single(file.Pages);
        Assert.Equal((1, 28.8, 19.2), (page.Number, page.Width, page.Height));
        Assert.InRange(page.ScanResolution, 29.9, 30.1);   // 12 pixels on 28.8 points
        RasterImage image = file.Render(page);
        Assert.Equal((12, 8, 3), (image.Width, image.Height, image.Channels));
        Assert.Equal(Enumerable.Range(0, 96).Select(i => (ushort)(i * 2)), image.Samples.Where((_, i) => i % 3 == 0));
        Assert.Equal((24, 16), (file.Render(page, 60).Width, file.Render(page, 60).Height));
    }

    [Fact]
    public void A_name_that_looks_like_options_or_commands_is_only_a_name()
    {
        byte[] scan = Scan();
        foreach (string name in new[] { "-v", "a b;echo $(x) 'y' \"z\".pdf", "ü.pdf" })
        {
            Assert.Single(Open(scan, name).Pages);
        }
    }

    [Fact]
    public void A_page_of_a_size_to_fill_the_memory_is_refused_before_it_is_made()
    {
        PdfFile file = Open(Scan("[0 0 14400 14400]"));
        Assert.Contains("samples", Assert.Throws<DataFormatException>(() => file.Render(file.Pages[0], 600)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => file.Render(file.Pages[0], 0));
        Assert.Throws<ArgumentException>(() => file.Render(file.Pages[0], double.NaN));
    }

    [Fact]
    public void What_is_no_pdf_file_is_refused()
    {
        Assert.Contains("%PDF-", Assert.Throws<DataFormatException>(() => Pdf.Open(_folder.Write("a.pdf", "<html>"u8.ToArray()))).Message, StringComparison.Ordinal);
        Assert.Contains("none of that name", Assert.Throws<DataFormatException>(() => Pdf.Open(_folder.PathOf("none.pdf"))).Message, StringComparison.Ordinal);
        Assert.Contains("pdfinfo says", Assert.Throws<DataFormatException>(() => Open("%PDF-1.4\nnothing more"u8.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_absent_is_named_with_the_way_to_install_it()
    {
        MissingToolException e = Assert.Throws<MissingToolException>(() => Poppler.Text("no-such-program", [], "a.pdf", CancellationToken.None));
        Assert.Contains("no-such-program", e.Message, StringComparison.Ordinal);
        Assert.Contains("apt install poppler-utils", e.Message, StringComparison.Ordinal);
        Assert.Contains("brew install poppler", e.Message, StringComparison.Ordinal);
        Assert.Contains("Windows", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_hangs_is_stopped_by_the_caller_and_by_the_clock()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It takes a program that waits, and Windows has no sleep.");
        using var stop = new CancellationTokenSource();
        Task<string> running = Task.Run(() => Poppler.Text("sleep", ["600"], "a.pdf", stop.Token));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Throws<TimeoutException>(() => Poppler.Run("sleep", ["600"], "a.pdf", 10, CancellationToken.None, TimeSpan.FromMilliseconds(50)));
        Assert.Contains("at most 1,000 bytes", Assert.Throws<DataFormatException>(() => Poppler.Run("yes", [], "a.pdf", 1000, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_picture_of_a_page_tells_its_resolution()
    {
        const string List = """
            page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
            --------------------------------------------------------------------------------------------
               1     0 image    1252   915  rgb     3   8  jpx    no        33  0   150   150  143K 4.3%
               1     1 image     319    27  index   1   8  jpx    no      5929  0   354   365 7736B  90%
               1     2 smask     950    78  gray    1   8  image  no      5929  0     1     1 2629B 3.5%
               3     3 image     100   100  gray    1   8  image  no  [inline]      72    73 2629B 3.5%
               9     4 image     100   100  gray    1   8  image  no         1  0    72    73 2629B 3.5%
            """;
        IReadOnlyList<PdfPage> pages = PopplerText.Pages("a.pdf", "Pages: 3\nPage    1 size:  303.96 x 439.2 pts\nPage    1 rot: 0\nPage    2 size:  595 x 842 pts (A4)\nPage    3 size: 1 x 2 pts");
        Assert.Equal([150, 0, 73], PopplerText.WithScans(pages, List).Select(page => page.ScanResolution));
        Assert.Equal([303.96, 595, 1], pages.Select(page => page.Width));
        MutatedFiles.Read([Encoding.ASCII.GetBytes("Page    1 size:  303.96 x 439.2 pts\n" + List), Encoding.ASCII.GetBytes("Page 1 size: 1 x 1\nPage 2 size: 1 x 1\n 2 3 image 1 1 a b 1 8 x 72 72 1K 2%")], path =>
        {
            string text = File.ReadAllText(path);
            Assert.NotEmpty(PopplerText.WithScans(PopplerText.Pages(path, text), text));
        }, ".txt");
    }

    [Fact]
    public void Damaged_files_give_pages_or_a_DataFormatException()
    {
        byte[] scan = Scan();
        Open(scan);
        // Three programs are started for each file: some hundred files take as long as ten thousand of the other formats.
        MutatedFiles.Read([scan], path =>
        {
            PdfFile file = Pdf.Open(path);
            foreach (PdfPage page in file.Pages.Take(2)) Assert.True(file.Render(page, 20).Samples.Length > 0);
        }, ".pdf", count: 60);
    }

    [Theory]   // size and means of page 2 by PIL, of the scan itself as pdfimages takes it out; page 1 shows half of its scan
    [InlineData(1, 634, 915, 0, 0, 0)]
    [InlineData(2, 1271, 909, 217.26270471, 207.39010282, 189.94876309)]
    public void Real_scans_load(int number, int width, int height, double red, double green, double blue)
    {
        SkipWithoutPoppler();
        PdfFile file = Pdf.Open(RealFile.PathOf("renaissance", "Padilla - Nobleza virtuosa_testExtract.pdf"));
        Assert.Equal(16, file.Pages.Count);
        Assert.All(file.Pages, page => Assert.Equal(150, page.ScanResolution, 0.1));
        RasterImage image = file.Render(file.Pages[number - 1]);
        Assert.Equal((width, height), (image.Width, image.Height));
        if (red == 0) return;
        foreach ((int c, double mean) in new[] { (0, red), (1, green), (2, blue) }) Assert.Equal(mean, image.Samples.Where((_, i) => i % 3 == c).Average(value => value), 0.1);
    }

    private PdfFile Open(byte[] pdf, string name = "a.pdf")
    {
        SkipWithoutPoppler();
        return Pdf.Open(_folder.Write(name, pdf));
    }

    private static void SkipWithoutPoppler()
    {
        try
        {
            Poppler.Text("pdfinfo", ["-v"], "a.pdf", CancellationToken.None);
        }
        catch (MissingToolException e)
        {
            Assert.Skip(e.Message);
        }
        catch (DataFormatException)
        {
            // It is here, and writes its version to the error output.
        }
    }

    // One page with a grey picture of 12 × 8 pixels, pixel i of brightness 2 i, on all of it.
    private static byte[] Scan(string box = "[0 0 28.8 19.2]")
    {
        string pixels = string.Concat(Enumerable.Range(0, 96).Select(i => (i * 2).ToString("x2", CultureInfo.InvariantCulture))) + ">";
        const string Content = "28.8 0 0 19.2 0 0 cm /I Do";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            $"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
            $"<</Length {Content.Length}>>stream\n{Content}\nendstream",
            $"<</Type/XObject/Subtype/Image/Width 12/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/ASCIIHexDecode/Length {pixels.Length}>>stream\n{pixels}\nendstream",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (int i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
