using HackLab.Cli.Notebooks;
using HackLab.Cli.Running;
using Xunit;
using static HackLab.Tests.Cli.NotebookTexts;

namespace HackLab.Tests.Cli;

public sealed class NotebookRunnerTests
{
    private readonly FakeEngine _engine = new();

    [Fact]
    public async Task Code_cells_run_in_order_and_text_and_raw_cells_never()
    {
        Notebook notebook = Of(Text("print no"), Code("print a"), ("raw", "print raw", []), Code("print b"), Code("  \n"));
        IReadOnlyList<CellOutcome> outcomes = await RunAsync(notebook);

        Assert.Equal(["print a", "print b"], _engine.Ran);
        Assert.Equal([CellOutcomeKind.Ok, CellOutcomeKind.Ok, CellOutcomeKind.Empty], outcomes.Select(cell => cell.Kind));
        Assert.Equal([2, 4, 5], outcomes.Select(cell => cell.Number));
        Assert.Equal([1, 2], notebook.Cells.Where(cell => cell.Outputs.Count > 0).Select(cell => (int)cell.Json["execution_count"]!));
        Assert.Equal("b\n", MultilineText.Join(notebook.Cells[3].Outputs[0]!["text"]));
    }

    [Fact]
    public async Task A_failing_cell_ends_the_run_and_is_described_with_its_line()
    {
        IReadOnlyList<CellOutcome> outcomes = await RunAsync(OfCode("print a", "fail boom", "print b"));

        Assert.Equal([CellOutcomeKind.Ok, CellOutcomeKind.Failed, CellOutcomeKind.NotRun], outcomes.Select(cell => cell.Kind));
        string text = FailureText.Of(new NotebookOutcome("higgs/1", "x") { Cells = outcomes, CellCount = 3 });
        Assert.Equal("higgs/1, cell 2 of 3 (fail boom), line 1\n    fail boom\n         ^\n    System.Exception: boom", text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task An_expected_error_counts_as_success_and_the_run_goes_on()
    {
        IReadOnlyList<CellOutcome> outcomes = await RunAsync(Of(Code("fail boom", "raises-exception"), Code("print a")));
        Assert.Equal([CellOutcomeKind.ExpectedError, CellOutcomeKind.Ok], outcomes.Select(cell => cell.Kind));
    }

    [Fact]
    public async Task An_expected_error_that_does_not_come_is_a_failure_that_says_so()
    {
        CellOutcome outcome = Assert.Single(await RunAsync(Of(Code("print a", "raises-exception"))));
        Assert.True(outcome.IsFailure);
        Assert.Contains("did not fail", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skipped_cells_say_why()
    {
        Notebook notebook = Of(Code("print a", "skip-execution:needs a GPU"), Code("let x = 1"));
        notebook.Cells[1].Metadata["polyglot_notebook"] = new System.Text.Json.Nodes.JsonObject { ["kernelName"] = "fsharp" };
        IReadOnlyList<CellOutcome> outcomes = await RunAsync(notebook);
        Assert.Equal(["needs a GPU", "written in fsharp"], outcomes.Select(cell => cell.Reason));
        Assert.All(outcomes, cell => Assert.Equal(CellOutcomeKind.Skipped, cell.Kind));
    }

    [Fact]
    public async Task A_cell_that_runs_too_long_is_interrupted_and_keeps_its_output()
    {
        Notebook notebook = OfCode("wait", "print b");
        IReadOnlyList<CellOutcome> outcomes = await RunAsync(notebook, new RunOptions { CellTimeout = TimeSpan.FromMilliseconds(20) });

        Assert.Equal([CellOutcomeKind.TimedOut, CellOutcomeKind.NotRun], outcomes.Select(cell => cell.Kind));
        Assert.True(_engine.WasInterrupted);
        Assert.False(_engine.WasKilled);
        Assert.Contains("ran longer than 0.02 s", outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal("before\n", MultilineText.Join(notebook.Cells[0].Outputs[0]!["text"]));
    }

    [Fact]
    public async Task A_cell_that_ignores_the_interrupt_loses_its_process_but_not_its_output()
    {
        Notebook notebook = OfCode("print a", "hang");
        var options = new RunOptions { CellTimeout = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromMilliseconds(20) };
        IReadOnlyList<CellOutcome> outcomes = await RunAsync(notebook, options);

        Assert.True(_engine.WasKilled);
        Assert.Equal(CellOutcomeKind.TimedOut, outcomes[1].Kind);
        Assert.Equal(["stream", "error"], notebook.Cells[1].Outputs.Select(output => (string?)output!["output_type"]));
    }

    [Fact]
    public async Task Ctrl_C_stops_the_cell_and_keeps_what_was_executed()
    {
        Notebook notebook = OfCode("print a", "wait", "print b");
        using var stop = new CancellationTokenSource();
        Task<IReadOnlyList<CellOutcome>> run = RunAsync(notebook, new RunOptions(), stop.Token);
        await _engine.Waiting.Task;
        await stop.CancelAsync();
        IReadOnlyList<CellOutcome> outcomes = await run;

        Assert.Equal([CellOutcomeKind.Ok, CellOutcomeKind.Stopped, CellOutcomeKind.NotRun], outcomes.Select(cell => cell.Kind));
        Assert.Equal("a\n", MultilineText.Join(notebook.Cells[0].Outputs[0]!["text"]));
        Assert.Equal("before\n", MultilineText.Join(notebook.Cells[1].Outputs[0]!["text"]));
        Assert.True(new NotebookOutcome("n", "n") { Cells = outcomes }.IsStopped);
    }

    [Fact]
    public async Task An_engine_that_dies_is_an_error_of_its_cell_even_where_errors_are_expected()
    {
        Notebook notebook = Of(Code("die", "raises-exception"), Code("print b"));
        IReadOnlyList<CellOutcome> outcomes = await RunAsync(notebook);
        Assert.Equal([CellOutcomeKind.Failed, CellOutcomeKind.NotRun], outcomes.Select(cell => cell.Kind));
        Assert.Contains("exit code 3", (string?)notebook.Cells[0].Outputs[0]!["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_of_an_earlier_run_are_forgotten()
    {
        Notebook notebook = Of(Code("print a"), Code("print b", "skip-execution"));
        foreach (NotebookCell cell in notebook.Cells) cell.Outputs = [new System.Text.Json.Nodes.JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "old" }];
        await RunAsync(notebook);
        Assert.DoesNotContain("old", notebook.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## 3 Train `the` **model**", "x.Fit();", "3 Train the model")]
    [InlineData("no heading", "#r \"x.dll\"\nusing System;\n// Fits the model\nx.Fit();", "Fits the model")]
    [InlineData("```\n# not a heading\n```", "x.Fit();", "x.Fit();")]
    public void A_cells_title_is_its_heading_or_its_first_telling_line(string above, string code, string title) =>
        Assert.Equal(title, CellTitle.Of(Of(Text(above), Code(code)), 1));

    private async Task<IReadOnlyList<CellOutcome>> RunAsync(Notebook notebook, RunOptions? options = null, CancellationToken? stop = null)
    {
        var runner = new NotebookRunner(_engine, options ?? new RunOptions(), new PlainProgressFor("n"));
        IReadOnlyList<CellOutcome> outcomes = await runner.RunAsync(notebook, "n", stop ?? TestContext.Current.CancellationToken);
        runner.WriteOutputs();
        return outcomes;
    }

    private sealed class PlainProgressFor(string expected) : IRunProgress
    {
        public void Begin(string notebook, int cellCount) => Assert.Equal(expected, notebook);

        public void Cell(string notebook, int number, string title) => Assert.Equal(expected, notebook);

        public void End(NotebookOutcome outcome) => Assert.Equal(expected, outcome.Name);
    }
}
