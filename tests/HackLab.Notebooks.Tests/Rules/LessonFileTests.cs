using HackLab.Cli.Lint;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>Every lesson, in each of its editions, keeps to every rule of <c>hacklab lint</c>.</summary>
public class LessonFileTests
{
    public static TheoryData<string> Files =>
        [.. AllLessons.Course.Names().SelectMany(AllLessons.Course.FilesOf)
            .Select(file => Path.GetRelativePath(HackLabRepository.Notebooks, file).Replace('\\', '/'))];

    [Fact]
    public void There_are_lessons() => Assert.Contains("higgs/1-beginner", AllLessons.Names);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_lesson_keeps_to_all_rules(string file)
    {
        var lesson = Lesson.Read(Path.Combine(HackLabRepository.Notebooks, file));
        string[] complaints = [.. LintRules.All.Values.SelectMany(rule => rule.Complaints(lesson)
            .Select(complaint => $"{complaint} [{rule.Name}]"))];
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
    }
}
