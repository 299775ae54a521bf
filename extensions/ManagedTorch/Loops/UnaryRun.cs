using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Loops;

/// <summary>y = op(a), eight (or four, …) at a time where operands are contiguous.</summary>
internal readonly unsafe struct UnaryRun<TOp, T>(TOp op) : IRun
    where TOp : unmanaged, IUnaryOp<T>
    where T : unmanaged
{
    public static (int Result, int A, int B, int C) ElementBytes => (sizeof(T), sizeof(T), 0, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y0, long sy, byte* a0, long sa, byte* b, long sb, byte* c, long sc)
    {
        T* y = (T*)y0, a = (T*)a0;
        long i = 0;
        if (TOp.Vectorized && sy == 1 && sa == 1)
        {
            int width = Vector256<T>.Count;
            for (; i <= n - width; i += width)
            {
                op.Apply(Vector256.Load(a + i)).Store(y + i);
            }
            if (i < n)
            {
                // The rest through the same formula, so that a value does not depend on its place.
                T* tail = stackalloc T[width];
                new Span<T>(tail, width).Clear();
                new ReadOnlySpan<T>(a + i, (int)(n - i)).CopyTo(new Span<T>(tail, width));
                op.Apply(Vector256.Load(tail)).Store(tail);
                new ReadOnlySpan<T>(tail, (int)(n - i)).CopyTo(new Span<T>(y + i, (int)(n - i)));
            }
            return;
        }
        for (; i < n; i++)
        {
            y[i * sy] = TOp.Vectorized ? op.Apply(Vector256.Create(a[i * sa]))[0] : op.Apply(a[i * sa]);
        }
    }
}

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
