using HackLab.Data.Renaissance;
using HackLab.Simulation.PrintedPages;
using Xunit;

namespace HackLab.Tests.Data.Renaissance;

public sealed class LineTextsTests
{
    private static readonly string[] s_names = ["left", "right"];

    [Fact]
    public void Lines_of_both_pages_get_their_text_though_the_transcription_parts_paragraphs_only()
    {
        (PageImage[] pages, List<string> text) = TwoPages();
        var mismatches = new List<string>();
        BookPage[] read = [.. LineTexts.Match(s_names, pages, [text[..10], text[10..20], text[20..]], mismatches)];
        Assert.Empty(mismatches);
        Assert.Equal(text, read.SelectMany(page => page.Lines).Select(line => line.Text));
    }

    [Fact]
    public void A_page_with_another_number_of_lines_is_listed_and_has_no_text()
    {
        (PageImage[] pages, List<string> text) = TwoPages();
        var mismatches = new List<string>();
        BookPage[] read = [.. LineTexts.Match(s_names, pages, [text[..24], text[25..]], mismatches)];
        Assert.Equal(["right: 24 lines found, 23 transcribed."], mismatches);
        Assert.All(read[0].Lines, line => Assert.NotEqual("", line.Text));
        Assert.All(read[1].Lines, line => Assert.Equal("", line.Text));
    }

    [Fact]
    public void A_line_far_too_long_for_its_text_is_listed_and_has_none()
    {
        (PageImage[] pages, List<string> text) = TwoPages();
        text[3] = "gloria.";
        var mismatches = new List<string>();
        BookPage[] read = [.. LineTexts.Match(s_names, pages, [text], mismatches)];
        Assert.Contains("left, line 4: 'gloria.'", Assert.Single(mismatches));
        Assert.Equal("", read[0].Lines[3].Text);
        Assert.Equal(text[4], read[0].Lines[4].Text);
    }

    [Fact]
    public void A_page_that_was_never_transcribed_has_lines_without_text_and_is_not_listed()
    {
        (PageImage[] pages, _) = TwoPages();
        var mismatches = new List<string>();
        BookPage[] read = [.. LineTexts.Match(s_names, pages, null, mismatches)];
        Assert.Empty(mismatches);
        Assert.All(read, page => Assert.Equal(PageSimulator.Lines, page.Lines.Count(line => line.Text.Length == 0)));
    }

    private static (PageImage[] Pages, List<string> Text) TwoPages()
    {
        IReadOnlyList<PrintedPage> printed = PageSimulator.Generate(2, 21, cancellation: TestContext.Current.CancellationToken);
        return ([.. printed.Select(page => new PageImage(page.Image, page.Width, page.Height))], [.. printed.SelectMany(page => page.Lines.Select(line => line.Text))]);
    }
}
