using HackLab.Cli.Lint;
using HackLab.Cli.Lint.Executed;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Executed;

/// <summary>What every lesson gives when it is run as learners get it.</summary>
[Collection(ExecutedLessons.Name)]
public class OutcomeTests(SharedRuns runs)
{
    public static TheoryData<string> Lessons => AllLessons.Rows;

    [Fact]
    public async Task Every_lesson_is_in_the_report_and_the_run_succeeds()
    {
        LessonRun run = await runs.Smoke;
        Assert.True(run.ExitCode == 0, run.Said);
        Assert.Equal(AllLessons.Names, run.Notebooks.Select(one => (string)one["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal("smoke", (string?)run.Report["scale"]);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_lesson_that_is_run_twice_keeps_to_all_rules(string lesson)
    {
        ExecutedLesson first = (await runs.Smoke).Outcome(lesson), second = (await runs.SmokeAgain).Outcome(lesson);
        string[] complaints = [.. RunRules.All.Values.SelectMany(rule => rule.Check(first, second)
            .Select(complaint => $"{complaint} [{rule.Name}]"))];
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Executed_cells_are_numbered_from_one_and_are_those_of_the_lesson(string lesson)
    {
        LessonRun run = await runs.Smoke;
        int[] numbers = [.. run.Executed(lesson).Code.Select(cell => cell.ExecutionCount).OfType<int>()];
        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
        Assert.NotEmpty(numbers);
        Assert.Equal(AllLessons.Read(lesson).Code.Select(cell => cell.Id), run.Outcome(lesson).Cells.Select(cell => cell.Id));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task The_peak_memory_is_measured(string lesson)
    {
        long bytes = (await runs.Smoke).Outcome(lesson).PeakBytes;
        Assert.InRange(bytes, 20_000_000,
            4_000_000_000);   // no .NET process with a compiler is smaller; no laptop has more to spare
    }
}
