using System.Text.Json.Nodes;
using HackLab.Cli;
using HackLab.Cli.Commands;
using HackLab.Cli.Engines;
using HackLab.Cli.Running;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class RunSessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<(string Folder, IReadOnlyDictionary<string, string> Environment)> _started = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_writes_notebook_page_and_report_and_succeeds()
    {
        Add("a", "print hello");
        IReadOnlyList<NotebookOutcome> outcomes = await RunAsync(new RunOptions { Scale = "smoke" });

        Assert.Equal(ExitCode.Ok, RunCommand.CodeOf(outcomes));
        Assert.Contains("hello", await ReadAsync("out/a.ipynb"), StringComparison.Ordinal);
        Assert.Contains("hello", await ReadAsync("out/a.html"), StringComparison.Ordinal);
        JsonNode report = JsonNode.Parse(await ReadAsync("out/report.json"))!;
        Assert.Equal(("ok", "smoke"), ((string?)report["status"], (string?)report["scale"]));
        Assert.Equal(("ok", 1, 7L << 20), ((string?)report["notebooks"]![0]!["status"], (int)report["notebooks"]![0]!["run"]!, (long)report["notebooks"]![0]!["peakMemoryBytes"]!));
        Assert.Equal("ok", (string?)report["notebooks"]![0]!["results"]![0]!["status"]);
        Assert.Equal(["a.html", "a.ipynb", "report.json"], Directory.EnumerateFiles(Path.Combine(_folder.Path, "out")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task The_engine_gets_the_notebooks_folder_and_the_scale()
    {
        Add("sub/a", "print hello");
        await RunAsync(new RunOptions { Scale = "class" });
        Assert.Equal(Path.Combine(_folder.Path, "sub"), _started[0].Folder);
        Assert.Equal("class", _started[0].Environment["HACKLAB_SCALE"]);
    }

    [Fact]
    public async Task A_failed_cell_gives_code_1_and_is_in_the_report_with_its_place()
    {
        Add("a", "fail boom", "print never");
        Add("b", "print fine");
        IReadOnlyList<NotebookOutcome> outcomes = await RunAsync(new RunOptions { Jobs = 2 });

        Assert.Equal(ExitCode.Failed, RunCommand.CodeOf(outcomes));
        Assert.Equal(["failed", "ok"], outcomes.Select(one => one.Status));
        JsonNode cell = JsonNode.Parse(await ReadAsync("out/report.json"))!["notebooks"]![0]!["results"]![0]!;
        Assert.Equal(("failed", 1, "fail boom"), ((string?)cell["status"], (int)cell["error"]!["line"]!, (string?)cell["error"]!["source"]));
        Assert.Contains("cell 1", await ReadAsync("out/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_gives_code_2_and_the_others_still_run()
    {
        _folder.Write("a.ipynb", "{ \"nbformat\": 3 }");
        Add("b", "print fine");
        IReadOnlyList<NotebookOutcome> outcomes = await RunAsync(new RunOptions());
        Assert.Equal(ExitCode.Usage, RunCommand.CodeOf(outcomes));
        Assert.Contains("nbformat 3", outcomes[0].Problem, StringComparison.Ordinal);
        Assert.Equal("ok", outcomes[1].Status);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "out", "a.ipynb")));
    }

    [Fact]
    public async Task A_notebook_of_another_language_is_refused_not_skipped()
    {
        _folder.Write("a.ipynb", """
            {"nbformat":4,"metadata":{"kernelspec":{"name":"python3","language":"python"}},"cells":[{"cell_type":"code","source":"print(1)"}]}
            """);
        NotebookOutcome outcome = Assert.Single(await RunAsync(new RunOptions()));
        Assert.Contains("for the kernel python3 in python; expected a C# notebook", outcome.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_before_it_began_everything_is_not_run_and_the_code_is_130()
    {
        Add("a", "print a");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        NotebookOutcome outcome = Assert.Single(await RunAsync(new RunOptions(), stop.Token));
        Assert.Equal("stopped", outcome.Status);
        Assert.Equal(ExitCode.Stopped, RunCommand.CodeOf([outcome]));
    }

    [Fact]
    public void Progress_for_logs_says_where_each_notebook_is()
    {
        using var writer = new StringWriter();
        var progress = new PlainProgress(writer, TimeSpan.Zero);
        progress.Begin("higgs/1", 40);
        progress.Cell("higgs/1", 12, "Train");
        progress.End(new NotebookOutcome("higgs/1", "x"));
        string[] lines = writer.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("higgs/1: 40 cells", lines[0]);
        Assert.Matches(@"^higgs/1: cell 12 of 40, \d+\.\d s: Train$", lines[1]);
        Assert.StartsWith("higgs/1: ok, 0 cells run", lines[2], StringComparison.Ordinal);
    }

    private void Add(string name, params string[] cells) => _folder.Write(name + ".ipynb", NotebookTexts.OfCode(cells).ToJson());

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(_folder.Path, name));

    private Task<IReadOnlyList<NotebookOutcome>> RunAsync(RunOptions options, CancellationToken? stop = null)
    {
        options = options with { OutputFolder = Path.Combine(_folder.Path, "out") };
        OutputPlan plan = OutputPlan.For(options, root: null);
        var session = new RunSession(Start, options, plan, new PlainProgress(TextWriter.Null, TimeSpan.Zero));
        return session.RunAsync([.. new NotebookFinder(null).Find([_folder.Path]).Where(one => !one.Path.StartsWith(plan.Folder, StringComparison.Ordinal))], stop ?? TestContext.Current.CancellationToken);
    }

    private Task<ICellEngine> Start(string folder, IReadOnlyDictionary<string, string> environment)
    {
        _started.Add((folder, environment));
        return Task.FromResult<ICellEngine>(new FakeEngine());
    }
}
