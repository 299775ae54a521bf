using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Loops;

/// <summary>y = op(a, b), eight (or four, …) at a time where operands are contiguous or one value repeated.</summary>
internal readonly unsafe struct BinaryRun<TOp, T>(TOp op) : IRun
    where TOp : unmanaged, IBinaryOp<T>
    where T : unmanaged
{
    public static (int Result, int A, int B, int C) ElementBytes => (sizeof(T), sizeof(T), sizeof(T), 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y0, long sy, byte* a0, long sa, byte* b0, long sb, byte* c, long sc)
    {
        T* y = (T*)y0, a = (T*)a0, b = (T*)b0;
        long i = 0;
        int width = Vector256<T>.Count;
        if (TOp.Vectorized && sy == 1 && n >= width)
        {
            if (sa == 1 && sb == 1)
            {
                for (; i <= n - width; i += width)
                {
                    op.Apply(Vector256.Load(a + i), Vector256.Load(b + i)).Store(y + i);
                }
            }
            else if (sa == 1 && sb == 0)
            {
                Vector256<T> same = Vector256.Create(*b);
                for (; i <= n - width; i += width)
                {
                    op.Apply(Vector256.Load(a + i), same).Store(y + i);
                }
            }
            else if (sa == 0 && sb == 1)
            {
                Vector256<T> same = Vector256.Create(*a);
                for (; i <= n - width; i += width)
                {
                    op.Apply(same, Vector256.Load(b + i)).Store(y + i);
                }
            }
        }
        for (; i < n; i++)
        {
            y[i * sy] = TOp.Vectorized
                ? op.Apply(Vector256.Create(a[i * sa]), Vector256.Create(b[i * sb]))[0]
                : op.Apply(a[i * sa], b[i * sb]);
        }
    }
}

/// <summary>y = whether op(a, b).</summary>
internal readonly unsafe struct CompareRun<TOp, T>(TOp op) : IRun
    where TOp : unmanaged, ICompareOp<T>
    where T : unmanaged
{
    public static (int Result, int A, int B, int C) ElementBytes => (1, sizeof(T), sizeof(T), 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y, long sy, byte* a0, long sa, byte* b0, long sb, byte* c, long sc)
    {
        T* a = (T*)a0, b = (T*)b0;
        for (long i = 0; i < n; i++)
        {
            y[i * sy] = op.Apply(a[i * sa], b[i * sb]) ? (byte)1 : (byte)0;
        }
    }
}
