using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Any length, as a convolution (Bluestein, 1970): jk = (j² + k² - (k - j)²)/2 makes
/// y[k] = c[k] Σ (x[j] c[j]) conj(c[k - j]) with c[k] = exp(-πi k²/n), and a convolution is a product between transforms
/// of a power of two ≥ 2n - 1.
/// </summary>
internal sealed unsafe class BluesteinPlan<T> : FourierPlan<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FourierPlan<T> _inner;
    private readonly ComplexTable<T> _chirp;
    private readonly ComplexTable<T> _kernel;    // the transform of conj(c), over the inner length

    public BluesteinPlan(int length) : base(length)
    {
        int innerLength = checked((int)BitOperations.RoundUpToPowerOf2((uint)(2 * (long)length - 1)));
        _inner = FourierPlan<T>.Of(innerLength);
        var chirp = new Complex[length];
        for (long k = 0; k < length; k++)
        {
            chirp[k] = RootsOfUnity.At(k * k % (2L * length), 2L * length);
        }
        _chirp = new ComplexTable<T>(chirp);
        _kernel = new ComplexTable<T>(Kernel(chirp, innerLength));
    }

    public override int WorkLength => _inner.Length;

    public override TLanes* Transform<TLanes>(TLanes* x, TLanes* other)
    {
        int inner = _inner.Length;
        Multiply(x, _chirp.Pointer, Length);
        new Span<TLanes>(x + Length, inner - Length).Clear();
        TLanes* spectrum = _inner.Transform(x, other);
        Multiply(spectrum, _kernel.Pointer, inner);
        SwapParts(spectrum, inner);
        TLanes* result = _inner.Transform(spectrum, spectrum == x ? other : x);
        SwapParts(result, Length);
        Multiply(result, _chirp.Pointer, Length);
        return result;
    }

    private static Complex[] Kernel(Complex[] chirp, int innerLength)
    {
        // In double, also for float: the tables then add no error of their own.
        var values = new OneRow<double>[innerLength];
        var scratch = new OneRow<double>[innerLength];
        double scale = 1.0 / innerLength;
        for (int k = 0; k < chirp.Length; k++)
        {
            var value = new OneRow<double>(chirp[k].Real * scale, -chirp[k].Imaginary * scale);
            values[k] = value;
            values[(innerLength - k) % innerLength] = value;
        }
        var kernel = new Complex[innerLength];
        fixed (OneRow<double>* x = values, other = scratch)
        {
            double* result = (double*)FourierPlan<double>.Of(innerLength).Transform(x, other);
            for (int k = 0; k < innerLength; k++)
            {
                kernel[k] = new Complex(result[2 * k], result[2 * k + 1]);
            }
        }
        return kernel;
    }

    private static void Multiply<TLanes>(TLanes* x, T* factors, int count) where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        for (int k = 0; k < count; k++)
        {
            x[k] = TLanes.Times(x[k], factors[2 * k], factors[2 * k + 1]);
        }
    }

    private static void SwapParts<TLanes>(TLanes* x, int count) where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        for (int k = 0; k < count; k++)
        {
            x[k] = TLanes.Swap(x[k]);
        }
    }
}
