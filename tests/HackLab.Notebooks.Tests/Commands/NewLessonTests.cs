using HackLab.Cli;
using HackLab.Cli.Lint;
using HackLab.Cli.NewLesson;
using HackLab.Notebooks.Tests.Browser;
using HackLab.Notebooks.Tests.Rules;

namespace HackLab.Notebooks.Tests.Commands;

/// <summary><c>hacklab new lesson</c>: from its name to a lesson that learners could open.</summary>
public class NewLessonTests
{
    [Fact]
    public async Task A_new_lesson_among_the_others_is_released_and_passes_the_lint()
    {
        using var folder = new TemporaryFolder();
        string notebooks = LessonCopy.Into(folder.Path), lesson = "quarks/1-beginner";
        (int code, string said) = await Hacklab.RunAsync("new", "lesson", lesson, "--title", "Quarks 1 · Tell jets apart",
            "--notebooks", notebooks);
        Assert.True(code == 0, said);
        (code, said) = await Hacklab.RunAsync("release", lesson, "--notebooks", notebooks);
        Assert.True(code == 0, said);
        string student = Path.Combine(notebooks, "quarks", "1-beginner.ipynb");
        Assert.Contains("# Quarks 1 · Tell jets apart", File.ReadAllText(student), StringComparison.Ordinal);
        Assert.DoesNotContain("events.Y.Count(label => label == 1)", File.ReadAllText(student), StringComparison.Ordinal);
        (code, said) = await Hacklab.RunAsync("lint", Path.Combine(notebooks, "quarks"), "--run");
        Assert.True(code == 0, said);
        Assert.Contains("1 lesson keeps to all rules.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lesson_that_is_there_is_not_replaced()
    {
        using var sample = new SampleLesson("higgs/1-beginner");
        string path = sample.Lesson().Path, before = File.ReadAllText(path);
        string message = Assert.Throws<UsageException>(() =>
            SkeletonFiles.Write(LessonName.Parse("higgs/1-beginner"), null, sample.Notebooks)).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public void A_lesson_of_which_only_the_students_edition_is_there_is_not_begun()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "higgs"));
        File.WriteAllText(Path.Combine(folder.Path, "higgs", "1-beginner.ipynb"), "{}");
        Assert.Throws<UsageException>(() => SkeletonFiles.Write(LessonName.Parse("higgs/1-beginner"), null, folder.Path));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "higgs", "solutions")));
    }

    [Fact]
    public void A_drawing_that_is_there_stays()
    {
        using var folder = new TemporaryFolder();
        string drawing = Path.Combine(folder.Path, "higgs", "images", "1-beginner-question.svg");
        Directory.CreateDirectory(Path.GetDirectoryName(drawing)!);
        File.WriteAllText(drawing, "<svg/>");
        Assert.DoesNotContain(drawing, SkeletonFiles.Write(LessonName.Parse("higgs/1-beginner"), null, folder.Path));
        Assert.Equal("<svg/>", File.ReadAllText(drawing));
    }

    [Theory]
    [InlineData("higgs", "a topic and a level")]
    [InlineData("a/b/1-beginner", "a topic and a level")]
    [InlineData("Higgs/1-beginner", "small letters")]
    [InlineData("../1-beginner", "small letters")]
    [InlineData("/1-beginner", "small letters")]
    [InlineData("12/1-beginner", "no letter")]
    [InlineData("higgs/beginner", "1-beginner, 2-intermediate, 3-hackathon")]
    [InlineData("higgs/4-more", "1-beginner, 2-intermediate, 3-hackathon")]
    [InlineData("higgs/1", "1-beginner, 2-intermediate, 3-hackathon")]
    [InlineData("1-warm-up/tables", "such as 3-tables")]
    public void A_bad_name_is_told(string name, string expected) =>
        Assert.Contains(expected, Assert.Throws<UsageException>(() => LessonName.Parse(name)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("higgs/1-beginner", "HIG-B", LessonKind.Beginner)]
    [InlineData("particle-images/3-hackathon", "PAI-H", LessonKind.Hackathon)]
    [InlineData("gravitational-waves/1-beginner", "GRW-B", LessonKind.Beginner)]
    [InlineData("graphs/1-beginner", "GRA-B", LessonKind.Beginner)]
    [InlineData("lensing/1-superres", "LEN-S", LessonKind.Beginner)]
    [InlineData("nmr/2-intermediate", "NMR-I", LessonKind.Intermediate)]
    [InlineData("1-warm-up/3-tables", "WUP-3", LessonKind.WarmUp)]
    internal void Exercises_are_named_after_the_lesson(string name, string prefix, LessonKind kind)
    {
        Assert.Equal(prefix, LessonName.Parse(name).ExercisePrefix);
        Assert.Equal(kind, LessonName.Parse(name).Kind);
    }

    [Theory]
    [InlineData("quarks", "QAR")]       // QUA is quantum's, QUR and QUK are others'
    [InlineData("quantum", "QUA")]
    [InlineData("images", "PIC")]        // its own lessons have other letters than the usual ones
    [InlineData("qu", "QAB")]            // too short for other letters of its own
    internal void A_new_topic_gets_letters_that_no_other_has(string topic, string letters)
    {
        (string, string)[] there = [("quantum/1-beginner", "QUA-B-1"), ("quarrels/1-beginner", "QUR-B-1"), ("quakes/1-beginner", "QUK-B-1"),
            ("qus/1-beginner", "QUS-B-Q1"), ("quiet/1-beginner", "QU-B-1"), ("images/1-beginner", "PIC-B-1")];
        Assert.Equal($"{letters}-I", LessonName.Parse($"{topic}/2-intermediate").Among(there).ExercisePrefix);
    }
}
