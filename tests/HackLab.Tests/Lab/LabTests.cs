using Xunit;
using TheLab = HackLab.Lab;

namespace HackLab.Tests.Facade;

/// <summary>Environment variables are one per process too, so these tests run alone as well.</summary>
[Collection(HostHooks.Name)]
public sealed class LabTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-lab-").FullName;
    private readonly string _workingBefore = Directory.GetCurrentDirectory();
    private readonly string? _scaleBefore = Environment.GetEnvironmentVariable("HACKLAB_SCALE"), _dataBefore = Environment.GetEnvironmentVariable("HACKLAB_REAL_DATA");

    public LabTests()
    {
        Environment.SetEnvironmentVariable("HACKLAB_SCALE", null);
        Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", null);
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_workingBefore);
        Environment.SetEnvironmentVariable("HACKLAB_SCALE", _scaleBefore);
        Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", _dataBefore);
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(null, LessonScale.Class, 2)]
    [InlineData("smoke", LessonScale.Smoke, 1)]
    [InlineData("Class", LessonScale.Class, 2)]
    [InlineData("FULL", LessonScale.Full, 3)]
    public void The_scale_comes_from_the_environment_and_picks_values(string? variable, LessonScale scale, int picked)
    {
        Environment.SetEnvironmentVariable("HACKLAB_SCALE", variable);
        Assert.Equal(scale, TheLab.LessonScale);
        Assert.Equal(picked, TheLab.Pick(1, 2, 3));
    }

    [Fact]
    public void A_scale_that_does_not_exist_is_named_with_those_that_do()
    {
        Environment.SetEnvironmentVariable("HACKLAB_SCALE", "huge");
        Assert.Equal("HACKLAB_SCALE is 'huge'; it can be smoke, class or full.", Assert.Throws<ArgumentException>(() => TheLab.LessonScale).Message);
    }

    [Fact]
    public void Opening_a_lesson_remembers_it_and_says_what_it_runs_on()
    {
        Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", MakeData("shared", "data"));
        using var kernel = new FakeKernel();
        LessonCard card = TheLab.Open("higgs/1-beginner");
        Assert.Equal("higgs/1-beginner", TheLab.Lesson);
        Assert.Equal("Higgs, level 1: beginner", card.Title);
        foreach (string text in new[] { card.ToText(), card.ToHtml() })
        {
            Assert.Contains("HackLab kernel, .NET " + Environment.Version.Major, text, StringComparison.Ordinal);
            Assert.Contains(Environment.ProcessorCount + " core", text, StringComparison.Ordinal);
            Assert.Contains("class: sized for two laptop cores", text, StringComparison.Ordinal);
            Assert.Contains("higgs", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0-start/1-first-steps", "Start 1: first steps")]
    [InlineData("1-warm-up/2-arrays", "Warm-up 2: arrays")]
    [InlineData("nmr/extra-fields", "Nmr: extra fields")]
    [InlineData("particle-images/3-hackathon", "Particle images, level 3: hackathon")]
    public void A_lesson_is_called_in_words(string lesson, string title) => Assert.Equal(title, TheLab.Open(lesson).Title);

    [Fact]
    public void The_first_lessons_need_no_real_data()
    {
        Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", MakeData("shared", "data"));
        Assert.Contains("(1 topic; not needed here)", TheLab.Open("1-warm-up/2-arrays").ToText(), StringComparison.Ordinal);
        Assert.Contains("none called nmr", TheLab.Open("nmr/1-beginner").ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Real_data_are_found_in_the_folder_that_is_named()
    {
        string data = MakeData("elsewhere");
        Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", data);
        Assert.Equal(Path.Combine(data, "higgs", "rows.tsv"), TheLab.RealData("higgs/rows.tsv"));
        Assert.Null(TheLab.RealData("higgs/other.tsv"));
        Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", Path.Combine(_folder, "missing"));
        Assert.Null(TheLab.RealData("higgs/rows.tsv"));
    }

    [Fact]
    public void Real_data_are_found_beside_a_parent_of_the_working_directory()
    {
        string data = MakeData("shared", "data"), deep = Path.Combine(_folder, "project", "notebooks", "higgs");
        Directory.CreateDirectory(deep);
        Directory.SetCurrentDirectory(deep);
        string? found = TheLab.RealData("higgs/rows.tsv");
        Assert.NotNull(found);
        Assert.Equal("1\t2\n", File.ReadAllText(found));
        Assert.EndsWith(Path.Combine("shared", "data", "higgs", "rows.tsv"), found, StringComparison.Ordinal);
        Assert.NotNull(data);
    }

    [Fact]
    public void A_full_path_or_an_empty_name_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => TheLab.RealData(Path.GetFullPath("x.tsv")));
        Assert.ThrowsAny<ArgumentException>(() => TheLab.RealData(" "));
        Assert.ThrowsAny<ArgumentException>(() => TheLab.Open(""));
    }

    [Fact]
    public void The_token_is_the_running_cells()
    {
        using var source = new CancellationTokenSource();
        using var kernel = new FakeKernel(source.Token);
        Assert.Equal(source.Token, TheLab.Token);
    }

    private string MakeData(params string[] names)
    {
        string data = Path.Combine([_folder, .. names]);
        Directory.CreateDirectory(Path.Combine(data, "higgs"));
        File.WriteAllText(Path.Combine(data, "higgs", "rows.tsv"), "1\t2\n");
        return data;
    }
}
