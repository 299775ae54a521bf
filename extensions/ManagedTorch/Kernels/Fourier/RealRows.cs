using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Real rows of length n to the n/2 + 1 complex numbers that determine their transform.</summary>
/// <remarks>
/// Even n: z[j] = x[2j] + i x[2j+1] has half the length, and with h = n/2 and Z its transform
/// X[k] = (Z[k] + conj Z[h-k])/2 - i exp(-2πi k/n) (Z[k] - conj Z[h-k])/2. Odd n: as complex numbers.
/// </remarks>
internal sealed unsafe class RealRows<T>(int n) : FourierRows<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FourierPlan<T> _plan = FourierPlan<T>.Of(n % 2 == 0 ? n / 2 : n);
    private readonly ComplexTable<T>? _roots = n % 2 == 0 ? RealRoots<T>.Of(n) : null;

    public override int InputLength => n;

    public override int OutputLength => 2 * (n / 2 + 1);

    public override int WorkLength => Math.Max(_plan.WorkLength, n / 2 + 1);

    public override void Run<TLanes>(T* input, T* output, int count, TLanes* a, TLanes* b, T scale)
    {
        Load(input, n, count, a);
        if (_roots is null)
        {
            Spread(a, n);
            Store(_plan.Transform(a, b), output, OutputLength, count, scale);
            return;
        }
        TLanes* z = _plan.Transform(a, b);
        TLanes* y = z == a ? b : a;
        Split(z, y, n / 2, _roots.Pointer);
        Store(y, output, OutputLength, count, scale);
    }

    /// <summary>Slots of n real values become those of n complex ones with imaginary part 0.</summary>
    private static void Spread<TLanes>(TLanes* x, int n) where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        for (int k = n - 1; k >= 0; k--)
        {
            TLanes pair = x[k / 2];
            x[k] = TLanes.Real(k % 2 == 0 ? pair : TLanes.Swap(pair));
        }
    }

    private static void Split<TLanes>(TLanes* z, TLanes* y, int half, T* roots) where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        T oneHalf = T.One / (T.One + T.One);
        for (int k = 0; k <= half; k++)
        {
            TLanes front = z[k == half ? 0 : k], back = TLanes.Conjugate(z[k == 0 ? 0 : half - k]);
            TLanes odd = TLanes.TimesI(TLanes.Times(front - back, roots[2 * k], roots[2 * k + 1]));
            y[k] = (front + back - odd) * oneHalf;
        }
    }
}
