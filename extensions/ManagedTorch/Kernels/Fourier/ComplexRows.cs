using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Complex rows of length n to complex rows of length n, forward or inverse.</summary>
internal sealed unsafe class ComplexRows<T>(int n, bool inverse) : FourierRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FourierPlan<T> _plan = FourierPlan<T>.Of(n);

    public override int InputLength => 2 * n;

    public override int OutputLength => 2 * n;

    public override int WorkLength => _plan.WorkLength;

    public override void Run<TLanes>(T* input, T* output, int count, TLanes* a, TLanes* b, T scale)
    {
        Load(input, InputLength, count, a);
        if (inverse)
        {
            Swap(a, n);
        }
        TLanes* y = _plan.Transform(a, b);
        if (inverse)
        {
            Swap(y, n);
        }
        Store(y, output, OutputLength, count, scale);
    }
}
