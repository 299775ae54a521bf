using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Loops;

/// <summary>y = formula(a).</summary>
internal readonly unsafe struct FormulaRun<TFormula, T>(Numbers numbers) : IRun
    where TFormula : struct, IFormula
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static (int Result, int A, int B, int C) ElementBytes => (sizeof(T), sizeof(T), 0, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y0, long sy, byte* a0, long sa, byte* b, long sb, byte* c, long sc)
    {
        T* y = (T*)y0, a = (T*)a0;
        var constants = new Constants<T>(numbers);
        int width = Vector256<T>.Count;
        bool dense = sy == 1 && sa == 1;
        // One place for the formula: the compiler takes milliseconds for a second copy. Other layouts and the rest go through it
        // too, so that a value does not depend on its place.
        for (long i = 0; i < n; i += width)
        {
            int count = (int)Math.Min(width, n - i);
            bool whole = dense && count == width;
            Vector256<T> value = TFormula.Of(whole ? Vector256.Load(a + i) : Strided.Read(a + i * sa, sa, count), constants);
            if (whole)
            {
                value.Store(y + i);
            }
            else
            {
                Strided.Write(value, y + i * sy, sy, count);
            }
        }
    }
}

/// <summary>y = formula(a, b).</summary>
internal readonly unsafe struct FormulaOfTwoRun<TFormula, T>(Numbers numbers) : IRun
    where TFormula : struct, IFormulaOfTwo
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static (int Result, int A, int B, int C) ElementBytes => (sizeof(T), sizeof(T), sizeof(T), 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y0, long sy, byte* a0, long sa, byte* b0, long sb, byte* c, long sc)
    {
        T* y = (T*)y0, a = (T*)a0, b = (T*)b0;
        var constants = new Constants<T>(numbers);
        int width = Vector256<T>.Count;
        bool dense = sy == 1 && sa == 1 && sb == 1;
        for (long i = 0; i < n; i += width)
        {
            int count = (int)Math.Min(width, n - i);
            bool whole = dense && count == width;
            Vector256<T> value = TFormula.Of(
                whole ? Vector256.Load(a + i) : Strided.Read(a + i * sa, sa, count),
                whole ? Vector256.Load(b + i) : Strided.Read(b + i * sb, sb, count),
                constants);
            if (whole)
            {
                value.Store(y + i);
            }
            else
            {
                Strided.Write(value, y + i * sy, sy, count);
            }
        }
    }
}

/// <summary>y = formula(a, b, c).</summary>
internal readonly unsafe struct FormulaOfThreeRun<TFormula, T>(Numbers numbers) : IRun
    where TFormula : struct, IFormulaOfThree
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static (int Result, int A, int B, int C) ElementBytes => (sizeof(T), sizeof(T), sizeof(T), sizeof(T));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(long n, byte* y0, long sy, byte* a0, long sa, byte* b0, long sb, byte* c0, long sc)
    {
        T* y = (T*)y0, a = (T*)a0, b = (T*)b0, c = (T*)c0;
        var constants = new Constants<T>(numbers);
        int width = Vector256<T>.Count;
        bool dense = sy == 1 && sa == 1 && sb == 1 && sc == 1;
        for (long i = 0; i < n; i += width)
        {
            int count = (int)Math.Min(width, n - i);
            bool whole = dense && count == width;
            Vector256<T> value = TFormula.Of(
                whole ? Vector256.Load(a + i) : Strided.Read(a + i * sa, sa, count),
                whole ? Vector256.Load(b + i) : Strided.Read(b + i * sb, sb, count),
                whole ? Vector256.Load(c + i) : Strided.Read(c + i * sc, sc, count),
                constants);
            if (whole)
            {
                value.Store(y + i);
            }
            else
            {
                Strided.Write(value, y + i * sy, sy, count);
            }
        }
    }
}
