using HackLab.Cli;
using HackLab.Cli.Results;
using HackLab.Cli.Running;
using HackLab.Lessons.Authoring;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class CourseResultsTests : IDisposable
{
    private static readonly MetricBand Band = new("AUC of the trees", "auc", Smoke: [0.5, 0.9], Class: [0.8, 0.9], Reported: true);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_has_value_interval_limits_of_the_scale_and_minutes_and_a_lesson_is_named_once()
    {
        string[] lines = CourseResults.Table([Lesson(new(Band, [0.8, 0.9], 0.8256, 0.8211, 0.83), new(Band with { What = "PSNR" }, null, 18.54), new(Band with { Reported = false }, null, 1))], "Then.").Split('\n');
        Assert.Equal("Then. In brackets: 95 % bootstrap interval. Minutes: the whole solved lesson.", lines[0]);
        Assert.Equal("| higgs/2 | AUC of the trees | 0.826 (0.821 to 0.830) | 0.800 to 0.900 | 1.5 |", lines[4]);
        Assert.Equal("|  | PSNR | 18.5 |  |  |", lines[5]);
    }

    [Fact]
    public void What_could_not_be_told_is_said_to_have_failed() =>
        Assert.Contains("| AUC of the trees | failed | 0.500 to 0.900 |", CourseResults.Table([Lesson(new BandReading(Band, [0.5, 0.9], null, Failure: "no"))], ""), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.85, null, null)]
    [InlineData(0.95, null, "AUC of the trees is 0.95; it should lie between 0.8 and 0.9")]
    [InlineData(double.NaN, null, "AUC of the trees is NaN; it should lie between 0.8 and 0.9")]
    [InlineData(null, "it does not compile", "it does not compile")]
    public void What_lies_outside_of_its_limits_or_has_no_value_is_at_fault(double? value, string? failure, string? fault)
    {
        Assert.Equal(fault, new BandReading(Band, [0.8, 0.9], value, Failure: failure).Fault);
        Assert.Equal(failure, new BandReading(Band, null, value, Failure: failure).Fault);
    }

    [Fact]
    public void The_table_replaces_what_stands_between_the_marks_and_nothing_else()
    {
        string file = _folder.Write("README.md", "before\n<!-- results: written by hacklab run --report -->\nold\n<!-- end of results -->\nafter\n");
        CourseResults.WriteInto(file, "new\n");
        Assert.Equal("before\n<!-- results: written by hacklab run --report -->\nnew\n<!-- end of results -->\nafter\n", File.ReadAllText(file));
    }

    [Fact]
    public void A_file_without_marks_is_left_as_it_is()
    {
        string file = _folder.Write("README.md", "mine\n");
        Assert.Contains("no place for the results", Assert.Throws<UsageException>(() => CourseResults.WriteInto(file, "new\n")).Message, StringComparison.Ordinal);
        Assert.Equal("mine\n", File.ReadAllText(file));
    }

    private static NotebookOutcome Lesson(params BandReading[] metrics) => new("higgs/2", "/x") { Elapsed = TimeSpan.FromSeconds(90), Metrics = metrics };
}
