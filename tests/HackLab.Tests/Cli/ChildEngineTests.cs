using System.Text.Json.Nodes;
using HackLab.Cli.Engines;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Running;
using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Cli;

/// <summary>The real kernel in a real process.</summary>
public sealed class ChildEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cells_share_their_state_and_run_in_the_notebooks_folder_with_its_environment()
    {
        _folder.Write("here.txt", "found");
        await using ICellEngine engine = await StartAsync();
        var output = new OutputRecorder(new DisplayRegistry(), 1);
        Assert.Equal(CellStatus.Ok, (await engine.ExecuteAsync(new CellRequest("var text = System.IO.File.ReadAllText(\"here.txt\");"), output)).Status);
        await engine.ExecuteAsync(new CellRequest("Console.Write(text + Environment.GetEnvironmentVariable(\"HACKLAB_SCALE\"));"), output);
        JsonNode? shown = Assert.Single(output.ToJson());
        Assert.Equal("foundsmoke", MultilineText.Join(shown!["text"]));
        Assert.True(engine.PeakBytes > 0);
    }

    [Fact]
    public async Task A_cell_that_ends_the_process_is_reported_with_its_exit_code()
    {
        await using ICellEngine engine = await StartAsync();
        Task<CellResult> run = engine.ExecuteAsync(new CellRequest("Environment.Exit(3);"), new OutputRecorder(new DisplayRegistry(), 1));
        Assert.Contains("exit code 3", (await Assert.ThrowsAsync<EngineLostException>(() => run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_engine_gives_up_its_cell()
    {
        await using ICellEngine engine = await StartAsync();
        var begun = new BegunOutput();
        Task<CellResult> run = engine.ExecuteAsync(new CellRequest("Console.WriteLine(1); while (true) { }"), begun);
        await begun.Begun.Task;
        engine.Kill();
        await Assert.ThrowsAsync<EngineLostException>(() => run);
        Assert.True(engine.PeakBytes > 0);
    }

    private Task<ICellEngine> StartAsync() => ChildEngine.StartAsync(_folder.Path, new Dictionary<string, string> { ["HACKLAB_SCALE"] = "smoke" });

    /// <summary>Says when the cell has written something, so that the test need not guess.</summary>
    private sealed class BegunOutput : ICellOutput
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Stream(OutputStream stream, string text) => Begun.TrySetResult();

        public void Display(MimeBundle value, string? displayId) => Assert.Fail("nothing is displayed");

        public void UpdateDisplay(MimeBundle value, string displayId) => Assert.Fail("nothing is displayed");

        public void Result(MimeBundle value) => Assert.Fail("there is no result");

        public void Error(CellError error) => Begun.TrySetException(new InvalidOperationException(error.Message));

        public void ClearOutput(bool wait) => Assert.Fail("nothing is cleared");

        public string? RequestInput(string prompt, bool password, CancellationToken cancellation) => null;
    }
}
