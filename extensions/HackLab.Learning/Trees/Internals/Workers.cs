namespace HackLab.Learning.Internals;

/// <summary>
/// A few threads that do one short job after another together, for as long as a fit lasts. A tree is thousands of jobs of some
/// 100 µs, for which starting tasks anew takes too long: here a thread that has no job looks for one for a moment before it sleeps.
/// </summary>
internal sealed class Workers : IDisposable
{
    private readonly Thread[] _threads;
    private readonly ManualResetEventSlim[] _begin;
    private readonly ManualResetEventSlim _done = new(false, Spins);
    private Action<int>? _job;
    private Exception? _error;
    private int _left;

    // About 20 µs on today's processors: longer than from one job of a large tree to the next, too short to be in others' way.
    private const int Spins = 500;

    /// <param name="count">How many work at once, the caller being one of them; 0 for one per processor.</param>
    public Workers(int count)
    {
        Count = count > 0 ? count : Environment.ProcessorCount;
        _threads = new Thread[Count - 1];
        _begin = new ManualResetEventSlim[Count - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _begin[i] = new ManualResetEventSlim(false, Spins);
            _threads[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"Learning {worker}" };
            _threads[i].Start();
        }
    }

    /// <summary>How many work at once.</summary>
    public int Count { get; }

    /// <summary>Calls the job once for each worker, 0 to <see cref="Count"/> − 1, at the same time, and returns when all are done.</summary>
    public void Run(Action<int> job)
    {
        if (_threads.Length == 0)
        {
            job(0);
            return;
        }
        (_job, _left, _error) = (job, _threads.Length, null);
        _done.Reset();
        foreach (ManualResetEventSlim begin in _begin) begin.Set();
        try
        {
            job(0);
        }
        finally
        {
            _done.Wait();
        }
        if (_error is not null) throw new AggregateException(_error);
    }

    /// <summary>Calls the job for 0 to count − 1, whoever is free taking the next.</summary>
    public void For(int count, Action<int> job)
    {
        int next = -1;
        Run(_ =>
        {
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next)) job(i);
        });
    }

    /// <summary>Where part i of a range cut into as many parts as there are workers begins.</summary>
    public int PartStart(int length, int part) => (int)((long)length * part / Count);

    public void Dispose()
    {
        _job = null;
        foreach (ManualResetEventSlim begin in _begin) begin.Set();
        foreach (Thread thread in _threads) thread.Join();
        foreach (ManualResetEventSlim begin in _begin) begin.Dispose();
        _done.Dispose();
    }

    private void Serve(int worker)
    {
        ManualResetEventSlim begin = _begin[worker - 1];
        while (true)
        {
            begin.Wait();
            begin.Reset();
            if (_job is not { } job) return;
            try
            {
                job(worker);
            }
            catch (Exception error)   // told to the caller of Run, on its own thread
            {
                _error = error;
            }
            if (Interlocked.Decrement(ref _left) == 0) _done.Set();
        }
    }
}
