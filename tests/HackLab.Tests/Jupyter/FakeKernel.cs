using System.Collections.Concurrent;
using HackLab.Kernel;

namespace HackLab.Tests.Jupyter;

/// <summary>An engine whose cells are what a test says they do. Cells run one after the other on one thread, as the contract says.</summary>
internal sealed class FakeKernel : IKernel
{
    private readonly BlockingCollection<Action> _work = [];
    private CancellationTokenSource? _running;

    public FakeKernel()
    {
        new Thread(() =>
        {
            foreach (Action work in _work.GetConsumingEnumerable()) work();
        }) { IsBackground = true }.Start();
    }

    /// <summary>What a cell's code does; throwing is its error.</summary>
    public Action<CellRequest, ICellOutput, CancellationToken> Cell { get; set; } = static (_, _, _) => { };

    /// <summary>What completion was asked for.</summary>
    public (string Code, int Position) Asked { get; private set; }

    public CompletionResult Completions { get; set; } = new([], 0, 0);

    public MimeBundle? Inspection { get; set; }

    public Completeness Completeness { get; set; }

    public ConcurrentQueue<CellRequest> Executed { get; } = [];

    public bool Disposed { get; private set; }

    public Task WarmUpAsync() => Task.CompletedTask;

    public Task<CellResult> ExecuteAsync(CellRequest request, ICellOutput output)
    {
        var result = new TaskCompletionSource<CellResult>();
        _work.Add(() => result.SetResult(Execute(request, output)));
        return result.Task;
    }

    public void Interrupt() => Volatile.Read(ref _running)?.Cancel();

    public Task<CompletionResult> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        Asked = (code, position);
        return Task.FromResult(Completions);
    }

    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation)
    {
        Asked = (code, position);
        return Task.FromResult(Inspection);
    }

    public Completeness IsComplete(string code) => Completeness;

    public void Dispose()
    {
        Disposed = true;
        _work.CompleteAdding();
    }

    private CellResult Execute(CellRequest request, ICellOutput output)
    {
        Executed.Enqueue(request);
        var running = new CancellationTokenSource();
        Volatile.Write(ref _running, running);
        try
        {
            Cell(request, output, running.Token);
            return new CellResult(CellStatus.Ok, TimeSpan.Zero);
        }
        catch (Exception fault)
        {
            var error = new CellError(fault.GetType().Name, fault.Message, [fault.Message, "   at cell, line 1"], 1, 1);
            if (!request.Silent) output.Error(error);
            return new CellResult(fault is OperationCanceledException ? CellStatus.Interrupted : CellStatus.Error, TimeSpan.Zero, error);
        }
        finally
        {
            Volatile.Write(ref _running, null);
        }
    }
}
