using System.Text.Json;
using HackLab.Data.Renaissance;
using HackLab.Simulation.PrintedPages;
using Xunit;

namespace HackLab.Tests.Data.Renaissance;

public sealed class PageImageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Ink_is_what_scikit_image_finds()
    {
        using Stream stream = typeof(PageImageTests).Assembly.GetManifestResourceStream("HackLab.Tests.Data.Reference.pages.json")!;
        JsonElement r = JsonDocument.Parse(stream).RootElement;
        int width = r.GetProperty("width").GetInt32(), height = r.GetProperty("height").GetInt32(), edge = r.GetProperty("edge").GetInt32();
        float[] pixels = [.. r.GetProperty("bytes").EnumerateArray().Select(v => v.GetInt32() / 255f)];
        var page = new PageImage(pixels, width, height);
        // scikit-image gives the dark class's last level, HackLab the limit above it.
        double otsu = r.GetProperty("otsu").GetDouble();
        bool[] whole = page.Ink(page.Otsu());
        for (int i = 0; i < pixels.Length; i++) Assert.Equal(Math.Round(pixels[i] * 255) <= otsu, whole[i]);
        bool[] near = page.Sauvola(r.GetProperty("window").GetInt32());
        string expected = r.GetProperty("sauvola").GetString()!;
        for (int i = 0, row = edge; row < height - edge; row++)
        {
            for (int column = edge; column < width - edge; column++) Assert.Equal(expected[i++] == '1', near[(row * width) + column]);
        }
    }

    [Fact]
    public void A_page_of_one_grey_has_no_ink()
    {
        var page = new PageImage(Enumerable.Repeat(0.7f, 200 * 150).ToArray(), 200, 150);
        Assert.Equal(0.7f, page.Otsu());
        Assert.DoesNotContain(true, page.Ink(page.Otsu()));
        Assert.DoesNotContain(true, page.Sauvola());
        Assert.Equal(new PageSkew(0, 0), page.Skew());
        PageLayout layout = PageLayout.Of(page);
        Assert.Empty(layout.Lines);
        Assert.Throws<ArgumentOutOfRangeException>(() => layout.Extent(0));
        Assert.Empty(PageLayout.Of(new PageImage([1], 1, 1)).Lines);
        Assert.Equal((200, 150), (page.WithoutRim().Width, page.WithoutRim().Height));
    }

    [Fact]
    public void Pixels_that_are_too_few_or_no_numbers_are_refused()
    {
        Assert.Contains("3 pixels", Assert.Throws<ArgumentException>(() => new PageImage(new float[3], 2, 2)).Message);
        Assert.Contains("row 1, column 0", Assert.Throws<ArgumentException>(() => new PageImage([1, 1, float.NaN, 1], 2, 2)).Message);
        var page = new PageImage(new float[6], 3, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => page.Crop(1, 0, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => page.Crop(0, -1, 1, 1));
        Assert.Throws<ArgumentException>(() => page.Sauvola(window: 4));
        Assert.Throws<ArgumentException>(() => page.Sauvola(k: double.NaN));
        Assert.Throws<ArgumentException>(() => page.Straightened(new PageSkew(double.NaN, 0)));
    }

    [Fact]
    public void The_scanners_rim_goes_and_the_book_is_parted_at_its_fold_though_it_is_not_in_the_middle()
    {
        BookPage right = Simulated(6);
        BookPage whole = Simulated(5);
        const int cut = 40;     // of the left page's outer edge, so that the fold is not in the middle
        PageImage narrow = new PageImage(whole.Image, whole.Width, whole.Height).Crop(cut, 0, whole.Width - cut, whole.Height);
        BookPage left = new("left", narrow.Pixels, narrow.Width, narrow.Height, whole.Lines);
        const int rim = 24, shade = 14;
        int width = left.Width + shade + right.Width + (3 * rim), height = left.Height + (2 * rim);
        var pixels = new float[width * height];
        Array.Fill(pixels, 0.1f);
        for (int row = 0; row < left.Height; row++)
        {
            int at = ((row + rim) * width) + rim;
            left.Image.AsSpan(row * left.Width, left.Width).CopyTo(pixels.AsSpan(at));
            for (int i = 0; i < shade; i++) pixels[at + left.Width + i] = 0.9f - (0.02f * Math.Min(i, shade - 1 - i));
            right.Image.AsSpan(row * right.Width, right.Width).CopyTo(pixels.AsSpan(at + left.Width + shade));
        }
        PageImage book = new PageImage(pixels, width, height).WithoutRim();
        Assert.Equal((width - (3 * rim), left.Height), (book.Width, book.Height));
        Assert.InRange(book.Fold(), left.Width + 2, left.Width + shade - 3);
        IReadOnlyList<PageImage> halves = book.Halves();
        Assert.Equal(2, halves.Count);
        Assert.Equal(PageSimulator.Lines, PageLayout.Of(halves[0]).Lines.Count);
        Assert.Equal(PageSimulator.Lines, PageLayout.Of(halves[1]).Lines.Count);
        Assert.Single(halves[0].Halves());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.02, -0.01)]
    [InlineData(-0.015, 0.02)]
    public void A_page_askew_is_measured_and_set_upright(double slope, double lean)
    {
        BookPage page = Simulated(7, new PrintOptions { Warp = 0 });     // a bent sheet has a slope of its own
        // Shearing the other way first makes it as askew as asked for.
        PageImage askew = new PageImage(page.Image, page.Width, page.Height).Straightened(new PageSkew(-slope, -lean));
        PageSkew found = askew.Skew();
        Assert.InRange(found.Slope, slope - 0.003, slope + 0.003);
        Assert.InRange(found.Lean, lean - 0.003, lean + 0.003);
        PageLayout layout = PageLayout.Of(askew.Straightened());
        Assert.Equal(page.Lines.Count, layout.Lines.Count);
        for (int i = 0; i < layout.Lines.Count; i++)
        {
            Assert.InRange(layout.Lines[i].Top, page.Lines[i].Top - 3, page.Lines[i].Top + 3);
            Assert.InRange(layout.Lines[i].Left, page.Lines[i].Left - 12, page.Lines[i].Left + 6);
        }
    }

    [Fact]
    public void Rules_text_and_lines_of_simulated_pages_are_found_where_they_were_set()
    {
        for (long seed = 1; seed <= 3; seed++)
        {
            BookPage page = Simulated(seed);
            PageLayout layout = PageLayout.Of(new PageImage(page.Image, page.Width, page.Height));
            Assert.Equal(2, layout.UprightRules.Count);
            Assert.Equal(2, layout.LevelRules.Count);
            Assert.Equal(page.Lines.Count, layout.Lines.Count);
            Assert.Equal(page.Height, layout.RowInk.Count);
            for (int i = 0; i < layout.Lines.Count; i++)
            {
                Assert.InRange(layout.Lines[i].Top, page.Lines[i].Top - 3, page.Lines[i].Top + 3);
                Assert.InRange(layout.Extent(i), 200, layout.Right - layout.Left + 1);
            }
        }
    }

    private static BookPage Simulated(long seed, PrintOptions? options = null)
    {
        PrintedPage page = PageSimulator.Generate(1, seed, options, cancellation: Token)[0];
        return new BookPage("page", page.Image, page.Width, page.Height, page.Lines);
    }
}
