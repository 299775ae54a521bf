using HackLab.Cli.Lint;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>Each kind of lesson is asked for its own parts.</summary>
public class KindTests
{
    [Theory]
    [InlineData("0-start/1-cells", LessonKind.Start)]
    [InlineData("1-warm-up/3-tables", LessonKind.WarmUp)]
    [InlineData("lensing/1-beginner", LessonKind.Beginner)]
    [InlineData("lensing/2-intermediate", LessonKind.Intermediate)]
    [InlineData("lensing/3-hackathon", LessonKind.Hackathon)]
    internal void A_lessons_name_tells_its_kind(string name, LessonKind kind) => Assert.Equal(kind, LessonKinds.Of(name));

    [Theory]
    [InlineData("0-start/1-cells")]
    [InlineData("1-warm-up/3-tables")]
    [InlineData("lensing/1-beginner")]
    [InlineData("lensing/2-intermediate")]
    [InlineData("lensing/3-hackathon")]
    public void A_new_lesson_of_each_kind_keeps_to_all_rules(string name)
    {
        using var sample = new SampleLesson(name);
        Lesson lesson = sample.Lesson();
        string[] complaints = [.. LintRules.All.Values.SelectMany(rule => rule.Complaints(lesson)
            .Select(complaint => $"{complaint} [{rule.Name}]"))];
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
    }

    [Fact]
    public void A_warm_up_needs_no_question_and_a_hackathon_no_break()
    {
        Assert.False(Anatomy.Of(LessonKind.WarmUp).Has(LessonParts.Question));
        Assert.False(Anatomy.Of(LessonKind.Hackathon).Has(LessonParts.Break));
        Assert.True(Anatomy.Of(LessonKind.Beginner).Has(LessonParts.Question | LessonParts.Break | LessonParts.Gallery));
        Assert.Equal(3, Anatomy.Of(LessonKind.WarmUp).LeastExercises);
    }
}
