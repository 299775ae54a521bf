using System.Runtime.ExceptionServices;

namespace HackLab.Learning.Internals;

/// <summary>
/// A few threads that do one short job after another together, for as long as a fit lasts. A tree is thousands of jobs of some
/// 100 µs, for which starting tasks anew takes too long: here a thread that has no job looks for one for a moment before it
/// sleeps.
/// Nobody waits for a thread that has not begun: where others use the processors too, the caller does its part itself.
/// </summary>
internal sealed class Workers : IDisposable
{
    // Longer than from one job of a large tree to the next, too short to be in others' way.
    private const int Spins = 500;

    private readonly Thread[] _threads;
    private readonly ManualResetEventSlim[] _begin;
    private volatile Job? _job;
    private volatile bool _ended;

    /// <param name="count">How many work at once, the caller being one of them; 0 for one per processor.</param>
    public Workers(int count)
    {
        Count = count > 0 ? count : Environment.ProcessorCount;
        _threads = new Thread[Count - 1];
        _begin = new ManualResetEventSlim[Count - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            var begin = _begin[i] = new ManualResetEventSlim(false, Spins);
            _threads[i] = new Thread(() => Serve(begin)) { IsBackground = true, Name = "HackLab.Learning" };
            _threads[i].Start();
        }
    }

    /// <summary>How many work at once, and into how many parts <see cref="Run"/> cuts.</summary>
    public int Count { get; }

    /// <summary>Calls the job once for each part, 0 to <see cref="Count"/> − 1, and returns when all are done.</summary>
    public void Run(Action<int> job) => For(Count, job);

    /// <summary>Calls the job for 0 to count − 1, whoever is free taking the next, and returns when all are done.</summary>
    public void For(int count, Action<int> job)
    {
        if (_threads.Length == 0 || count <= 1)
        {
            for (int i = 0; i < count; i++) job(i);
            return;
        }
        var shared = new Job(job, count);
        _job = shared;
        foreach (ManualResetEventSlim begin in _begin) begin.Set();
        shared.TakePart();
        shared.Wait();
    }

    /// <summary>Where part i of a range cut into as many parts as there are workers begins.</summary>
    public int PartStart(int length, int part) => (int)((long)length * part / Count);

    public void Dispose()
    {
        _ended = true;
        foreach (ManualResetEventSlim begin in _begin) begin.Set();
        foreach (Thread thread in _threads) thread.Join();
        foreach (ManualResetEventSlim begin in _begin) begin.Dispose();
    }

    private void Serve(ManualResetEventSlim begin)
    {
        while (true)
        {
            begin.Wait();
            begin.Reset();   // before the job is looked at: whoever sets it again has left a newer one
            if (_ended) return;
            _job?.TakePart();
        }
    }

    /// <summary>One job. Who comes late finds nothing left to take; the next job has counters of its own.</summary>
    private sealed class Job(Action<int> work, int count)
    {
        private readonly int _count = count;
        private int _next = -1, _left = count;
        private volatile ExceptionDispatchInfo? _error;

        public void TakePart()
        {
            for (int i = Interlocked.Increment(ref _next); i < _count; i = Interlocked.Increment(ref _next))
            {
                try
                {
                    work(i);
                }
                catch (Exception error)   // told to the caller, on its own thread
                {
                    _error = ExceptionDispatchInfo.Capture(error);
                }
                Interlocked.Decrement(ref _left);
            }
        }

        public void Wait()
        {
            SpinWait spin = default;
            while (Volatile.Read(ref _left) > 0) spin.SpinOnce(sleep1Threshold: -1);   // gives way, but never sleeps for 1 ms
            _error?.Throw();
        }
    }
}
