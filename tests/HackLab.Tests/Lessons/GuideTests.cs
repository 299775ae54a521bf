using System.Text.RegularExpressions;
using HackLab.Cli;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace HackLab.Tests.Lessons;

/// <summary>The pages beside the lessons: what they begin with, and that their links lead somewhere.</summary>
public sealed partial class GuideTests
{
    private static readonly string Notebooks = Path.Combine(Repository.FindAbove(AppContext.BaseDirectory)!, "notebooks");

    [Fact]
    public void The_questions_begin_with_the_two_that_were_asked()
    {
        string[] questions = Questions();
        Assert.Contains("Conv2D", questions[0], StringComparison.Ordinal);
        Assert.Contains("GPU", questions[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_first_answers_count_is_what_the_library_has()
    {
        long numbers = Conv2d(2, 16, 3, padding: 1).parameters().Sum(p => p.numel());
        Assert.Contains($"= {numbers} numbers to", Page("faq.md"), StringComparison.Ordinal);
        Assert.False(cuda.is_available());
        var defaults = new TrainerOptions();
        Assert.Equal((1e-3, 128, true), (defaults.LearningRate, defaults.BatchSize, defaults.KeepBest));
    }

    [Fact]
    public void Every_member_that_the_answers_name_exists()
    {
        Type[] types = [typeof(Split), typeof(Metrics), typeof(DataFrame), typeof(Model), typeof(Lab)];
        var named = Member().Matches(Page("faq.md"))
            .Select(m => (Type: m.Groups[1].Value, Member: m.Groups[2].Value)).ToHashSet();
        Assert.Contains(("Split", "ByGroup"), named);
        Assert.All(named, name => Assert.NotEmpty(types.Single(t => t.Name == name.Type).GetMember(name.Member)));
        string[] options = ["Patience", "KeepBest", "MaxSeconds", "ClipGradientNorm", "Checkpoint", "Resume"];
        Assert.All(options, option => Assert.NotNull(typeof(TrainerOptions).GetProperty(option)));
        Assert.All(options, option => Assert.Contains($"`{option}", Page("faq.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_at_least_22_questions_each_asked_once_and_answered_shortly()
    {
        string[] questions = Questions();
        Assert.True(questions.Length >= 22, $"{questions.Length} questions");
        Assert.Equal(questions.Length, questions.Distinct().Count());
        Assert.All(questions, question => Assert.EndsWith("?", question));
        // The parts between questions are the page's beginning, then question and answer in turn.
        string[] answers = [.. Question().Split(Page("faq.md")).Where((_, i) => i > 0 && i % 2 == 0)];
        Assert.Equal(questions.Length, answers.Length);
        Assert.All(answers, answer => Assert.InRange(Regex.Count(answer, @"\S+"), 15, 150));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_finds_it(string page)
    {
        string[] links = [.. Link().Matches(Page(page)).Select(m => m.Groups[1].Value)];
        Assert.NotEmpty(links);
        foreach (string link in links.Where(l => !l.Contains("://", StringComparison.Ordinal)))
        {
            string path = Path.Combine(Notebooks, Path.GetDirectoryName(page)!, link.Split('#')[0]);
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{page}: {link}");
        }
        Assert.All(links.Where(l => l.Contains("://", StringComparison.Ordinal)), l => Assert.StartsWith("https://", l));
    }

    /// <summary>The pages for people: those beside the lessons, and one for each topic.</summary>
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Notebooks, "*.md").Concat(Directory.EnumerateDirectories(Notebooks)
        .Select(topic => Path.Combine(topic, "README.md")).Where(File.Exists)).Select(page => Path.GetRelativePath(Notebooks, page).Replace('\\', '/'))];

    [Fact]
    public void The_map_has_every_lesson_with_the_minutes_of_its_card()
    {
        string[] rows = [.. Page("README.md").Split('\n').Where(line => line.StartsWith('|'))];
        string[] lessons = [.. Directory.EnumerateDirectories(Notebooks).SelectMany(topic => Directory.EnumerateFiles(topic, "*.ipynb"))
            .Select(path => Path.GetRelativePath(Notebooks, path).Replace('\\', '/'))];
        Assert.NotEmpty(lessons);
        foreach (string lesson in lessons)
        {
            string row = Assert.Single(rows, line => line.Contains($"({lesson})", StringComparison.Ordinal));
            if (MinutesOfCard().Match(Page(lesson)) is { Success: true } card)
                Assert.Contains($"| {card.Groups[1].Value} ", row, StringComparison.Ordinal);
        }
    }

    private static string[] Questions() => [.. Question().Matches(Page("faq.md")).Select(m => m.Groups[1].Value.Trim())];

    private static string Page(string name) => File.ReadAllText(Path.Combine(Notebooks, name));

    [GeneratedRegex("^### (?:[0-9]+ · )?(.+)$", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex(@"`(Split|Metrics|DataFrame|Model|Lab)\.([A-Za-z]+)")]
    private static partial Regex Member();

    [GeneratedRegex(@"\| \*\*Time\*\* \| about ([0-9]+) minutes")]
    private static partial Regex MinutesOfCard();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
