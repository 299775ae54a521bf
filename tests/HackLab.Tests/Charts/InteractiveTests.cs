using System.IO.Compression;
using System.Text.RegularExpressions;
using HackLab.Charts;
using HackLab.Charts.Internals.Interactive;
using Xunit;

namespace HackLab.Tests.Charts;

/// <summary>Interactive figures as HTML. What a page makes of them is checked in a browser.</summary>
public partial class InteractiveTests
{
    private const string NoLibrary = "This build has no web/plotly/plotly.min.js: it had no network and no npm.";

    private static Figure Draw(string title) => Chart.Line([0, 1], [0, 1], new() { Title = title });

    [Fact]
    public void The_picture_is_there_before_and_without_the_script()
    {
        Figure figure = Draw("Still there");
        Assert.Contains(figure.ToSvg(), figure.Interactive().ToHtml(), StringComparison.Ordinal);
        Assert.Equal(figure.ToText(), figure.Interactive().ToText());
    }

    [Fact]
    public void The_library_travels_with_the_first_figure_and_again_with_the_same_one()
    {
        Assert.SkipUnless(PlotlyLibrary.IsThere, NoLibrary);
        // Whichever figure of this process was the first one: from now on it is not these.
        Draw("The first one").Interactive().ToHtml();
        Assert.False(Carries(Draw("A second").Interactive()));
        Assert.False(Carries(Draw("A third").Interactive()));
        Assert.True(Carries(Draw("A third").Interactive(embed: true)));
        string first = InteractiveView.Key(Draw("Again and again").ToPlotlyJson());
        Assert.Equal(PlotlyLibrary.TravelsWith(first), PlotlyLibrary.TravelsWith(first));
    }

    [Fact]
    public void The_packed_library_is_the_file()
    {
        Assert.SkipUnless(PlotlyLibrary.IsThere, NoLibrary);
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(PlotlyLibrary.Packed!)),
            CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        Assert.Equal(File.ReadAllText(PlotlyLibrary.File!), reader.ReadToEnd());
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(PlotlyLibrary.File!)!, "LICENSE")), "plotly.js must come with its licence");
    }

    [Fact]
    public void A_figure_cannot_break_out_of_its_script()
    {
        Assert.SkipUnless(PlotlyLibrary.IsThere, NoLibrary);
        string html = Draw("</script><script>alert(1)</script>%KEY%%LIBRARY%").Interactive().ToHtml();
        Assert.Single(Regex.Matches(html, "<script"));
        Assert.Single(Regex.Matches(html, "</script"));
        Assert.Contains("%KEY%%LIBRARY%", html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_the_same_on_every_run()
    {
        Draw("One before").Interactive().ToHtml();
        Assert.Equal(Draw("Same").Interactive().ToHtml(), Draw("Same").Interactive().ToHtml());
    }

    [Fact]
    public void Without_the_library_the_picture_is_shown_with_a_sentence()
    {
        string html = InteractiveView.Still(Draw("Alone"));
        Assert.Contains("Run ./start once with a network connection", html, StringComparison.Ordinal);
        Assert.Contains(Draw("Alone").ToSvg(), html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    private static bool Carries(InteractiveFigure figure) => Packed().IsMatch(figure.ToHtml());

    [GeneratedRegex("packed = \"[A-Za-z0-9+/=]{100000,}\"")]
    private static partial Regex Packed();
}
