using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Loops;

/// <summary>A formula of one number for every real type at once.</summary>
internal interface INumericFormula
{
    static abstract T Of<T>(T x) where T : unmanaged, INumber<T>;
}

/// <summary>y = formula(a), in the type of a.</summary>
internal readonly unsafe struct NumericRun<TFormula, T> : IRun
    where TFormula : struct, INumericFormula
    where T : unmanaged, INumber<T>
{
    public static (int Result, int A, int B, int C) ElementBytes => (sizeof(T), sizeof(T), 0, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y0, long sy, byte* a0, long sa, byte* b, long sb, byte* c, long sc)
    {
        T* y = (T*)y0, a = (T*)a0;
        for (long i = 0; i < n; i++)
        {
            y[i * sy] = TFormula.Of(a[i * sa]);
        }
    }
}
