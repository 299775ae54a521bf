using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Release;

/// <summary>The real command over a small lesson: what it makes, and that it sees whatever is wrong.</summary>
public class ReleaseTests
{
    private static readonly Dictionary<string, (string Said, Action<SmallLesson> Spoil)> Spoilt = new()
    {
        ["an answer that does not pass"] = ("solved: was not yet", lesson => lesson.Exercise(0)["probes"]![0]!["shape"] = new JsonArray(3)),
        ["learners who get the right answer"] = ("solved: was not started", lesson => lesson.Write("mean", "double[] x = [1, 2, 3, 6];\ndouble mean = x.Average();   //!\n//? double mean = Math.Sqrt(9);\nCheck(\"SMA-B-1\", mean);")),
        ["learners who get what does not compile"] = ("untouched: CompilationError", lesson => lesson.Write("mean", "double[] x = [1, 2, 3, 6];\ndouble mean = x.Average();   //!\n//? double mean = Blank<int>;\nCheck(\"SMA-B-1\", mean);")),
        ["a wrong answer that passes"] = ("was passed, not not yet", lesson => lesson.Exercise(0)["wrong"]![0]!["code"] = "double mean = x.Sum() / 4;"),
        ["a wrong answer with another's message"] = ("was told", lesson => lesson.Exercise(0)["wrong"]![0]!["code"] = "double mean = x.Sum() / 3;"),
        ["two wrong answers with one message"] = ("same message", lesson => lesson.Exercise(0)["wrong"]![1] = JsonNode.Parse("""{ "code": "double mean = 0;", "message": "that is the sum" }""")),
        ["one wrong answer alone"] = ("at least two", lesson => ((JsonArray)lesson.Exercise(0)["wrong"]!).RemoveAt(0)),
        ["an unknown misconception"] = ("no misconception 'no-such'", lesson => lesson.Exercise(0)["wrong"]![1]!["misconception"] = "no-such"),
        ["a wrong answer that does not compile"] = ("CompilationError", lesson => lesson.Exercise(0)["wrong"]![0]!["code"] = "double mean = ;"),
        ["no question among the hints"] = ("not a question", lesson => lesson.Exercise(0)["hints"]![0] = "Count them."),
        ["two hints"] = ("has 2 hints", lesson => ((JsonArray)lesson.Exercise(0)["hints"]!).RemoveAt(2)),
        ["no why"] = ("has no why", lesson => lesson.Exercise(0)["why"] = ""),
        ["a budget too small"] = ("its budget is", lesson => lesson.Exercise(0)["budgetSeconds"] = 1e-9),
        ["a metric outside its band"] = ("mean is 3; it should lie between 4 and 5", lesson => lesson.Draft["bands"]![0]!["smoke"] = new JsonArray(4, 5)),
        ["a cell that fails"] = ("cell open", lesson => lesson.Write("open", "int.Parse(\"no number\")")),
        ["an exercise that is not checked"] = ("no cell checks the exercise SMA-B-1", lesson => lesson.Write("mean", "double mean = 1;")),
        ["a check without an exercise"] = ("there is no exercise SMA-B-9", lesson => lesson.Write("bug", "int x = 1; //!\n//? int x = 2;\nCheck(\"SMA-B-9\", x);")),
        ["a misspelt field"] = ("hnts", lesson => lesson.Exercise(0)["hnts"] = new JsonArray()),
        ["a reply that two options share"] = ("same reply", lesson => lesson.Draft["quizzes"]![0]!["options"]![0]!["reply"] = "yes"),
    };

    public static TheoryData<string> Faults => [.. Spoilt.Keys];

    [Fact]
    public async Task A_good_lesson_is_released_proved_and_up_to_date()
    {
        using var lesson = new SmallLesson();
        (int code, string said) = await lesson.ReleaseAsync();
        Assert.True(code == 0, said);
        Assert.Contains(" passed, 0 failed", said, StringComparison.Ordinal);
        string student = File.ReadAllText(Path.Combine(lesson.Topic, "1-test.ipynb")), exercises = File.ReadAllText(Path.Combine(lesson.Topic, "exercises", "1-test.json"));
        Assert.Contains("Blank<double>()", student, StringComparison.Ordinal);
        Assert.Contains("How many are there?", student, StringComparison.Ordinal);
        Assert.Contains("](../images/x.svg)", student, StringComparison.Ordinal);
        Assert.DoesNotContain("for tutors", student, StringComparison.Ordinal);
        foreach (string open in (string[])[student, exercises, File.ReadAllText(Path.Combine(lesson.Topic, "code", "1-test.ipynb"))])
        {
            Assert.DoesNotContain("x.Average()", open, StringComparison.Ordinal);
            Assert.DoesNotContain("v.Max() - v.Min()", open, StringComparison.Ordinal);
            Assert.DoesNotContain("That is what a mean is", open, StringComparison.Ordinal);
        }
        (code, said) = await lesson.ReleaseAsync("--check");
        Assert.True(code == 0, said);
        DateTime before = File.GetLastWriteTimeUtc(Path.Combine(lesson.Topic, "exercises", "1-test.json"));
        Assert.Equal(0, (await lesson.ReleaseAsync()).ExitCode);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(lesson.Topic, "exercises", "1-test.json")));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_is_told_and_nothing_is_written(string fault)
    {
        using var lesson = new SmallLesson();
        Spoilt[fault].Spoil(lesson);
        (int code, string said) = await lesson.ReleaseAsync();
        Assert.NotEqual(0, code);
        Assert.Contains(Spoilt[fault].Said, said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(lesson.Topic));
        Assert.False(Directory.Exists(Path.Combine(lesson.Topic, "exercises")));
    }

    [Fact]
    public async Task Slides_load_nothing_from_elsewhere()
    {
        using var lesson = new SmallLesson();
        await lesson.ReleaseAsync();
        (int code, string said) = await lesson.ReleaseAsync("--slides");
        if (said.Contains("Slides need nbconvert", StringComparison.Ordinal)) Assert.Skip(said.Trim());
        Assert.True(code == 0, said);
        string folder = Path.Combine(HackLabRepository.Root, "artifacts", "slides", "small"), slides = File.ReadAllText(Path.Combine(folder, "1-test.slides.html"));
        Assert.Contains("not started yet", slides, StringComparison.Ordinal);
        foreach (Match address in Regex.Matches(slides, "(?:src|href)=\"([^\"#]+)\""))
        {
            string target = address.Groups[1].Value;
            Assert.True(target.StartsWith("data:", StringComparison.Ordinal) || !target.Contains("://", StringComparison.Ordinal), target);
            if (target.StartsWith("parts/", StringComparison.Ordinal)) Assert.True(File.Exists(Path.Combine(folder, target)), target);
        }
    }

    [Fact]
    public async Task An_edition_that_somebody_changed_is_told()
    {
        using var lesson = new SmallLesson();
        await lesson.ReleaseAsync();
        string student = Path.Combine(lesson.Topic, "1-test.ipynb");
        File.WriteAllText(student, File.ReadAllText(student).Replace("Next.", "Now.", StringComparison.Ordinal));
        (int code, string said) = await lesson.ReleaseAsync("--check");
        Assert.Equal(1, code);
        Assert.Contains("run: hacklab release small/1-test", said, StringComparison.Ordinal);
        Assert.Contains("1 failed", said, StringComparison.Ordinal);
    }
}
