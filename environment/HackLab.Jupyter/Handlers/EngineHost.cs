using HackLab.Kernel;

namespace HackLab.Jupyter.Handlers;

/// <summary>
/// Makes the engine on a thread of its own, so that clients get their first answer before the compiler is loaded, and warms
/// it up while they look at it.
/// </summary>
internal sealed class EngineHost(Func<IKernel> create, Action<string> log) : IDisposable
{
    private readonly TaskCompletionSource<IKernel> _engine = new();

    /// <summary>Starts making the engine.</summary>
    public void Start()
    {
        new Thread(Create) { IsBackground = true, Name = "Engine start" }.Start();
    }

    /// <summary>The engine, waiting until it is there.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    /// <exception cref="InvalidOperationException">It could not be made.</exception>
    public IKernel Get(CancellationToken cancellation)
    {
        try
        {
            _engine.Task.Wait(cancellation);
            return _engine.Task.Result;
        }
        catch (AggregateException fault)
        {
            throw new InvalidOperationException($"The C# engine did not start: {fault.InnerException!.Message}", fault.InnerException);
        }
    }

    /// <summary>Stops the running cell, if the engine is there and runs one.</summary>
    public void Interrupt()
    {
        if (_engine.Task.IsCompletedSuccessfully) _engine.Task.Result.Interrupt();
    }

    /// <summary>Disposes the engine if there is one.</summary>
    public void Dispose()
    {
        if (_engine.Task.IsCompletedSuccessfully) _engine.Task.Result.Dispose();
    }

    private void Create()
    {
        try
        {
            IKernel engine = create();
            _engine.SetResult(engine);
            engine.WarmUpAsync().GetAwaiter().GetResult();
        }
        catch (Exception fault)
        {
            log($"the engine did not start as it should: {fault}");
            _engine.TrySetException(fault);
        }
    }
}
