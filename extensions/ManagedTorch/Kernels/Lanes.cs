using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>What Vector256 lacks for loops that are written once for float and double.</summary>
internal static unsafe class Lanes
{
    /// <summary>a·b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd<T>(Vector256<T> a, Vector256<T> b, Vector256<T> c) where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector256.FusedMultiplyAdd(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
            : Vector256.FusedMultiplyAdd(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();

    /// <summary>A function of each lane: the vector formula for floats, one lane after the other for doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Apply<TFunction, T>(Vector256<T> x) where TFunction : struct, IUnaryFunction where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return TFunction.Apply(x.As<T, float>()).As<float, T>();
        }
        Vector256<double> d = x.As<T, double>();
        return Vector256.Create(TFunction.Apply(d[0]), TFunction.Apply(d[1]), TFunction.Apply(d[2]), TFunction.Apply(d[3]))
            .As<double, T>();
    }

    /// <summary>The first <paramref name="count"/> numbers from <paramref name="x"/> on; <paramref name="rest"/> in the other
    /// lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadFirst<T>(T* x, int count, T rest) where T : unmanaged
    {
        Debug.Assert(count >= 0 && count <= Vector256<T>.Count);
        if (Avx.IsSupported)
        {
            Vector256<byte> mask = FirstBytes(count * sizeof(T));
            Vector256<T> first = Avx.MaskLoad((float*)x, mask.AsSingle()).As<float, T>();
            return Vector256.ConditionalSelect(mask.As<byte, T>(), first, Vector256.Create(rest));
        }
        Vector256<T> lanes = Vector256.Create(rest);
        Unsafe.CopyBlockUnaligned(&lanes, x, (uint)(count * sizeof(T)));
        return lanes;
    }

    /// <summary>Writes the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<T>(Vector256<T> lanes, T* y, int count) where T : unmanaged
    {
        Debug.Assert(count >= 0 && count <= Vector256<T>.Count);
        if (Avx.IsSupported)
        {
            Avx.MaskStore((float*)y, FirstBytes(count * sizeof(T)).AsSingle(), lanes.As<T, float>());
            return;
        }
        Unsafe.CopyBlockUnaligned(y, &lanes, (uint)(count * sizeof(T)));
    }

    /// <summary>Ones in the first bytes, whose number must be a multiple of 4, zeros behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> FirstBytes(int bytes)
    {
        // Thirty-two bytes of ones and then of zeros, read from where the wanted number of ones is left.
        ReadOnlySpan<byte> onesAndZeros =
        [
            255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        ];
        return Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(onesAndZeros), (nuint)(32 - bytes));
    }

    /// <summary>The vector at <paramref name="x"/>; of a padded one, with count below the width, the first numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(T* x, int count, T rest = default) where T : unmanaged =>
        count == Vector256<T>.Count ? Vector256.Load(x) : LoadFirst(x, count, rest);

    /// <summary>Writes a vector, or the first <paramref name="count"/> lanes of a padded one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> lanes, T* y, int count) where T : unmanaged
    {
        if (count == Vector256<T>.Count)
        {
            lanes.Store(y);
        }
        else
        {
            StoreFirst(lanes, y, count);
        }
    }

    /// <summary>A function of one number, by the same formula as in a vector.</summary>
    public static T Apply<TFunction, T>(T x) where TFunction : struct, IUnaryFunction where T : unmanaged =>
        typeof(T) == typeof(double)
            ? Unsafe.BitCast<double, T>(TFunction.Apply(Unsafe.BitCast<T, double>(x)))
            : Apply<TFunction, T>(Vector256.Create(x))[0];

    /// <summary>x as a double. (The generic conversions of System.Numerics are calls in large methods.)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble<T>(T x) where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(x) : Unsafe.BitCast<T, double>(x);

    /// <summary>x rounded to T.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromDouble<T>(double x) where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)x) : Unsafe.BitCast<double, T>(x);

    /// <summary>The lanes' sum in double precision, always in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum<T>(Vector256<T> x) where T : unmanaged
    {
        Vector256<double> four;
        if (typeof(T) == typeof(float))
        {
            (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x.As<T, float>());
            four = lower + upper;
        }
        else
        {
            four = x.As<T, double>();
        }
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
