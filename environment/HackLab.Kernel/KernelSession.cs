using HackLab.Kernel.Compilation;
using HackLab.Kernel.Directives;
using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Languages;
using HackLab.Kernel.Output;

namespace HackLab.Kernel;

/// <summary>The C# session of one notebook.</summary>
/// <example><code>
/// using var kernel = new KernelSession();
/// CellResult result = await kernel.ExecuteAsync(new CellRequest("1 + 1"), output);   // output.Result: text/plain "2"
/// </code></example>
public sealed class KernelSession : IKernel
{
    private readonly KernelOptions _options;
    private readonly OutputPump _pump = new();
    private readonly CellThread _thread = new();
    private readonly Interrupter _interrupter;
    private readonly Lazy<Session> _session;
    private int _number;

    /// <summary>Starts a session with the default options.</summary>
    public KernelSession() : this(new KernelOptions())
    {
    }

    /// <summary>Starts a session. The console is the cells' from here on.</summary>
    public KernelSession(KernelOptions options)
    {
        _options = options;
        _interrupter = new Interrupter(_thread.Thread, options.SecondsUntilStuckNotice);
        _session = new Lazy<Session>(() => new Session(options));
        CellConsole.TakeOver();
        HostHooks.Set();
        StrayExceptions.Catch();
    }

    /// <inheritdoc/>
    public Task WarmUpAsync()
    {
        foreach (string code in WarmUp.Later)
            _thread.RunWhenIdle(() => TryOut(code));
        return _thread.Run(() =>
        {
            TryOut(WarmUp.First);
            return 0;
        });
    }

    /// <inheritdoc/>
    public Task<CellResult> ExecuteAsync(CellRequest request, ICellOutput output)
    {
        var cell = new CellRun(output, _pump);
        _interrupter.Expect(cell);
        try
        {
            return _thread.Run(() => Run(request, cell));
        }
        catch
        {
            _interrupter.Forget(cell);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Interrupt() => _interrupter.Interrupt();

    /// <inheritdoc/>
    public Task<CompletionResult> CompleteAsync(string code, int position, CancellationToken cancellation = default) =>
        Ask(() => _session.Value.Complete(code, position, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation = default) =>
        Ask(() => _session.Value.Inspect(code, position, cancellation), cancellation);

    /// <inheritdoc/>
    public Completeness IsComplete(string code) => Directives.CellCompleteness.Of(code);

    /// <inheritdoc/>
    public void Dispose()
    {
        Interrupt();
        _thread.Dispose();
        _pump.Dispose();
        if (_session.IsValueCreated) _session.Value.Dispose();
    }

    private void TryOut(string code)
    {
        try
        {
            _session.Value.TryOut(code, new CellRun(DiscardedOutput.Instance, _pump));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A cell has made the code mean something else. A warm-up that fails must not harm: the cells' thread goes on.
        }
    }

    /// <summary>On a thread of its own: the running cell may hold all threads of the pool.</summary>
    private static Task<T> Ask<T>(Func<T> question, CancellationToken cancellation) =>
        Task.Factory.StartNew(question, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>
    /// What passing cells leave behind is found only by a full collection, which a session of small cells does not cause by
    /// itself: now and then one is made while nobody waits (about 20 ms).
    /// </summary>
    private void TidyUp()
    {
        if (_number % 256 == 0) _thread.RunWhenIdle(GC.Collect);
    }

    private CellResult Run(CellRequest request, CellRun cell)
    {
        long start = Environment.TickCount64;
        var context = new CellSynchronizationContext(_thread.Thread);
        int number = request.Silent ? _number : ++_number;
        CellStatus status = CellStatus.Ok;
        CellError? error = null;
        _interrupter.Begin(cell, context);
        cell.Enter();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            status = _session.Value.Run(new CellJob(cell, context, request, number));
        }
        catch (Exception failure)
        {
            error = cell.Interrupted ? ErrorReport.Interrupted() : ErrorReport.Of(failure, request.Code);
            status = cell.Interrupted ? CellStatus.Interrupted : CellStatus.Error;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
            _interrupter.End();
            cell.RunAtEnd();
            cell.Ended = true;
        }
        if (status == CellStatus.Interrupted) context.Abandon();
        else context.Close();
        if (error is not null && !request.Silent) _pump.Post(() => cell.Output.Error(error));
        _pump.Drain();
        TidyUp();
        return new CellResult(status, TimeSpan.FromMilliseconds(Environment.TickCount64 - start), error);
    }
}
