using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Loops;

/// <summary>y = condition ? a : b.</summary>
internal readonly unsafe struct SelectRun<T> : IRun where T : unmanaged
{
    public static (int Result, int A, int B, int C) ElementBytes => (sizeof(T), 1, sizeof(T), sizeof(T));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y0, long sy, byte* condition, long sa, byte* b0, long sb, byte* c0, long sc)
    {
        T* y = (T*)y0, a = (T*)b0, b = (T*)c0;
        long i = 0;
        if (sizeof(T) == sizeof(int) && sy == 1 && sa == 1 && (sb is 0 or 1) && (sc is 0 or 1))
        {
            // A branch on random conditions is mispredicted every other time: eight bytes become eight masks instead.
            for (; i <= n - 8; i += 8)
            {
                Vector128<ushort> shorts = Vector128.WidenLower(Vector128.CreateScalar(*(ulong*)(condition + i)).AsByte());
                Vector256<int> no = Vector256.Equals(
                    Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).AsInt32(), Vector256<int>.Zero);
                Vector256.ConditionalSelect(no, Eight((int*)b, i, sc), Eight((int*)a, i, sb)).Store((int*)y + i);
            }
        }
        for (; i < n; i++)
        {
            y[i * sy] = condition[i * sa] != 0 ? a[i * sb] : b[i * sc];
        }
    }

    // Eight elements from place i on, or with stride 0 eight times the only one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eight(int* x, long i, long stride) => stride == 0 ? Vector256.Create(*x) : Vector256.Load(x + i);
}
