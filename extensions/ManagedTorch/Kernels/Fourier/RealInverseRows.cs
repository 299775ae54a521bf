using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The n/2 + 1 first complex numbers of a Hermitian row of length n to n real ones.</summary>
/// <remarks>
/// The imaginary parts that must be 0 for a real result (of number 0 and, for even n, n/2) are ignored, as PyTorch does. Even n:
/// Z[k] = (X[k] + conj X[h-k]) + i exp(2πi k/n) (X[k] - conj X[h-k]), h = n/2, is the transform of 2 (x[2j] + i x[2j+1]).
/// </remarks>
internal sealed unsafe class RealInverseRows<T>(int n) : FourierRows<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FourierPlan<T> _plan = FourierPlan<T>.Of(n % 2 == 0 ? n / 2 : n);
    private readonly ComplexTable<T>? _roots = n % 2 == 0 ? RealRoots<T>.Of(n) : null;

    public override int InputLength => 2 * (n / 2 + 1);

    public override int OutputLength => n;

    public override int WorkLength => Math.Max(_plan.WorkLength, n / 2 + 1);

    public override void Run<TLanes>(T* input, T* output, int count, TLanes* a, TLanes* b, T scale)
    {
        Load(input, InputLength, count, a);
        a[0] = TLanes.Real(a[0]);
        if (_roots is null)
        {
            Mirror(a, n);
            TLanes* x = _plan.Transform(a, b);
            Gather(x, n);
            Store(x, output, n, count, scale);
            return;
        }
        int half = n / 2;
        a[half] = TLanes.Real(a[half]);
        Merge(a, b, half, _roots.Pointer);
        TLanes* y = _plan.Transform(b, a);
        Swap(y, half);
        Store(y, output, n, count, scale);
    }

    /// <summary>The whole Hermitian row, real and imaginary parts swapped for the inverse: X[n-k] = conj X[k].</summary>
    private static void Mirror<TLanes>(TLanes* x, int n) where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        x[0] = TLanes.Swap(x[0]);
        for (int k = 1; k <= n / 2; k++)
        {
            TLanes value = x[k];
            x[k] = TLanes.Swap(value);
            x[n - k] = TLanes.Swap(TLanes.Conjugate(value));
        }
    }

    /// <summary>Slots of n swapped complex values become those of their n real parts.</summary>
    private static void Gather<TLanes>(TLanes* x, int n) where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        for (int k = 0; k < n; k += 2)
        {
            TLanes even = TLanes.Real(TLanes.Swap(x[k]));
            x[k / 2] = k + 1 < n ? even + TLanes.TimesI(TLanes.Real(TLanes.Swap(x[k + 1]))) : even;
        }
    }

    private static void Merge<TLanes>(TLanes* x, TLanes* z, int half, T* roots) where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        for (int k = 0; k < half; k++)
        {
            TLanes front = x[k], back = TLanes.Conjugate(x[half - k]);
            TLanes odd = TLanes.TimesI(TLanes.Times(front - back, roots[2 * k], -roots[2 * k + 1]));
            z[k] = TLanes.Swap(front + back + odd);
        }
    }
}

/// <summary>exp(-2πi k/n) for k = 0 … n/2, kept for the next time.</summary>
internal static class RealRoots<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly BoundedCache<int, ComplexTable<T>> Tables = new(capacity: 32);

    public static ComplexTable<T> Of(int n) =>
        Tables.GetOrAdd(
            n, static n => new ComplexTable<T>([.. Enumerable.Range(0, n / 2 + 1).Select(k => RootsOfUnity.At(k, n))]));
}
