using HackLab.Lessons;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Lessons;

public sealed class ProgressFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "deep", "progress.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_notebooks_that_write_at_once_lose_nothing_of_each_other()
    {
        Parallel.For(0, 4, notebook =>
        {
            var progress = new ProgressFile(File);
            for (int i = 0; i < 25; i++) progress.Update($"E-{i % 5}", before => before with { Attempts = before.Attempts + 1 });
        });
        IReadOnlyDictionary<string, ExerciseProgress> all = new ProgressFile(File).Read();
        Assert.Equal(5, all.Count);
        Assert.All(all.Values, progress => Assert.Equal(20, progress.Attempts));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetDirectoryName(File)!), path => path.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"version\": 1, \"exercises\": {\"E-1\":")]
    [InlineData("{\"version\": 99}")]
    [InlineData("[1, 2, 3]")]
    [InlineData("\0\0\0\0")]
    public void A_damaged_file_is_kept_aside_and_a_new_one_begun(string damage)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, damage);
        var progress = new ProgressFile(File);
        Assert.Empty(progress.Read());
        Assert.Equal(CheckState.Passed, progress.Update("E-1", before => before with { State = CheckState.Passed }).State);
        Assert.Equal(damage, System.IO.File.ReadAllText(progress.KeptAside!));
        Assert.Equal(CheckState.Passed, new ProgressFile(File).Read()["E-1"].State);
    }

    [Fact]
    public void Times_and_states_go_round()
    {
        var now = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
        var wanted = new ExerciseProgress { State = CheckState.NotYet, Attempts = 3, Hints = 2, SawSolution = true, Begun = now, Passed = null };
        new ProgressFile(File).Update("E-1", _ => wanted);
        Assert.Equal(wanted, new ProgressFile(File).Read()["E-1"]);
    }

    [Fact]
    public void Where_nothing_can_be_written_exercises_go_on_and_say_so()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.Path, "deep"), "a file where a folder should be");
        var lesson = new LessonExercises { Lesson = "t/1", Salt = "s", Exercises = [new Exercise { Id = "E-1", Title = "t", Probes = [new Probe { Kind = ProbeKinds.Finite }] }] };
        var session = new ExerciseSession(lesson, new ProgressFile(File));
        Assert.Equal(CheckState.Passed, session.Check("E-1", 1.0).State);
        Assert.NotNull(session.SavingFails);
        Assert.Equal(CheckState.Passed, session.Progress()[0].Progress.State);
    }
}
