namespace HackLab.Kernel.Execution;

/// <summary>
/// Continuations of awaits in a cell run on the cell's thread while it waits for them. If that thread is blocked or busy in
/// the cell's own code, as in <c>LoadAsync().Result</c>, they go to the thread pool instead: waiting for them would be a
/// deadlock that console programs do not have either.
/// </summary>
internal sealed class CellSynchronizationContext(Thread thread) : SynchronizationContext
{
    private static readonly TimeSpan BusyPatience = TimeSpan.FromMilliseconds(20);

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private readonly Lock _gate = new();
    private readonly AutoResetEvent _wake = new(false);
    private bool _waiting;
    private bool _closed;

    /// <summary>True while the thread waits here for a continuation, and not in code of the cell.</summary>
    public bool IsWaiting
    {
        get { lock (_gate) return _waiting; }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        bool toPool;
        lock (_gate)
        {
            toPool = _closed || (!_waiting && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            if (!toPool)
            {
                _queue.Enqueue((d, state));
                _wake.Set();
                if (!_waiting) _ = new Timer(_ => MoveToPool(), null, BusyPatience, Timeout.InfiniteTimeSpan);
            }
        }
        if (toPool) RunOnPool(d, state);
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs continuations until the task has ended or the wait is given up.</summary>
    public void RunUntil(Task task, Func<bool> giveUp)
    {
        _ = task.ContinueWith(
            _ => _wake.Set(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted && !giveUp())
        {
            (SendOrPostCallback Callback, object? State) next;
            lock (_gate)
            {
                _waiting = true;
                if (_queue.TryDequeue(out next)) _waiting = false;
            }
            if (next.Callback is not null)
            {
                next.Callback(next.State);
                continue;
            }
            _wake.WaitOne();
            lock (_gate) _waiting = false;
        }
    }

    /// <summary>Lets a waiting thread look again whether it should give up.</summary>
    public void Wake() => _wake.Set();

    /// <summary>Ends the cell: what is still queued, and all that comes later, goes to the pool.</summary>
    public void Close()
    {
        lock (_gate) _closed = true;
        MoveToPool();
    }

    /// <summary>Ends an interrupted cell: what waits here is never run.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _closed = true;
            _queue.Clear();
        }
    }

    private void MoveToPool()
    {
        lock (_gate)
        {
            if (_waiting && !_closed) return;
            while (_queue.TryDequeue(out var item)) RunOnPool(item.Callback, item.State);
        }
    }

    private void RunOnPool(SendOrPostCallback callback, object? state) => ThreadPool.UnsafeQueueUserWorkItem(
        static work =>
        {
            SetSynchronizationContext(work.context);
            try { work.callback(work.state); }
            finally { SetSynchronizationContext(null); }
        },
        (context: this, callback, state),
        preferLocal: false);
}
