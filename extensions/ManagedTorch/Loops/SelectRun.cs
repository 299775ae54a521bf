using System.Runtime.CompilerServices;

namespace TorchSharp.Loops;

/// <summary>y = condition ? a : b.</summary>
internal readonly unsafe struct SelectRun<T> : IRun where T : unmanaged
{
    public static (int Result, int A, int B, int C) ElementBytes => (sizeof(T), 1, sizeof(T), sizeof(T));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y0, long sy, byte* condition, long sa, byte* b0, long sb, byte* c0, long sc)
    {
        T* y = (T*)y0, a = (T*)b0, b = (T*)c0;
        for (long i = 0; i < n; i++)
        {
            y[i * sy] = condition[i * sa] != 0 ? a[i * sb] : b[i * sc];
        }
    }
}
