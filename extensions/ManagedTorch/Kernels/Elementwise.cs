using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>A formula for each place of a run; it holds the pointers it reads and writes.</summary>
internal interface IElementwise
{
    /// <summary>Computes places i … i + count - 1, count being the vector's width or, at the end, less.</summary>
    void Run(long i, int count);
}

/// <summary>Runs a formula over places, a vector at a time.</summary>
internal static class Elementwise
{
    private const long Grain = 16 * 1024;

    /// <summary>Runs places 0 … <paramref name="count"/> - 1, <paramref name="width"/> at a time, on the calling
    /// thread.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void For<TWork>(long count, int width, TWork work) where TWork : unmanaged, IElementwise
    {
        long i = 0;
        for (; i <= count - width; i += width)
        {
            work.Run(i, width);
        }
        if (i < count)
        {
            work.Run(i, (int)(count - i));
        }
    }

    /// <summary>The same, shared by the pool once it is long. Places share nothing, so the cuts change no bit.</summary>
    public static void ForShared<TWork>(long count, int width, TWork work) where TWork : unmanaged, IElementwise
    {
        int parts = Workers.PartsFor(count, Grain);
        if (parts == 1)
        {
            For(count, width, work);
        }
        else
        {
            Workers.For(parts, new Part<TWork>(count, width, parts, work));
        }
    }

    private readonly struct Part<TWork>(long count, int width, int parts, TWork work) : IWork
        where TWork : unmanaged, IElementwise
    {
        public void Run(int part)
        {
            // Whole vectors for every part but the last.
            (long start, long end) = Workers.Range((count + width - 1) / width, parts, part);
            For(Math.Min(end * width, count) - start * width, width, new Shifted<TWork>(work, start * width));
        }
    }

    private readonly struct Shifted<TWork>(TWork work, long start) : IElementwise where TWork : unmanaged, IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count) => work.Run(start + i, count);
    }
}

/// <summary>A formula for each place of a run, given what was computed for the run before.</summary>
internal interface IElementwiseWith<TGiven> where TGiven : unmanaged
{
    /// <summary>Computes places i … i + count - 1.</summary>
    void Run(long i, int count, TGiven given);
}

/// <summary>The run that starts at place <paramref name="start"/>, with what was computed for it.</summary>
internal readonly struct At<TGiven, TWork>(TWork work, long start, TGiven given) : IElementwise
    where TGiven : unmanaged where TWork : unmanaged, IElementwiseWith<TGiven>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(long i, int count) => work.Run(start + i, count, given);
}
