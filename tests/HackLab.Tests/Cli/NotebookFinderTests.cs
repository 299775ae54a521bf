using HackLab.Cli;
using HackLab.Cli.Running;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class NotebookFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NotebookFinderTests()
    {
        foreach (string name in new[]
        {
            "notebooks/higgs/1-beginner.ipynb", "notebooks/higgs/2-intermediate.ipynb", "notebooks/higgs/solutions/1-beginner.ipynb", "notebooks/higgs/code/1-beginner.ipynb",
            "notebooks/higgs/.ipynb_checkpoints/1-beginner-checkpoint.ipynb", "notebooks/higgs/artifacts/x.ipynb", "notebooks/higgs/README.md",
            "notebooks/0-start/tour.dib", "own/a.ipynb", "own/b/a.ipynb", "empty/readme.txt",
        }) _folder.Write(name, "{}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lesson_is_found_by_its_name_with_or_without_its_ending()
    {
        Assert.Equal("higgs/1-beginner", Assert.Single(Find("higgs/1-beginner")).Name);
        Assert.Equal("higgs/1-beginner", Assert.Single(Find("higgs/1-beginner.ipynb")).Name);
        Assert.Equal("0-start/tour", Assert.Single(Find("0-start/tour")).Name);
    }

    [Fact]
    public void A_folder_gives_all_notebooks_below_without_checkpoints_results_and_other_editions() =>
        Assert.Equal(["higgs/1-beginner", "higgs/2-intermediate"], Find("higgs").Select(one => one.Name));

    [Fact]
    public void Another_edition_is_found_where_it_is_asked_for()
    {
        Assert.Equal("higgs/solutions/1-beginner", Assert.Single(Find("higgs/solutions/1-beginner")).Name);
        _folder.Write("own/solutions/c.ipynb", "{}");   // without a c.ipynb above it
        Assert.Contains(Find(Full("own")), one => one.Name == "solutions/c");
    }

    [Fact]
    public void What_is_asked_for_twice_runs_once() => Assert.Equal(2, Find("higgs/1-beginner", "higgs").Count);

    [Fact]
    public void Files_outside_are_named_by_their_place_and_never_share_a_name()
    {
        Assert.Equal(["a", "b/a"], Find(Full("own")).Select(one => one.Name));
        Assert.Equal(["a", "a-2"], Find(Full("own/a.ipynb"), Full("own/b/a.ipynb")).Select(one => one.Name));
    }

    [Theory]
    [InlineData("higgs/1-beginer", "The nearest lesson is higgs/1-beginner")]
    [InlineData("higgs/README.md", "not a notebook")]
    public void A_wrong_path_is_refused_with_help(string path, string expected) =>
        Assert.Contains(expected, Assert.Throws<UsageException>(() => Find(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_notebooks_is_refused() =>
        Assert.Contains("no .ipynb or .dib", Assert.Throws<UsageException>(() => Find(Full("empty"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Results_never_replace_the_lesson_itself()
    {
        OutputPlan plan = OutputPlan.For(new RunOptions { OutputFolder = Full("notebooks") }, _folder.Path);
        Assert.Contains("would replace", Assert.Throws<UsageException>(() => plan.CheckKeepsSources(Find("higgs/1-beginner"))).Message, StringComparison.Ordinal);
        OutputPlan usual = OutputPlan.For(new RunOptions(), _folder.Path);
        usual.CheckKeepsSources(Find("higgs/1-beginner"));
        Assert.Equal(Full("artifacts/run/higgs/1-beginner.html"), usual.PagePath(Find("higgs/1-beginner")[0]));
    }

    private string Full(string path) => Path.Combine(_folder.Path, path.Replace('/', Path.DirectorySeparatorChar));

    private IReadOnlyList<NotebookFile> Find(params string[] paths) => new NotebookFinder(_folder.Path).Find(paths);
}
