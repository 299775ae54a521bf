using System.Runtime.InteropServices;

namespace HackLab.Quantum.Internals;

/// <summary>
/// The amplitudes of a state: real and imaginary parts in arrays of their own, so that a vector of four numbers needs no shuffling.
/// </summary>
/// <remarks>
/// Double precision: after 400 gates the norm is wrong by some 10⁻¹⁵, and a state that is computed backwards to save memory is the
/// state again. Four numbers at least, so that a single qubit (2) needs no code of its own: gates leave the rest at zero.
/// </remarks>
internal sealed unsafe class Amplitudes : IDisposable
{
    private const nuint Alignment = 64;

    private double* _re;
    private double* _im;

    /// <summary>Memory for a state of zeros.</summary>
    internal Amplitudes(int wires)
    {
        Wires = wires;
        Bits = Math.Max(2, wires);
        nuint bytes = (nuint)sizeof(double) << Bits;
        _re = (double*)NativeMemory.AlignedAlloc(2 * bytes, Alignment);
        _im = _re + (1L << Bits);
        GC.AddMemoryPressure((long)(2 * bytes));
        Clear();
    }

    ~Amplitudes() => Free();

    internal int Wires { get; }

    /// <summary>log₂ of the numbers in memory.</summary>
    internal int Bits { get; }

    /// <summary>2^wires.</summary>
    internal int Count => 1 << Wires;

    internal double* Re => _re;

    internal double* Im => _im;

    internal Span<double> Real => new(_re, Count);

    internal Span<double> Imaginary => new(_im, Count);

    internal void Clear() => new Span<double>(_re, 2 << Bits).Clear();

    /// <summary>|0…0⟩.</summary>
    internal void SetZeroState()
    {
        Clear();
        _re[0] = 1;
    }

    internal void CopyFrom(Amplitudes other) => new Span<double>(other._re, 2 << Bits).CopyTo(new Span<double>(_re, 2 << Bits));

    internal Amplitudes Clone()
    {
        var copy = new Amplitudes(Wires);
        copy.CopyFrom(this);
        return copy;
    }

    /// <summary>Σ |a|².</summary>
    internal double SquaredNorm()
    {
        double sum = 0;
        for (int i = 0; i < Count; i++) sum += (_re[i] * _re[i]) + (_im[i] * _im[i]);
        return sum;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_re is null) return;
        NativeMemory.AlignedFree(_re);
        GC.RemoveMemoryPressure(2L * sizeof(double) << Bits);
        _re = _im = null;
    }
}
