using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Largest or smallest of two; NaN if either is.</summary>
internal interface IExtremum
{
    static abstract Vector256<T> Of<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged;

    static abstract T Of<T>(T a, T b) where T : unmanaged, INumber<T>;
}

/// <summary>The larger of two.</summary>
internal readonly struct Largest : IExtremum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged => Vector256.Max(a, b);

    public static T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.Max(a, b);
}

/// <summary>The smaller of two.</summary>
internal readonly struct Smallest : IExtremum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged => Vector256.Min(a, b);

    public static T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.Min(a, b);
}

/// <summary>Maximum and minimum of contiguous runs, of any number type that Vector256 knows. As in PyTorch, NaN wins.</summary>
internal static unsafe class Extremum
{
    private const int Grain = 32 * 1024;

    /// <summary>The extreme value of a run of at least one number, on the calling thread.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Value<TExtremum, T>(T* x, long count) where TExtremum : struct, IExtremum where T : unmanaged, INumber<T>
    {
        Debug.Assert(count > 0);
        int width = Vector256<T>.Count;
        if (count < width)
        {
            T value = x[0];
            for (long i = 1; i < count; i++)
            {
                value = TExtremum.Of(value, x[i]);
            }
            return value;
        }
        // The last vector overlaps the one before: seeing a number twice changes no maximum.
        Vector256<T> lanes = Vector256.Load(x + count - width), others = lanes;
        long next = 0;
        for (; next <= count - 2 * width; next += 2 * width)
        {
            lanes = TExtremum.Of(lanes, Vector256.Load(x + next));
            others = TExtremum.Of(others, Vector256.Load(x + next + width));
        }
        for (; next <= count - width; next += width)
        {
            lanes = TExtremum.Of(lanes, Vector256.Load(x + next));
        }
        return AcrossLanes<TExtremum, T>(TExtremum.Of(lanes, others));
    }

    /// <summary>Swaps ever smaller pieces and compares: halves, quarters, then neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AcrossLanes<TExtremum, T>(Vector256<T> x) where TExtremum : struct, IExtremum where T : unmanaged, INumber<T>
    {
        x = TExtremum.Of(x, Vector256.Create(x.GetUpper(), x.GetLower()));
        x = TExtremum.Of(x, Vector256.Shuffle(x.AsDouble(), Vector256.Create(1L, 0, 3, 2)).As<double, T>());
        if (sizeof(T) <= 4)
        {
            x = TExtremum.Of(x, Vector256.Shuffle(x.AsSingle(), Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6)).As<float, T>());
        }
        T result = x[0];
        for (int lane = 1; lane < 4 / sizeof(T); lane++)
        {
            result = TExtremum.Of(result, x[lane]);
        }
        return result;
    }

    /// <summary>The extreme value of a run of at least one number, shared by the pool once it is long.</summary>
    public static T ValueShared<TExtremum, T>(T* x, long count) where TExtremum : struct, IExtremum
        where T : unmanaged, INumber<T>
    {
        int parts = Workers.PartsFor(count, Grain);
        if (parts == 1)
        {
            return Value<TExtremum, T>(x, count);
        }
        T* extrema = stackalloc T[parts];
        Workers.For(parts, new PartExtrema<TExtremum, T>(x, count, parts, extrema));
        return Value<TExtremum, T>(extrema, parts);
    }

    /// <summary>Index of the first extreme value of a run of at least one number; of the first NaN if there is one.</summary>
    public static long Index<TExtremum, T>(T* x, long count) where TExtremum : struct, IExtremum where T : unmanaged, INumber<T>
    {
        T value = Value<TExtremum, T>(x, count);
        bool isNaN = T.IsNaN(value);
        int width = Vector256<T>.Count;
        Vector256<T> wanted = Vector256.Create(value);
        long i = 0;
        for (; i <= count - width; i += width)
        {
            Vector256<T> lanes = Vector256.Load(x + i);
            if (isNaN ? !Vector256.EqualsAll(lanes, lanes) : Vector256.EqualsAny(lanes, wanted))
            {
                break;
            }
        }
        while (isNaN ? !T.IsNaN(x[i]) : x[i] != value)
        {
            i++;
        }
        return i;
    }

    private readonly struct PartExtrema<TExtremum, T>(T* x, long count, int parts, T* extrema) : IWork
        where TExtremum : struct, IExtremum where T : unmanaged, INumber<T>
    {
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(count, parts, part);
            extrema[part] = Value<TExtremum, T>(x + start, end - start);
        }
    }
}
