using System.Runtime.Intrinsics;

namespace HackLab.Quantum.Internals;

/// <summary>Amplitudes times a real factor, in the lanes where all low bits are 1.</summary>
internal unsafe struct RealPhase(double* a, double factor, int lowBits) : IRun
{
    private readonly Vector256<double> _factor = LaneVectors.Where(lowBits, factor, 1);

    public readonly void Run(nint first, nint count)
    {
        Vector256<double> factor = _factor;
        double* p = a + first;
        for (double* end = p + count; p < end; p += Lattice.Lanes) (factor * Vector256.Load(p)).Store(p);
    }
}

/// <summary>Amplitudes times a complex factor, in the lanes where all low bits are 1.</summary>
internal unsafe struct ComplexPhase(double* re, double* im, double cos, double sin, int lowBits) : IRun
{
    private readonly Vector256<double> _cos = LaneVectors.Where(lowBits, cos, 1);
    private readonly Vector256<double> _sin = LaneVectors.Where(lowBits, sin, 0);

    public readonly void Run(nint first, nint count)
    {
        Vector256<double> c = _cos, s = _sin;
        double* p = re + first, q = im + first;
        for (double* end = p + count; p < end; p += Lattice.Lanes, q += Lattice.Lanes)
        {
            Vector256<double> ar = Vector256.Load(p), ai = Vector256.Load(q);
            ((c * ar) - (s * ai)).Store(p);
            ((c * ai) + (s * ar)).Store(q);
        }
    }
}
