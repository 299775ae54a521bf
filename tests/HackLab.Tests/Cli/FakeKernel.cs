using HackLab.Kernel;

namespace HackLab.Tests.Cli;

/// <summary>A kernel that sends one output of every kind, waits until interrupted ("wait"), or writes to an earlier cell ("late").</summary>
internal sealed class FakeKernel : IKernel
{
    private readonly TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ICellOutput? _first;

    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool WasInterrupted => _interrupted.Task.IsCompleted;

    public Task WarmUpAsync() => Task.CompletedTask;

    public async Task<CellResult> ExecuteAsync(CellRequest request, ICellOutput output)
    {
        _first ??= output;
        if (request.Code == "wait")
        {
            Waiting.TrySetResult();
            await _interrupted.Task;
            return new CellResult(CellStatus.Interrupted, TimeSpan.Zero, new CellError("Interrupted", "", []));
        }
        if (request.Code == "late")
        {
            _first.Stream(OutputStream.StandardOutput, "from the background\n");
            return new CellResult(CellStatus.Ok, TimeSpan.Zero);
        }
        var error = new CellError("E", "m", ["t"], 3, 4);
        output.Stream(OutputStream.StandardError, "cleared");
        output.ClearOutput(wait: false);
        output.Stream(OutputStream.StandardOutput, $"{request.Language}: {request.Code}");
        output.Display(MimeBundle.Text("0"), "id");
        output.UpdateDisplay(MimeBundle.Text("1"), "id");
        output.Result(new MimeBundle(new Dictionary<string, string> { ["text/html"] = "<b>" }, new Dictionary<string, string> { ["text/html"] = "{}" }));
        output.Error(error);
        return new CellResult(CellStatus.Error, TimeSpan.FromSeconds(1.5), error);
    }

    public void Interrupt() => _interrupted.TrySetResult();

    public Task<CompletionResult> CompleteAsync(string code, int position, CancellationToken cancellation = default) =>
        Task.FromResult(new CompletionResult([], position, position));

    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation = default) => Task.FromResult<MimeBundle?>(null);

    public Completeness IsComplete(string code) => Completeness.Complete;

    public void Dispose()
    {
    }
}
