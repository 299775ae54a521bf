using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
/// thread. Each thread begins with the same share of the parts in every job, so that what one kernel wrote is still in the cache of
/// the core that reads it in the next; who is done takes parts from the others. Waiting threads spin for some microseconds,
/// because the next kernel of a training step follows at once, and then park.
/// </remarks>
internal static unsafe class Workers
{
    private const int MaxThreads = 256;
    private const int SpinRounds = 30_000;    // about a millisecond

    private static readonly Lock Gate = new();
    private static readonly Seat* Seats = CreateSeats();
    private static Worker[] s_workers = [];
    private static int s_count = Math.Clamp(Environment.ProcessorCount, 1, 64);

    // The job in hand is that of the generation's parity, and stays as it is until the generation after the next is prepared.
    private static Job s_even, s_odd;
    private static uint s_generation;

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
                s_count = Math.Min(value, MaxThreads);
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
            Share(new Job(&RunPart<TWork>, Unsafe.AsPointer(ref work), parts, Math.Min(s_count, parts)));
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

    private static void Share(in Job job)
    {
        EnsureThreads();
        uint generation = s_generation + 1;
        SlotOf(generation) = job;
        for (int thread = job.Threads - 1; thread >= 0; thread--)
        {
            Volatile.Write(ref Seats[thread].Claim, Stamp(generation, (int)Range(job.Parts, job.Threads, thread).Start));
        }
        Interlocked.Exchange(ref s_generation, generation);
        for (int i = 0; i < job.Threads - 1; i++)
        {
            s_workers[i].Wake();
        }
        int mine = TakeParts(job, generation, 0);
        // Pauses first: shares are even, so the others finish soon, and yielding at once would take time from a core's twin.
        for (int round = 0; round < SpinRounds && mine + PartsOfOthers(job, generation) < job.Parts; round++)
        {
            Thread.SpinWait(1);
        }
        var spin = new SpinWait();
        while (mine + PartsOfOthers(job, generation) < job.Parts)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    private static int PartsOfOthers(in Job job, uint generation)
    {
        int done = 0;
        for (int thread = 1; thread < job.Threads; thread++)
        {
            ulong report = Volatile.Read(ref Seats[thread].Report);
            done += (uint)(report >> 32) == generation ? (int)report : 0;
        }
        return done;
    }

    /// <summary>Does the parts of a thread's own share, then what the others have not begun; returns how many it did.</summary>
    private static int TakeParts(in Job job, uint generation, int thread)
    {
        int done = 0;
        for (int i = 0; i < job.Threads; i++)
        {
            int owner = thread + i < job.Threads ? thread + i : thread + i - job.Threads;
            long end = Range(job.Parts, job.Threads, owner).End;
            while (true)
            {
                ulong claim = Volatile.Read(ref Seats[owner].Claim);
                if ((uint)(claim >> 32) != generation || (int)claim >= end)
                {
                    break;
                }
                if (Interlocked.CompareExchange(ref Seats[owner].Claim, claim + 1, claim) == claim)
                {
                    job.Run(job.Context, (int)claim);
                    done++;
                }
            }
        }
        return done;
    }

    private static ulong Stamp(uint generation, int value) => (ulong)generation << 32 | (uint)value;

    private static ref Job SlotOf(uint generation) => ref generation % 2 == 0 ? ref s_even : ref s_odd;

    private static Seat* CreateSeats()
    {
        nuint bytes = (nuint)(MaxThreads * sizeof(Seat));
        var seats = (Seat*)NativeMemory.AlignedAlloc(bytes, (nuint)sizeof(Seat));
        NativeMemory.Clear(seats, bytes);
        return seats;
    }

    private static void EnsureThreads()
    {
        if (s_workers.Length < s_count - 1)
        {
            var workers = new Worker[s_count - 1];
            s_workers.CopyTo(workers, 0);
            for (int i = s_workers.Length; i < workers.Length; i++)
            {
                workers[i] = new Worker(i + 1);
            }
            s_workers = workers;
        }
    }

    private readonly struct Job(delegate*<void*, int, void> run, void* context, int parts, int threads)
    {
        public readonly delegate*<void*, int, void> Run = run;
        public readonly void* Context = context;
        public readonly int Parts = parts;
        public readonly int Threads = threads;
    }

    /// <summary>What a thread shares with the others, apart from everything else: two cores never write to a line by
    /// accident.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Seat
    {
        /// <summary>Generation and next part of the thread's share.</summary>
        [FieldOffset(0)]
        public ulong Claim;

        /// <summary>Generation, and how many of its parts the thread did in all.</summary>
        [FieldOffset(8)]
        public ulong Report;
    }

    private sealed class Worker
    {
        private readonly SemaphoreSlim _wake = new(0);
        private readonly int _number;
        private int _parked;

        public Worker(int number)
        {
            _number = number;
            var thread = new Thread(Loop) { IsBackground = true, Name = $"ManagedTorch {number}" };
            thread.Start();
        }

        /// <summary>To be called after the generation was raised.</summary>
        public void Wake()
        {
            if (Volatile.Read(ref _parked) == 1 && Interlocked.Exchange(ref _parked, 0) == 1)
            {
                _wake.Release();
            }
        }

        private void Loop()
        {
            t_busy = true;
            uint seen = 0;
            while (true)
            {
                for (int round = 0; Volatile.Read(ref s_generation) == seen && round < SpinRounds; round++)
                {
                    Thread.SpinWait(1);
                }
                if (Volatile.Read(ref s_generation) == seen)
                {
                    Interlocked.Exchange(ref _parked, 1);
                    // Looks again after raising the flag: a caller that came in between did not see it.
                    if (Volatile.Read(ref s_generation) == seen || Interlocked.Exchange(ref _parked, 0) == 0)
                    {
                        _wake.Wait();
                    }
                }
                seen = Volatile.Read(ref s_generation);
                Job job = SlotOf(seen);
                Volatile.ReadBarrier();
                // If the generation has moved on meanwhile, the job may be half that of a later one; it is over anyway.
                if (Volatile.Read(ref s_generation) == seen && _number < job.Threads)
                {
                    int done = TakeParts(job, seen, _number);
                    if (done > 0)
                    {
                        Volatile.Write(ref Seats[_number].Report, Stamp(seen, done));
                    }
                }
            }
        }
    }
}
