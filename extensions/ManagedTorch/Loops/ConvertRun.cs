using System.Runtime.CompilerServices;

namespace TorchSharp.Loops;

/// <summary>y = op(a) where y has another type.</summary>
internal readonly unsafe struct ConvertRun<TOp, TFrom, TTo>(TOp op) : IRun
    where TOp : unmanaged, IConvertOp<TFrom, TTo>
    where TFrom : unmanaged
    where TTo : unmanaged
{
    public static (int Result, int A, int B, int C) ElementBytes => (sizeof(TTo), sizeof(TFrom), 0, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y0, long sy, byte* a0, long sa, byte* b, long sb, byte* c, long sc)
    {
        TTo* y = (TTo*)y0;
        TFrom* a = (TFrom*)a0;
        for (long i = 0; i < n; i++)
        {
            y[i * sy] = op.Apply(a[i * sa]);
        }
    }
}
