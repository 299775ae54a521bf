using System.Diagnostics;
using System.Numerics;

namespace HackLab.Quantum.Internals;

/// <summary>Work on amplitudes that lie next to each other.</summary>
internal interface IRun
{
    /// <summary>Does amplitudes <paramref name="first"/> … <paramref name="first"/> + <paramref name="count"/> − 1, in vectors of four.</summary>
    void Run(nint first, nint count);
}

/// <summary>
/// The amplitudes that a gate walks over: all indices in which some bits have a fixed value. The lowest two bits are the lanes of a
/// vector and never fixed here. Below the lowest fixed bit indices follow each other, so the walk is made of runs.
/// </summary>
internal readonly struct Lattice
{
    /// <summary>Amplitudes in a vector.</summary>
    internal const int Lanes = 4;

    /// <summary>The bits of an index that are the lane within a vector.</summary>
    internal const int LaneMask = Lanes - 1;

    private readonly int _fixed;
    private readonly int _value;
    private readonly int _runBits;

    /// <summary>Indices of <paramref name="bits"/> bits, those of <paramref name="fixedMask"/> being as in <paramref name="value"/>.</summary>
    internal Lattice(int bits, int fixedMask, int value)
    {
        Debug.Assert((fixedMask & LaneMask) == 0 && (value & ~fixedMask) == 0);
        _fixed = fixedMask;
        _value = value;
        _runBits = fixedMask == 0 ? bits : BitOperations.TrailingZeroCount(fixedMask);
        Vectors = (1L << (bits - BitOperations.PopCount((uint)fixedMask))) / Lanes;
    }

    /// <summary>How many vectors of four there are.</summary>
    internal long Vectors { get; }

    /// <summary>Walks over vectors number <paramref name="start"/> to <paramref name="end"/> − 1.</summary>
    internal void Walk<TRun>(long start, long end, ref TRun work)
        where TRun : struct, IRun
    {
        long perRun = (1L << _runBits) / Lanes;
        while (start < end)
        {
            long within = start & (perRun - 1), vectors = Math.Min(perRun - within, end - start);
            work.Run((nint)Index(start * Lanes), (nint)(vectors * Lanes));
            start += vectors;
        }
    }

    /// <summary>Number <paramref name="free"/> with the fixed bits put in between.</summary>
    private long Index(long free)
    {
        for (int mask = _fixed; mask != 0; mask &= mask - 1)
        {
            long below = (mask & -mask) - 1;
            free = ((free & ~below) << 1) | (free & below);
        }
        return free | (uint)_value;
    }
}
