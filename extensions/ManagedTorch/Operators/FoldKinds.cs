using System.Numerics;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;

namespace TorchSharp.Operators;

/// <summary>Σ x. Floating-point sums are added up in double precision, in an order that no thread changes.</summary>
internal readonly unsafe struct SumFold : IFold, IFoldStep
{
    public static bool IsFloatingOnly => false;

    public static double OfNone => 0;

    public static T Next<T>(T folded, T x) where T : unmanaged, INumber<T> => unchecked(folded + x);

    public static Vector256<T> Next<T>(Vector256<T> folded, Vector256<T> x) where T : unmanaged, INumber<T> => folded + x;

    public static void Run<T>(T* x, T* y, long outer, long length, long inner) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            Floating((float*)x, (float*)y, outer, length, inner);
        }
        else if (typeof(T) == typeof(double))
        {
            Floating((double*)x, (double*)y, outer, length, inner);
        }
        else
        {
            FoldLoop.Run<SumFold, T>(x, y, outer, length, inner);
        }
    }

    private static void Floating<T>(T* x, T* y, long outer, long length, long inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (inner == 1 && outer == 1)
        {
            *y = T.CreateTruncating(Reduction.Sum(x, length));
        }
        else if (inner == 1)
        {
            RowWork.For(outer, length, new RowSum<T>(x, y, length));
        }
        else
        {
            for (long o = 0; o < outer; o++)
            {
                ColumnSums.Sum(x + o * length * inner, length, inner, inner, y + o * inner);
            }
        }
    }

    private readonly struct RowSum<T>(T* x, T* y, long length) : IRowWork where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row) => y[row] = T.CreateTruncating(Reduction.SumRun<Values<T>, T>(new(x + row * length), length));
    }
}

/// <summary>Π x.</summary>
internal readonly unsafe struct ProductFold : IFold, IFoldStep
{
    public static bool IsFloatingOnly => false;

    public static double OfNone => 1;

    public static T Next<T>(T folded, T x) where T : unmanaged, INumber<T> => unchecked(folded * x);

    public static Vector256<T> Next<T>(Vector256<T> folded, Vector256<T> x) where T : unmanaged, INumber<T> => folded * x;

    public static void Run<T>(T* x, T* y, long outer, long length, long inner) where T : unmanaged, INumber<T> =>
        FoldLoop.Run<ProductFold, T>(x, y, outer, length, inner);
}

/// <summary>The largest x, or NaN if there is one.</summary>
internal readonly unsafe struct LargestFold : IFold, IFoldStep
{
    public static bool IsFloatingOnly => false;

    public static double OfNone => 0;

    public static T Next<T>(T folded, T x) where T : unmanaged, INumber<T> => T.Max(folded, x);

    public static Vector256<T> Next<T>(Vector256<T> folded, Vector256<T> x) where T : unmanaged, INumber<T> =>
        Vector256.Max(folded, x);

    public static void Run<T>(T* x, T* y, long outer, long length, long inner) where T : unmanaged, INumber<T> =>
        ExtremumFold.Run<LargestFold, Largest, T>(x, y, outer, length, inner);
}

/// <summary>The smallest x, or NaN if there is one.</summary>
internal readonly unsafe struct SmallestFold : IFold, IFoldStep
{
    public static bool IsFloatingOnly => false;

    public static double OfNone => 1;    // all of nothing is true

    public static T Next<T>(T folded, T x) where T : unmanaged, INumber<T> => T.Min(folded, x);

    public static Vector256<T> Next<T>(Vector256<T> folded, Vector256<T> x) where T : unmanaged, INumber<T> =>
        Vector256.Min(folded, x);

    public static void Run<T>(T* x, T* y, long outer, long length, long inner) where T : unmanaged, INumber<T> =>
        ExtremumFold.Run<SmallestFold, Smallest, T>(x, y, outer, length, inner);
}

/// <summary>Extreme values through the kernel where they lie in runs.</summary>
internal static unsafe class ExtremumFold
{
    public static void Run<TStep, TExtremum, T>(T* x, T* y, long outer, long length, long inner)
        where TStep : struct, IFoldStep
        where TExtremum : struct, IExtremum
        where T : unmanaged, INumber<T>
    {
        if (inner == 1 && outer == 1)
        {
            *y = Extremum.ValueShared<TExtremum, T>(x, length);
        }
        else if (inner == 1)
        {
            RowWork.For(outer, length, new Row<TExtremum, T>(x, y, length));
        }
        else
        {
            FoldLoop.Run<TStep, T>(x, y, outer, length, inner);
        }
    }

    private readonly struct Row<TExtremum, T>(T* x, T* y, long length) : IRowWork
        where TExtremum : struct, IExtremum
        where T : unmanaged, INumber<T>
    {
        public void Run(long row) => y[row] = Extremum.Value<TExtremum, T>(x + row * length, length);
    }
}
