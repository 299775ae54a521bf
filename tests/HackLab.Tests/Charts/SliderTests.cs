using System.Text.RegularExpressions;
using HackLab.Charts;
using Xunit;

namespace HackLab.Tests.Charts;

public sealed class SliderTests
{
    private static Figure Draw(double height) => Chart.Line([0, 1], [0, height], new() { Title = $"up to {height}" });

    [Fact]
    public void All_figures_are_in_the_page_before_and_without_the_script()
    {
        Figure[] figures = [Draw(1), Draw(2), Draw(3)];
        string html = Chart.Slider(figures, ["1 m", "2 m", "3 m"], new() { Label = "height", Start = 1 }).ToHtml();
        Assert.All(figures, figure => Assert.Contains(figure.ToSvg(), html, StringComparison.Ordinal));
        Assert.Equal(["1 m", "2 m", "3 m"], Regex.Matches(html, "data-place=\"([^\"]*)\"").Select(match => match.Groups[1].Value));
        Assert.Contains("max=\"2\" step=\"1\" value=\"1\"", html, StringComparison.Ordinal);
        // The slider would do nothing without the script, which brings it out.
        Assert.Matches("<label [^>]*hidden>height", html);
        Assert.DoesNotMatch("https?://(?!www.w3.org)", html);
    }

    [Fact]
    public void Texts_cannot_break_out_of_the_page()
    {
        string html = Chart.Slider([Draw(1), Draw(2)], ["\"><script>", "</script>"], new() { Title = "<b>", Label = "<i>" }).ToHtml();
        Assert.Single(Regex.Matches(html, "<script"));
        Assert.Single(Regex.Matches(html, "</script"));
        Assert.DoesNotContain("<i>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_the_same_on_every_run_and_says_its_places_in_text()
    {
        SliderFigure slider = Chart.Slider([Draw(1), Draw(2)], ["1 m", "2 m"]);
        Assert.Equal(Chart.Slider([Draw(1), Draw(2)], ["1 m", "2 m"]).ToHtml(), slider.ToHtml());
        Assert.StartsWith("up to 1 (choose: 1 m, 2 m)", slider.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lens_leaves_a_galaxy_as_it_is_on_the_left_and_makes_a_ring_of_it_when_it_stands_behind()
    {
        SliderFigure lens = Chart.LensSlider();
        Assert.Equal(["1.2″", "1.1″", "1″"], lens.Places.Take(3));
        Assert.Equal("0″", lens.Places[^1]);
        Assert.All(lens.Figures, figure => Assert.Contains("the galaxy, through the lens", figure.ToText(), StringComparison.Ordinal));
        Assert.InRange(lens.ToHtml().Length, 20_000, 200_000);
        Assert.Equal(2, Chart.LensSlider([0.5, -0.5]).Figures.Count);
    }

    [Fact]
    public void Too_few_figures_or_texts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Chart.Slider([Draw(1)], ["1 m"]));
        Assert.Throws<ArgumentException>(() => Chart.Slider([Draw(1), Draw(2)], ["1 m"]));
        Assert.Throws<ArgumentException>(() => Chart.Slider([Draw(1), Draw(2)], ["1 m", "2 m"], new() { Start = 2 }));
    }
}
