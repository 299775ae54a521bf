using HackLab.Cli.Lint;
using HackLab.Cli.Lint.Executed;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Executed;

[Collection(ExecutedLessons.Name)]
public class FigureTests(SharedRuns runs)
{
    private const string Good = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80" role="img" aria-labelledby="t d"><title id="t">Masses</title>
        <desc id="d">Two masses.</desc><path d="M0 1L2.5 -3e-1h4z"/><text x="4" y="40" transform="rotate(-90 4 40)">events</text>
        <text x="10" y="60" text-anchor="middle">1</text><text x="50" y="70" text-anchor="middle">mass [GeV]</text></svg>
        """;

    public static TheoryData<string> Pictures =>
        [.. Directory.EnumerateFiles(HackLabRepository.Notebooks, "*.svg", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(HackLabRepository.Notebooks, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task The_first_lesson_shows_at_least_six_figures()
    {
        string[] cells = [.. (await runs.Smoke).Executed("higgs/1-beginner").Code.Where(cell => FigureRules.Of(cell).Any()).Select(cell => cell.Id)];
        Assert.True(cells.Length >= 6, string.Join(", ", cells));
        Assert.Superset(new HashSet<string> { "histograms", "train", "roc", "threshold", "interval" }, cells.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Every_drawing_is_finite_described_and_small(string picture)
    {
        string text = File.ReadAllText(Path.Combine(HackLabRepository.Notebooks, picture));
        Assert.Empty(Assert.Single(SvgFigure.In(text)).Complaints(isChart: false));
    }

    [Theory]
    [InlineData("<path d=\"M0 1L2.5", "<path d=\"M0 NaNL2.5", "NN")]
    [InlineData("<path d=\"M0 1L2.5", "<path d=\"M0 InfinityL2.5", "not a number")]
    [InlineData("<path d=\"M0 1L2.5", "<path d=\"M0 1e999L2.5", "not finite")]
    [InlineData("x=\"4\"", "x=\"∞\"", "∞")]
    [InlineData("<title id=\"t\">Masses</title>", "", "no <title>")]
    [InlineData("aria-labelledby=\"t d\"", "aria-labelledby=\"t e\"", "says nothing")]
    [InlineData(" role=\"img\"", "", "role")]
    [InlineData(">mass [GeV]<", ">2<", "x axis")]
    [InlineData(" transform=\"rotate(-90 4 40)\"", "", "y axis")]
    [InlineData("</svg>", "<text></svg>", "well-formed")]
    public void A_figure_that_is_spoilt_is_noticed(string part, string instead, string complaint)
    {
        Assert.Empty(Assert.Single(SvgFigure.In(Good)).Complaints());
        Assert.Contains(part, Good, StringComparison.Ordinal);
        SvgFigure spoilt = Assert.Single(SvgFigure.In(Good.Replace(part, instead, StringComparison.Ordinal)));
        Assert.Contains(spoilt.Complaints(), found => found.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void A_drawing_without_a_number_such_as_a_circuit_has_no_axes_to_label()
    {
        const string wire = """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="One wire, one gate"><title>Circuit</title>
            <path d="M0 5h40"/><text x="2" y="5" text-anchor="end">q0</text><text x="20" y="5" text-anchor="middle">RY(1.05)</text></svg>
            """;
        Assert.Empty(Assert.Single(SvgFigure.In(wire)).Complaints());
        Assert.NotEmpty(Assert.Single(SvgFigure.In(wire.Replace("RY(1.05)", "1.05", StringComparison.Ordinal))).Complaints());
    }

    [Fact]
    public void A_figure_that_is_too_large_is_noticed() =>
        Assert.Contains(
            Assert.Single(SvgFigure.In(Good.Replace("Two masses.", new string('m', 200_000), StringComparison.Ordinal))).Complaints(),
            found => found.Contains("bytes", StringComparison.Ordinal));
}
