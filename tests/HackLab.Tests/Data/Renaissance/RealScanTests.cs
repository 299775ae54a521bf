using HackLab.Data;
using HackLab.Data.Renaissance;
using HackLab.Simulation.PrintedPages;
using Xunit;

namespace HackLab.Tests.Data.Renaissance;

public sealed class RealScanTests
{
    [Fact]
    public void Pages_of_a_transcription_are_parted_by_their_marks_and_empty_lines()
    {
        string[] lines = ["NOTES: rules", "", "PDF p1", "", "uno", "dos ", "", "tres", "PDF p2", "quatro"];
        SortedDictionary<int, List<List<string>>> pages = Transcription.Parse(lines, "t.docx");
        Assert.Equal([1, 2], pages.Keys);
        Assert.Equal([["uno", "dos"], ["tres"]], pages[1]);
        Assert.Equal([["quatro"]], pages[2]);
        Assert.Throws<DataFormatException>(() => Transcription.Parse(["no mark"], "t.docx"));
        Assert.Throws<DataFormatException>(() => Transcription.Parse(["PDF p1", "PDF p1"], "t.docx"));
    }

    [Fact]
    public void A_folder_without_scan_is_named() =>
        Assert.Contains("*.pdf", Assert.Throws<DataFormatException>(() => Datasets.Renaissance.LoadScan("no such folder", TestContext.Current.CancellationToken)).Message);

    [Fact]
    public void Lines_of_the_real_scan_get_their_text_and_what_does_not_fit_is_listed()
    {
        string? folder = RealDataFolder.Find();
        Assert.SkipWhen(folder is null || !Directory.Exists(Path.Combine(folder, "renaissance")), "The real scan is not here: set HACKLAB_REAL_DATA.");
        RenaissanceScan scan;
        try
        {
            scan = Datasets.Renaissance.LoadScan(Path.Combine(folder!, "renaissance"), TestContext.Current.CancellationToken);
        }
        catch (MissingToolException e)
        {
            Assert.Skip(e.Message);
            return;
        }
        Assert.Equal(31, scan.Pages.Count);
        // All eleven transcribed pictures fit line by line; two lines on the first page are set in large type.
        Assert.Equal(486, scan.Lines.Count);
        Assert.Equal(2, scan.Mismatches.Count);
        Assert.Contains(scan.Lines.Lines, line => line.Text == "tro Señor por sus rectisimos y ocul");
        Assert.All(scan.Mismatches, mismatch => Assert.Contains("PDF page 1, line", mismatch));
        // Short last lines of paragraphs stand where they should.
        Assert.Equal("digno.", scan.Pages.Single(page => page.Name == "PDF page 9 left").Lines[11].Text);
        Assert.Equal("gloria.", scan.Pages.Single(page => page.Name == "PDF page 4 left").Lines[17].Text);
        // The six openings at the end are not transcribed, but their lines are found.
        Assert.All(scan.Pages.Where(page => page.Lines[^1].Text.Length == 0), page => Assert.Equal(24, page.Lines.Count));
        Assert.Equal(scan.Lines.Count, scan.Pages.Where(page => page.Lines.Count > 0).Sum(page => page.Lines.Count(line => line.Text.Length > 0)));
        CutAlphabet letters = GlyphCutter.Cut(scan.Lines.Lines, cancellation: TestContext.Current.CancellationToken);
        Assert.All("aeionrstudlcmpſ", c => Assert.True(letters.SampleCount(c) >= 10, $"'{c}': {letters.SampleCount(c)}"));
    }
}
