using System.Numerics;
using System.Runtime.Intrinsics;

namespace HackLab.Quantum.Internals;

/// <summary>What a term looks like to a vector of four amplitudes: signs by lane, and 0 where a low projector forbids.</summary>
internal readonly struct TermLanes
{
    private readonly int _highSign;
    private readonly Vector256<double> _lanes;

    internal TermLanes(in MaskedTerm term)
    {
        _highSign = term.Sign & ~Lattice.LaneMask;
        FlipLow = term.Flip & Lattice.LaneMask;
        FlipHigh = term.Flip & ~Lattice.LaneMask;
        double factor = term.YCount % 4 < 2 ? term.Factor : -term.Factor;    // i² = −1; a single i is the caller's
        Span<double> lanes = stackalloc double[Lattice.Lanes];
        for (int l = 0; l < Lattice.Lanes; l++)
        {
            bool allowed = (l & term.Mask) == (term.Value & Lattice.LaneMask);
            lanes[l] = !allowed ? 0 : BitOperations.PopCount((uint)(l & term.Sign)) % 2 == 0 ? factor : -factor;
        }
        _lanes = Vector256.Create<double>(lanes);
    }

    internal int FlipLow { get; }

    internal int FlipHigh { get; }

    /// <summary>Factor and sign of amplitudes <paramref name="j"/> … j + 3.</summary>
    internal Vector256<double> At(nint j) => BitOperations.PopCount((uint)(j & _highSign)) % 2 == 0 ? _lanes : -_lanes;

    /// <summary>All indices that the term does not take to 0, but for those in low lanes.</summary>
    internal static Lattice Over(in MaskedTerm term, int bits) => new(bits, term.Mask & ~Lattice.LaneMask, term.Value & ~Lattice.LaneMask);
}

/// <summary>Adds up ⟨ψ|P|ψ⟩ of one term.</summary>
internal unsafe struct TermMean(double* re, double* im, MaskedTerm term) : IRun
{
    private readonly TermLanes _lanes = new(term);
    private Vector256<double> _sum = Vector256<double>.Zero;

    internal readonly double Sum => Vector256.Sum(_sum);

    public void Run(nint first, nint count)
    {
        for (nint j = first; j < first + count; j += Lattice.Lanes)
        {
            nint k = j ^ _lanes.FlipHigh;
            Vector256<double> br = Vector256.Load(re + j), ar = LaneVectors.Flip(Vector256.Load(re + k), _lanes.FlipLow), part;
            if (im is null)
            {
                part = ar * br;    // only for terms with an even number of Y
            }
            else
            {
                Vector256<double> bi = Vector256.Load(im + j), ai = LaneVectors.Flip(Vector256.Load(im + k), _lanes.FlipLow);
                // a* b, or the real part of i a* b
                part = term.IsReal ? (ar * br) + (ai * bi) : (ai * br) - (ar * bi);
            }
            _sum += _lanes.At(j) * part;
        }
    }
}

/// <summary>Adds P|ψ⟩ of one term to a vector.</summary>
internal unsafe struct TermProduct(double* re, double* im, double* toRe, double* toIm, MaskedTerm term) : IRun
{
    private readonly TermLanes _lanes = new(term);

    public readonly void Run(nint first, nint count)
    {
        for (nint j = first; j < first + count; j += Lattice.Lanes)
        {
            nint k = j ^ _lanes.FlipHigh;
            Vector256<double> sign = _lanes.At(j), r = LaneVectors.Flip(sign * Vector256.Load(re + j), _lanes.FlipLow);
            if (im is null)
            {
                (Vector256.Load(toRe + k) + r).Store(toRe + k);
                continue;
            }
            Vector256<double> i = LaneVectors.Flip(sign * Vector256.Load(im + j), _lanes.FlipLow);
            (Vector256<double> addRe, Vector256<double> addIm) = term.IsReal ? (r, i) : (-i, r);
            (Vector256.Load(toRe + k) + addRe).Store(toRe + k);
            (Vector256.Load(toIm + k) + addIm).Store(toIm + k);
        }
    }
}

/// <summary>Observables on amplitudes.</summary>
internal static unsafe class ObservableRunner
{
    /// <summary>⟨ψ|O|ψ⟩; with <paramref name="real"/>, imaginary parts are known to be zero.</summary>
    internal static double Expectation(ReadOnlySpan<MaskedTerm> terms, Amplitudes state, bool real = false)
    {
        double sum = 0;
        foreach (MaskedTerm term in terms)
        {
            if (real && !term.IsReal) continue;    // an odd number of Y has mean 0 in a real state
            var work = new TermMean(state.Re, real ? null : state.Im, term);
            Lattice lattice = TermLanes.Over(term, state.Bits);
            lattice.Walk(0, lattice.Vectors, ref work);
            sum += work.Sum;
        }
        return sum;
    }

    /// <summary>Adds weight · O|ψ⟩ to <paramref name="result"/>.</summary>
    internal static void AddProduct(ReadOnlySpan<MaskedTerm> terms, double weight, Amplitudes state, Amplitudes result, bool real = false)
    {
        foreach (MaskedTerm term in terms)
        {
            if (real && !term.IsReal) continue;    // it would only make imaginary parts, on which no real gate depends
            var work = new TermProduct(state.Re, real ? null : state.Im, result.Re, result.Im, term with { Factor = weight * term.Factor });
            Lattice lattice = TermLanes.Over(term, state.Bits);
            lattice.Walk(0, lattice.Vectors, ref work);
        }
    }
}
