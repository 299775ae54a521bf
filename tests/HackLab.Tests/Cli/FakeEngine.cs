using HackLab.Cli.Engines;
using HackLab.Kernel;

namespace HackLab.Tests.Cli;

/// <summary>
/// An engine that does what the cell's first word says: print, html, fail, wait (until interrupted), hang (until killed),
/// die, fsharp (is skipped). It remembers what it was asked.
/// </summary>
internal sealed class FakeEngine : ICellEngine
{
    private TaskCompletionSource? _running;

    public List<string> Ran { get; } = [];

    public bool WasInterrupted { get; private set; }

    public bool WasKilled { get; private set; }

    /// <summary>Ends when a cell that waits or hangs has begun.</summary>
    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long PeakBytes => 7 << 20;

    public async Task<CellResult> ExecuteAsync(CellRequest request, ICellOutput output)
    {
        Ran.Add(request.Code);
        string[] words = request.Code.Trim().Split(' ', 2);
        if (request.Language == "fsharp") return new CellResult(CellStatus.Skipped, TimeSpan.Zero);
        switch (words[0])
        {
            case "print":
                output.Stream(OutputStream.StandardOutput, words[1] + "\n");
                break;
            case "html":
                output.Display(MimeBundle.Of("text/html", words[1]), null);
                break;
            case "fail":
                var error = new CellError("System.Exception", words[1], [$"System.Exception: {words[1]}"], Line: 1, Column: 6);
                output.Error(error);
                return new CellResult(CellStatus.Error, TimeSpan.Zero, error);
            case "wait" or "hang":
                output.Stream(OutputStream.StandardOutput, "before\n");
                _running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (words[0] == "hang") HangsOn = _running;
                Waiting.TrySetResult();
                await _running.Task;
                if (WasKilled) throw new EngineLostException("killed");
                return new CellResult(CellStatus.Interrupted, TimeSpan.Zero, new CellError("Interrupted", "stopped", []));
            case "die":
                throw new EngineLostException("The process that ran the cells ended with exit code 3.");
        }
        return new CellResult(CellStatus.Ok, TimeSpan.FromMilliseconds(1));
    }

    public void Interrupt()
    {
        WasInterrupted = true;
        if (HangsOn is null) _running?.TrySetResult();
    }

    public void Kill()
    {
        WasKilled = true;
        _running?.TrySetResult();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private TaskCompletionSource? HangsOn { get; set; }
}
