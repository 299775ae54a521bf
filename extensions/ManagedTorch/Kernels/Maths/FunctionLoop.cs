using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Applies a function to each number of a contiguous run, on the calling thread.</summary>
internal static unsafe class FunctionLoop
{
    /// <summary>y[i] = f(x[i]) for i &lt; <paramref name="count"/>; y may be x, else they must not overlap.</summary>
    public static void Map<TFunction, T>(T* x, T* y, long count) where TFunction : struct, IUnaryFunction where T : unmanaged
    {
        int width = Vector256<T>.Count;
        long i = 0;
        for (; i <= count - width; i += width)
        {
            Lanes.Apply<TFunction, T>(Vector256.Load(x + i)).Store(y + i);
        }
        if (i < count)
        {
            // The last numbers, padded: the same formula gives the same bits wherever a number stands.
            int left = (int)(count - i);
            Lanes.StoreFirst(Lanes.Apply<TFunction, T>(Lanes.LoadFirst(x + i, left, default)), y + i, left);
        }
    }

    /// <summary>z[i] = f(x[i], y[i]) for i &lt; <paramref name="count"/>; z may be x or y, else they must not overlap.</summary>
    public static void Map<TFunction>(float* x, float* y, float* z, long count) where TFunction : struct, IBinaryFunction
    {
        int width = Vector256<float>.Count;
        long i = 0;
        for (; i <= count - width; i += width)
        {
            TFunction.Apply(Vector256.Load(x + i), Vector256.Load(y + i)).Store(z + i);
        }
        if (i < count)
        {
            int left = (int)(count - i);
            Lanes.StoreFirst(TFunction.Apply(Lanes.LoadFirst(x + i, left, 0f), Lanes.LoadFirst(y + i, left, 0f)), z + i, left);
        }
    }

    /// <summary>z[i] = f(x[i], y[i]) for i &lt; <paramref name="count"/>, in double precision.</summary>
    public static void Map<TFunction>(double* x, double* y, double* z, long count) where TFunction : struct, IBinaryFunction
    {
        for (long i = 0; i < count; i++)
        {
            z[i] = TFunction.Apply(x[i], y[i]);
        }
    }
}
