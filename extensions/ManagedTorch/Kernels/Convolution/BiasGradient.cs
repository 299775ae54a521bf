using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The gradient by the bias: db[c] = Σ over images and pixels of dy[n, c, pixel].</summary>
internal static unsafe class BiasGradient
{
    private readonly struct Work<T>(int batch, int channels, nint plane, T* dy, T* db) : IWork where T : unmanaged, INumberBase<T>
    {
        public void Run(int channel)
        {
            double sum = 0;
            for (int image = 0; image < batch; image++)
            {
                sum += double.CreateChecked(Sum(dy + ((nint)image * channels + channel) * plane, plane));
            }
            db[channel] = T.CreateChecked(sum);
        }
    }

    public static void Run<T>(int batch, int channels, nint plane, T* dy, T* db) where T : unmanaged, INumberBase<T> =>
        Workers.For(channels, new Work<T>(batch, channels, plane, dy, db));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Sum<T>(T* values, nint count) where T : unmanaged, INumberBase<T>
    {
        Vector256<T> a = Vector256<T>.Zero, b = a, c = a, d = a;
        int lanes = Vector256<T>.Count;
        nint i = 0;
        for (; i <= count - 4 * lanes; i += 4 * lanes)
        {
            a += Vector256.Load(values + i);
            b += Vector256.Load(values + i + lanes);
            c += Vector256.Load(values + i + 2 * lanes);
            d += Vector256.Load(values + i + 3 * lanes);
        }
        T sum = Vector256.Sum(a + b + (c + d));
        for (; i < count; i++)
        {
            sum += values[i];
        }
        return sum;
    }
}
