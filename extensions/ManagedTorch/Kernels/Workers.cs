using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Work that can be cut into numbered parts, each of which any thread may do, in any order.</summary>
/// <remarks>A struct that holds pointers and numbers only: it is passed by address, without allocating. A part must not
/// throw.</remarks>
internal interface IWork
{
    /// <summary>Does part number <paramref name="part"/>, from 0.</summary>
    void Run(int part);
}

/// <summary>A small fixed pool of threads for the kernels. Which thread does a part never changes its result.</summary>
/// <remarks>
/// The caller works too. A call from inside a part, or while another caller holds the pool, runs its parts in the caller's
/// thread. Waiting threads spin for some microseconds, because the next kernel of a training step follows at once, and then park.
/// </remarks>
internal static unsafe class Workers
{
    private const int SpinRounds = 2000;
    private const long Closed = int.MaxValue;

    private static readonly Lock Gate = new();
    private static Worker[] s_workers = [];
    private static int s_count = Math.Clamp(Environment.ProcessorCount, 1, 64);

    // The job in hand. Written only while s_claim is closed, so that who claims a part of generation g sees the fields of g.
    private static delegate*<void*, int, void> s_run;
    private static void* s_context;
    private static int s_parts;
    private static int s_unfinished;
    private static long s_claim = Closed;    // generation << 32 | next part

    [ThreadStatic]
    private static bool t_busy;

    /// <summary>Threads that work together, the caller included; at least 1.</summary>
    public static int Count
    {
        get => s_count;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            lock (Gate)
            {
                s_count = Math.Min(value, 256);
            }
        }
    }

    /// <summary>Runs parts 0 … <paramref name="parts"/> - 1 and returns when all are done.</summary>
    public static void For<TWork>(int parts, TWork work) where TWork : unmanaged, IWork
    {
        if (parts <= 1 || s_count == 1 || t_busy || !Gate.TryEnter())
        {
            for (int part = 0; part < parts; part++)
            {
                work.Run(part);
            }
            return;
        }
        try
        {
            t_busy = true;
            Share(parts, &RunPart<TWork>, Unsafe.AsPointer(ref work));
        }
        finally
        {
            t_busy = false;
            Gate.Exit();
        }
    }

    /// <summary>How many parts of at least <paramref name="grain"/> items to cut <paramref name="items"/> into; at most 4 a
    /// thread.</summary>
    public static int PartsFor(long items, long grain) =>
        s_count == 1 ? 1 : (int)Math.Clamp(items / Math.Max(1, grain), 1, 4L * s_count);

    /// <summary>The range of items that part <paramref name="part"/> of <paramref name="parts"/> covers; sizes differ by at most
    /// one.</summary>
    public static (long Start, long End) Range(long items, int parts, int part)
    {
        long size = items / parts, larger = items % parts;
        long start = part * size + Math.Min(part, larger);
        return (start, start + size + (part < larger ? 1 : 0));
    }

    private static void RunPart<TWork>(void* work, int part) where TWork : unmanaged, IWork => ((TWork*)work)->Run(part);

    private static void Share(int parts, delegate*<void*, int, void> run, void* context)
    {
        EnsureThreads();
        long generation = (Volatile.Read(ref s_claim) >> 32) + 1 & 0x7FFF_FFFF;
        s_run = run;
        s_context = context;
        s_parts = parts;
        Volatile.Write(ref s_unfinished, parts);
        Interlocked.Exchange(ref s_claim, generation << 32);
        int helpers = Math.Min(s_count, parts) - 1;
        for (int i = 0; i < helpers; i++)
        {
            s_workers[i].Wake();
        }
        TakeParts();
        // Pauses first: parts are even, so the others finish soon, and yielding at once would take time from a core's twin.
        for (int round = 0; Volatile.Read(ref s_unfinished) != 0 && round < SpinRounds; round++)
        {
            Thread.SpinWait(16);
        }
        var spin = new SpinWait();
        while (Volatile.Read(ref s_unfinished) != 0)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
        Interlocked.Exchange(ref s_claim, generation << 32 | Closed);
    }

    private static void TakeParts()
    {
        while (true)
        {
            long claim = Volatile.Read(ref s_claim);
            int part = (int)claim;
            delegate*<void*, int, void> run = s_run;
            void* context = s_context;
            if (part >= s_parts)
            {
                return;
            }
            if (Interlocked.CompareExchange(ref s_claim, claim + 1, claim) == claim)
            {
                run(context, part);
                Interlocked.Decrement(ref s_unfinished);
            }
        }
    }

    private static void EnsureThreads()
    {
        if (s_workers.Length < s_count - 1)
        {
            var workers = new Worker[s_count - 1];
            s_workers.CopyTo(workers, 0);
            for (int i = s_workers.Length; i < workers.Length; i++)
            {
                workers[i] = new Worker(i);
            }
            s_workers = workers;
        }
    }

    private sealed class Worker
    {
        private readonly SemaphoreSlim _wake = new(0);
        private int _parked;

        public Worker(int index)
        {
            var thread = new Thread(Loop) { IsBackground = true, Name = $"ManagedTorch {index + 1}" };
            thread.Start();
        }

        public void Wake()
        {
            if (Interlocked.Exchange(ref _parked, 0) == 1)
            {
                _wake.Release();
            }
        }

        private void Loop()
        {
            t_busy = true;
            long seen = Closed;
            while (true)
            {
                for (int round = 0; (Volatile.Read(ref s_claim) >> 32) == seen && round < SpinRounds; round++)
                {
                    Thread.SpinWait(16);
                }
                if ((Volatile.Read(ref s_claim) >> 32) == seen)
                {
                    Interlocked.Exchange(ref _parked, 1);
                    // Looks again after raising the flag: a caller that came in between did not see it.
                    if ((Volatile.Read(ref s_claim) >> 32) == seen || Interlocked.Exchange(ref _parked, 0) == 0)
                    {
                        _wake.Wait();
                    }
                }
                seen = Volatile.Read(ref s_claim) >> 32;
                TakeParts();
            }
        }
    }
}
