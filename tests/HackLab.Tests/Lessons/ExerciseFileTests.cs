using HackLab.Lessons;
using HackLab.Tests.Cli;
using HackLab.Tests.Facade;
using Xunit;
using TheLab = HackLab.Lab;

namespace HackLab.Tests.Lessons;

/// <summary>The language in use belongs to the process, so these tests run alone.</summary>
[Collection(HostHooks.Name)]
public sealed class ExerciseFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _before = TheLab.Language;

    public void Dispose()
    {
        TheLab.Language = _before;
        _folder.Dispose();
    }

    [Fact]
    public void A_lesson_s_file_is_found_beside_it_above_it_and_below_notebooks()
    {
        string file = Write("notebooks/higgs/exercises/1-beginner.json");
        foreach (string from in (string[])["notebooks/higgs", "notebooks/higgs/solutions", "notebooks", ""])
            Assert.Equal(file, ExerciseFile.Find("higgs/1-beginner", Path.Combine(_folder.Path, from)));
        Assert.Null(ExerciseFile.Find("higgs/9-none", Path.Combine(_folder.Path, "notebooks")));
    }

    [Fact]
    public void A_translation_is_taken_where_its_language_is_in_use()
    {
        string english = Write("notebooks/higgs/exercises/1-beginner.json"), italian = Write("notebooks/higgs/exercises/1-beginner.it.json");
        Write("notebooks/higgs/exercises/2-other.json");
        string from = Path.Combine(_folder.Path, "notebooks");
        TheLab.Language = "en";
        Assert.Equal(english, ExerciseFile.Find("higgs/1-beginner", from));
        TheLab.Language = "it";
        Assert.Equal(italian, ExerciseFile.Find("higgs/1-beginner", from));
        Assert.EndsWith("2-other.json", ExerciseFile.Find("higgs/2-other", from), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("higgs")]
    [InlineData("a/b/c")]
    [InlineData("../x")]
    [InlineData("higgs/")]
    public void A_name_that_is_no_lesson_is_told(string name) =>
        Assert.Contains("higgs/1-beginner", Assert.Throws<ArgumentException>(() => ExerciseFile.Find(name)).Message, StringComparison.Ordinal);

    private string Write(string file)
    {
        string path = Path.Combine(_folder.Path, file);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "notebooks", "higgs", "solutions"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{}");
        return Path.GetFullPath(path);
    }
}
