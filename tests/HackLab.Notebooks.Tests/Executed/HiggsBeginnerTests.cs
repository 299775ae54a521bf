using System.Globalization;
using System.Text.RegularExpressions;
using HackLab.Cli.Lint;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Executed;

/// <summary>What the first Higgs lesson promises its learners.</summary>
[Collection(ExecutedLessons.Name)]
public partial class HiggsBeginnerTests(SharedRuns runs)
{
    private const string Lesson = SharedRuns.FirstLesson;

    private static string? RealRows => HackLabRepository.RealData("higgs/higgs_7000.tsv") is { } train
        && HackLabRepository.RealData("higgs/higgs_500.tsv") is not null ? train : null;

    [Fact]
    public async Task On_the_sample_the_line_beats_the_baseline_and_the_trees_reach_their_band()
    {
        LessonRun run = await runs.Class;
        Assert.True(run.ExitCode == 0, run.Said);
        string printed = run.Executed(Lesson).Cell("interval").Printed;
        double baseline = Number(printed, BaselineAuc()), line = Number(printed, LineAuc()), trees = Number(printed, TreesAuc());
        Assert.True(baseline is > 0.5 and < 0.6, printed);
        Assert.InRange(line, 0.63, 0.70);
        Assert.InRange(trees, 0.75, 0.90);
    }

    [Fact]
    public async Task More_events_help_the_trees_and_not_the_line()
    {
        Lesson executed = (await runs.Class).Executed(Lesson);
        (string few, string many) = (executed.Cell("trees").Printed, executed.Cell("more").Printed);
        Assert.True(Number(many, TreesOfMany()) > Number(few, TreesOfFew()) + 0.02, few + many);
        Assert.Equal(Number(few, LineOfFew()), Number(many, LineOfMany()), 0.01);
    }

    [Fact]
    public async Task The_overfitted_model_of_the_bug_exercise_looks_perfect() =>
        Assert.Contains("AUC: 1.000", (await runs.Class).Executed(Lesson).Cell("bug-do").Printed, StringComparison.Ordinal);

    [Fact]
    public async Task Training_lowers_the_loss_in_as_many_steps_as_the_scale_asks_for()
    {
        string few = Shown((await runs.Smoke).Executed(Lesson), "train"), many = Shown((await runs.Class).Executed(Lesson), "train");
        Assert.Equal(20, Number(few, Steps()));
        Assert.Equal(200, Number(many, Steps()));
        Assert.True(Number(many, Loss()) < Number(few, Loss()) && Number(few, Loss()) < 0.6931, $"{few}{many}");
    }

    [Fact]
    public async Task On_the_real_rows_the_trees_reach_080()
    {
        SkipWithoutRealRows();
        string printed = (await runs.Class).Executed(Lesson).Cell("real-do").Printed;
        Assert.InRange(Number(printed, RealAuc()), 0.80, 0.90);
    }

    [Fact]
    public async Task It_can_be_pointed_at_the_real_rows()
    {
        SkipWithoutRealRows();
        LessonRun run = await LessonRun.StartAsync(new("class") { Paths = [AllLessons.PathOf(Lesson)], Extra = ["-p", "source=higgs/higgs_7000.tsv"] });
        Assert.True(run.ExitCode == 0, run.Said);
        Lesson executed = run.Executed(Lesson);
        Assert.Contains("7,000 rows", Shown(executed, "events"), StringComparison.Ordinal);
        string split = Shown(executed, "split-do");
        Assert.Matches(@"train +5,600 ", split);
        Assert.Matches(@"test +1,400 ", split);
        Assert.Contains("No row is in more than one part.", split, StringComparison.Ordinal);
        string printed = executed.Cell("interval").Printed;
        Assert.InRange(Number(printed, LineAuc()), 0.63, 0.75);
    }

    [Fact]
    public async Task Without_real_rows_it_says_where_it_looked_and_goes_on_with_the_sample()
    {
        using var empty = new TemporaryFolder();
        LessonRun run = await LessonRun.StartAsync(new("smoke")
        {
            Paths = [AllLessons.PathOf(Lesson)],
            Environment = new Dictionary<string, string?> { ["HACKLAB_REAL_DATA"] = empty.Path },
        });
        Assert.True(run.ExitCode == 0, run.Said);
        string printed = run.Executed(Lesson).Cell("real-do").Printed;
        Assert.StartsWith("Skipped. ", printed, StringComparison.Ordinal);
        Assert.Contains("higgs/higgs_7000.tsv", printed, StringComparison.Ordinal);
        Assert.Contains(empty.Path, printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_the_lesson_where_it_is_loaded()
    {
        LessonRun run = await LessonRun.StartAsync(new("smoke") { Paths = [AllLessons.PathOf(Lesson)], Extra = ["-p", "source=nowhere.csv"] });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nowhere.csv", run.Said, StringComparison.Ordinal);
        Assert.Contains("'sample' takes the events that come with the library", run.Said, StringComparison.Ordinal);
    }

    private static void SkipWithoutRealRows()
    {
        if (RealRows is null) Assert.Skip("The published HIGGS rows are not on this machine (HACKLAB_REAL_DATA, or shared/data beside HackLab's folder).");
    }

    private static string Shown(Lesson executed, string cell) => executed.Cell(cell).Outputs.Last().Data["text/plain"];

    private static double Number(string printed, Regex pattern)
    {
        Match match = pattern.Match(printed);
        Assert.True(match.Success, $"expected {pattern} in: {printed}");
        return double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"baseline AUC: (\d\.\d+)")]
    private static partial Regex BaselineAuc();

    [GeneratedRegex(@"line AUC: +(\d\.\d+) \(95 % interval")]
    private static partial Regex LineAuc();

    [GeneratedRegex(@"trees AUC: +(\d\.\d+) \(95 % interval")]
    private static partial Regex TreesAuc();

    [GeneratedRegex(@"straight line: +(\d\.\d+)")]
    private static partial Regex LineOfFew();

    [GeneratedRegex(@"trees: +(\d\.\d+)")]
    private static partial Regex TreesOfFew();

    [GeneratedRegex(@"straight line, 20,000 events: +(\d\.\d+)")]
    private static partial Regex LineOfMany();

    [GeneratedRegex(@"trees, 20,000 events: +(\d\.\d+)")]
    private static partial Regex TreesOfMany();

    [GeneratedRegex(@"AUC on 500 published events: (\d\.\d+)")]
    private static partial Regex RealAuc();

    [GeneratedRegex(@"Learning curve, (\d+) steps")]
    private static partial Regex Steps();

    [GeneratedRegex(@"training, now (\d\.\d+)")]
    private static partial Regex Loss();
}
