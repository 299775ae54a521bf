namespace HackLab.Kernel.Execution;

/// <summary>The one thread that cells run on, in the order in which they were asked for.</summary>
internal sealed class CellThread : IDisposable
{
    // Learners write deep recursions; the guard needs room to notice them.
    private const int StackBytes = 16 * 1024 * 1024;

    private readonly Queue<Action> _jobs = new();
    private readonly Queue<Action> _idleJobs = new();
    private readonly object _gate = new();
    private bool _disposed;

    public CellThread()
    {
        Thread = new Thread(Run, StackBytes) { IsBackground = true, Name = "HackLab cells" };
        Thread.Start();
    }

    public Thread Thread { get; }

    /// <summary>Runs a job after those already queued.</summary>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public Task<T> Run<T>(Func<T> job)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _jobs.Enqueue(() =>
            {
                try { done.SetResult(job()); }
                catch (Exception failure) { done.SetException(failure); }
            });
            Monitor.Pulse(_gate);
        }
        return done.Task;
    }

    /// <summary>Runs a job when no other is waiting.</summary>
    public void RunWhenIdle(Action job)
    {
        lock (_gate)
        {
            _idleJobs.Enqueue(job);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Takes no more jobs; a running one is not waited for.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        while (true)
        {
            Action job;
            lock (_gate)
            {
                while (_jobs.Count + _idleJobs.Count == 0 && !_disposed) Monitor.Wait(_gate);
                if (_disposed && _jobs.Count == 0) return;
                job = _jobs.Count > 0 ? _jobs.Dequeue() : _idleJobs.Dequeue();
            }
            job();
        }
    }
}
