using System.Text.Json.Nodes;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Executed;

[Collection(ExecutedLessons.Name)]
public class OutcomeTests(SharedRuns runs)
{
    public static TheoryData<string> Lessons => LessonFinder.Rows;

    [Fact]
    public async Task Every_lesson_is_in_the_report_and_the_run_succeeds()
    {
        LessonRun run = await runs.Smoke;
        Assert.True(run.ExitCode == 0, run.Said);
        Assert.Equal(LessonFinder.Names, run.Notebooks.Select(one => (string)one["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal("smoke", (string?)run.Report["scale"]);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_code_cell_runs_or_says_why_not(string lesson)
    {
        JsonObject report = (await runs.Smoke)[lesson];
        Assert.Equal("ok", (string?)report["status"]);
        JsonObject[] results = [.. ((JsonArray)report["results"]!).Select(result => (JsonObject)result!)];
        Assert.Equal(LessonFinder.Read(lesson).Code.Select(cell => cell.Id), results.Select(result => (string)result["id"]!));
        Assert.All(results, result =>
        {
            string status = (string)result["status"]!;
            bool ran = status is "ok" or "expected-error", explained = status == "skipped" && !string.IsNullOrWhiteSpace((string?)result["reason"]);
            Assert.True(ran || explained, $"cell {result["id"]}: {status} {result["error"]?["message"]}");
        });
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Executed_cells_are_numbered_from_one(string lesson)
    {
        Lesson executed = (await runs.Smoke).Executed(lesson);
        int[] numbers = [.. executed.Code.Select(cell => cell.ExecutionCount).OfType<int>()];
        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
        Assert.NotEmpty(numbers);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Nothing_is_written_to_standard_error(string lesson)
    {
        Lesson executed = (await runs.Smoke).Executed(lesson);
        Assert.All(executed.Code, cell => Assert.DoesNotContain(cell.Outputs, output => output.Stream == "stderr" || output.Kind == "error"));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task The_peak_memory_is_measured(string lesson)
    {
        long bytes = (long)(await runs.Smoke)[lesson]["peakMemoryBytes"]!;
        Assert.InRange(bytes, 20_000_000, 4_000_000_000);   // no .NET process with a compiler is smaller; no laptop has more to spare
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Two_runs_give_the_same_outputs(string lesson)
    {
        Lesson first = (await runs.Smoke).Executed(lesson), second = (await runs.SmokeAgain).Executed(lesson);
        foreach ((LessonCell one, LessonCell other) in first.Code.Zip(second.Code, (one, other) => (one, other)))
        {
            if (one.Source.Contains("Open(", StringComparison.Ordinal)) continue;   // the card tells of the machine as it is
            Assert.Equal(Shown(one), Shown(other));
        }
    }

    private static string[] Shown(LessonCell cell) =>
        [.. cell.Outputs.SelectMany(output => output.Data.OrderBy(entry => entry.Key).Select(entry => $"{cell.Id} {entry.Key}: {entry.Value}")
            .Append($"{cell.Id} {output.Stream}: {output.Text}"))];
}
