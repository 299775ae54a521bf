using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

/// <summary>What libraries leave to be done when a cell's code ends, such as showing the last state of a figure.</summary>
[Collection(KernelCollection.Name)]
public sealed class AtCellEndTests : IDisposable
{
    private const string Ask = """
        void AtEnd(Action work) => ((Action<Action>)AppContext.GetData("HackLab.AtCellEnd"))(work);
        int times = 0;
        Action say = () => Console.WriteLine($"ended {++times}");
        """;

    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task It_is_done_once_after_all_else_and_not_again_in_the_next_cell()
    {
        Ran ran = await _session.Run(Ask + "\nAtEnd(say); AtEnd(say); Console.WriteLine(\"last line\");");
        Assert.Equal("last line\nended 1\n", ran.Output.StandardOutput.ReplaceLineEndings("\n"));
        Assert.Equal("", (await _session.Run("int other = 1;")).Output.StandardOutput);
    }

    [Fact]
    public async Task It_is_done_where_the_cell_fails()
    {
        Ran ran = await _session.Try(Ask + "\nAtEnd(say); throw new InvalidOperationException(\"mistake\");");
        Assert.Equal(CellStatus.Error, ran.Status);
        Assert.Equal("ended 1", ran.Output.StandardOutput.Trim());
    }

    [Fact]
    public async Task It_is_done_where_the_cell_is_interrupted()
    {
        // A library's method: code of the interrupted cell itself does not run any more.
        Task<CellResult> running = _session.Start(
            Ask + "\nvar full = new List<int> { 1 }; AtEnd(full.Clear); Console.WriteLine(\"started\"); while (true) { }", out _);
        _session.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.Equal("0", await _session.Value("full.Count"));
    }

    [Fact]
    public async Task What_fails_there_changes_nothing_for_the_cell()
    {
        Ran ran = await _session.Run(Ask + "\nAtEnd(() => throw new Exception(\"library\")); AtEnd(say); 6 * 7");
        Assert.Equal("42", ran.Value);
        Assert.Equal("ended 1", ran.Output.StandardOutput.Trim());
    }
}
