using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

public class LessonFileTests
{
    public static TheoryData<string, string> LessonsAndRules
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (string lesson in LessonFinder.Names)
            {
                foreach (string rule in LessonRules.All.Keys) rows.Add(lesson, rule);
            }
            return rows;
        }
    }

    [Fact]
    public void There_are_lessons() => Assert.Contains("higgs/1-beginner", LessonFinder.Names);

    [Theory]
    [MemberData(nameof(LessonsAndRules))]
    public void A_lesson_keeps_to_the_rules(string lesson, string rule) =>
        Assert.Empty(LessonRules.All[rule].Complaints(LessonFinder.Read(lesson)));
}
