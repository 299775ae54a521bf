using System.Runtime.Intrinsics;

namespace HackLab.Quantum.Internals;

/// <summary>
/// Exchanges amplitudes whose two bits are 1, 0 with those whose bits are 0, 1. Told the indices in which high bits are 1, 0; low
/// bits are looked at lane by lane. <paramref name="offset"/> leads from one to the other.
/// </summary>
internal unsafe struct SwapHigh(double* a, nint offset, int lowControls) : IRun
{
    private readonly Vector256<double> _acts = LaneVectors.Where(lowControls, BitConverter.Int64BitsToDouble(-1), 0);

    public readonly void Run(nint first, nint count)
    {
        Vector256<double> acts = _acts;
        double* p = a + first;
        for (double* end = p + count; p < end; p += Lattice.Lanes)
        {
            Vector256<double> v = Vector256.Load(p), w = Vector256.Load(p + offset);
            Vector256.ConditionalSelect(acts, w, v).Store(p);
            Vector256.ConditionalSelect(acts, v, w).Store(p + offset);
        }
    }
}

/// <summary>The same one amplitude at a time, where one of the two bits or both are the lane: told all indices with high controls 1.</summary>
internal unsafe struct SwapAny(double* a, int one, int other, int controls) : IRun
{
    public readonly void Run(nint first, nint count)
    {
        int both = (1 << one) | (1 << other);
        for (nint i = first; i < first + count; i++)
        {
            if ((i & both) != 1 << one || (i & controls) != controls) continue;
            nint j = i ^ both;
            (a[i], a[j]) = (a[j], a[i]);
        }
    }
}
