using System.Runtime.Intrinsics;

namespace HackLab.Quantum.Internals;

/// <summary>
/// A real 2 × 2 matrix on pairs of amplitudes whose target bit lies above the lanes: y0 = m00 a0 + m01 a1, y1 = m10 a0 + m11 a1. Lanes
/// in which a low control is 0 hold the identity. Real and imaginary parts are changed alike, so it is told one array.
/// </summary>
internal unsafe struct RealPairs(double* a, nint stride, Matrix2 m, int lowControls) : IRun
{
    private readonly Vector256<double> _m00 = LaneVectors.Where(lowControls, m.R00, 1);
    private readonly Vector256<double> _m01 = LaneVectors.Where(lowControls, m.R01, 0);
    private readonly Vector256<double> _m10 = LaneVectors.Where(lowControls, m.R10, 0);
    private readonly Vector256<double> _m11 = LaneVectors.Where(lowControls, m.R11, 1);

    public readonly void Run(nint first, nint count)
    {
        Vector256<double> m00 = _m00, m01 = _m01, m10 = _m10, m11 = _m11;
        double* p0 = a + first, p1 = p0 + stride;
        for (double* end = p0 + count; p0 < end; p0 += Lattice.Lanes, p1 += Lattice.Lanes)
        {
            Vector256<double> a0 = Vector256.Load(p0), a1 = Vector256.Load(p1);
            Vector256.FusedMultiplyAdd(m01, a1, m00 * a0).Store(p0);
            Vector256.FusedMultiplyAdd(m11, a1, m10 * a0).Store(p1);
        }
    }
}

/// <summary>As <see cref="RealPairs"/> for a target bit within the lanes: y = diagonal · a + off · (a with the target bit flipped).</summary>
internal unsafe struct RealLanes(double* a, int target, Matrix2 m, int lowControls) : IRun
{
    private readonly Vector256<double> _diagonal =
        LaneVectors.Where(lowControls, target, m.R00, m.R11, 1);
    private readonly Vector256<double> _off =
        LaneVectors.Where(lowControls, target, m.R01, m.R10, 0);

    public readonly void Run(nint first, nint count)
    {
        Vector256<double> diagonal = _diagonal, off = _off;
        double* p = a + first;
        if (target == 0)
        {
            for (double* end = p + count; p < end; p += Lattice.Lanes)
            {
                Vector256<double> v = Vector256.Load(p);
                Vector256.FusedMultiplyAdd(off, LaneVectors.Flip(v, 1), diagonal * v).Store(p);
            }
            return;
        }
        for (double* end = p + count; p < end; p += Lattice.Lanes)
        {
            Vector256<double> v = Vector256.Load(p);
            Vector256.FusedMultiplyAdd(off, LaneVectors.Flip(v, 2), diagonal * v).Store(p);
        }
    }
}

/// <summary>As <see cref="RealPairs"/> for a complex matrix.</summary>
internal unsafe struct ComplexPairs(double* re, double* im, nint stride, Matrix2 m, int lowControls) : IRun
{
    private readonly Vector256<double> _r00 = LaneVectors.Where(lowControls, m.R00, 1);
    private readonly Vector256<double> _i00 = LaneVectors.Where(lowControls, m.I00, 0);
    private readonly Vector256<double> _r01 = LaneVectors.Where(lowControls, m.R01, 0);
    private readonly Vector256<double> _i01 = LaneVectors.Where(lowControls, m.I01, 0);
    private readonly Vector256<double> _r10 = LaneVectors.Where(lowControls, m.R10, 0);
    private readonly Vector256<double> _i10 = LaneVectors.Where(lowControls, m.I10, 0);
    private readonly Vector256<double> _r11 = LaneVectors.Where(lowControls, m.R11, 1);
    private readonly Vector256<double> _i11 = LaneVectors.Where(lowControls, m.I11, 0);

    public readonly void Run(nint first, nint count)
    {
        Vector256<double> r00 = _r00, i00 = _i00, r01 = _r01, i01 = _i01, r10 = _r10, i10 = _i10, r11 = _r11, i11 = _i11;
        double* p = re + first, q = im + first;
        for (double* end = p + count; p < end; p += Lattice.Lanes, q += Lattice.Lanes)
        {
            Vector256<double> ar = Vector256.Load(p), ai = Vector256.Load(q), br = Vector256.Load(p + stride), bi = Vector256.Load(q + stride);
            ((r00 * ar) - (i00 * ai) + (r01 * br) - (i01 * bi)).Store(p);
            ((r00 * ai) + (i00 * ar) + (r01 * bi) + (i01 * br)).Store(q);
            ((r10 * ar) - (i10 * ai) + (r11 * br) - (i11 * bi)).Store(p + stride);
            ((r10 * ai) + (i10 * ar) + (r11 * bi) + (i11 * br)).Store(q + stride);
        }
    }
}

/// <summary>As <see cref="RealLanes"/> for a complex matrix.</summary>
internal unsafe struct ComplexLanes(double* re, double* im, int target, Matrix2 m, int lowControls) : IRun
{
    private readonly Vector256<double> _dr = LaneVectors.Where(lowControls, target, m.R00, m.R11, 1);
    private readonly Vector256<double> _di = LaneVectors.Where(lowControls, target, m.I00, m.I11, 0);
    private readonly Vector256<double> _or = LaneVectors.Where(lowControls, target, m.R01, m.R10, 0);
    private readonly Vector256<double> _oi = LaneVectors.Where(lowControls, target, m.I01, m.I10, 0);

    public readonly void Run(nint first, nint count)
    {
        Vector256<double> dr = _dr, di = _di, or = _or, oi = _oi;
        double* p = re + first, q = im + first;
        for (double* end = p + count; p < end; p += Lattice.Lanes, q += Lattice.Lanes)
        {
            Vector256<double> ar = Vector256.Load(p), ai = Vector256.Load(q);
            Vector256<double> br = LaneVectors.Flip(ar, 1 << target), bi = LaneVectors.Flip(ai, 1 << target);
            ((dr * ar) - (di * ai) + (or * br) - (oi * bi)).Store(p);
            ((dr * ai) + (di * ar) + (or * bi) + (oi * br)).Store(q);
        }
    }
}
