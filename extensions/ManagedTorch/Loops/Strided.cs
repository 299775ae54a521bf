using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;

namespace TorchSharp.Loops;

/// <summary>Vectors from and to elements that lie a stride apart.</summary>
internal static unsafe class Strided
{
    /// <summary>The first <paramref name="count"/> elements; zeros in the lanes behind them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<T> Read<T>(T* x, long stride, int count) where T : unmanaged =>
        stride == 0 ? Vector256.Create(*x) : stride == 1 ? Lanes.Load(x, count) : Gather(x, stride, count);

    /// <summary>Writes the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write<T>(Vector256<T> lanes, T* y, long stride, int count) where T : unmanaged
    {
        if (stride == 1)
        {
            Lanes.Store(lanes, y, count);
        }
        else
        {
            Scatter(lanes, y, stride, count);
        }
    }

    private static Vector256<T> Gather<T>(T* x, long stride, int count) where T : unmanaged
    {
        Vector256<T> lanes = default;
        T* into = (T*)&lanes;
        for (int i = 0; i < count; i++)
        {
            into[i] = x[i * stride];
        }
        return lanes;
    }

    private static void Scatter<T>(Vector256<T> lanes, T* y, long stride, int count) where T : unmanaged
    {
        T* from = (T*)&lanes;
        for (int i = 0; i < count; i++)
        {
            y[i * stride] = from[i];
        }
    }
}
