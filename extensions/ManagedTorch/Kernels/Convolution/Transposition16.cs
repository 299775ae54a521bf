using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Sixteen rows of sixteen values, transposed: each cache line is read once and written once.</summary>
/// <remarks>Planes are often a multiple of 4 KiB apart, where lines that are touched twice drive each other out of the first cache.</remarks>
internal static unsafe class Transposition16
{
    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>target[column·targetPitch + row] = source[row·sourcePitch + column].</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* source, nint sourcePitch, float* target, nint targetPitch)
    {
        Quarter(source, sourcePitch, out Vector512<float> a0, out Vector512<float> a1, out Vector512<float> a2, out Vector512<float> a3);
        source += 4 * sourcePitch;
        Quarter(source, sourcePitch, out Vector512<float> b0, out Vector512<float> b1, out Vector512<float> b2, out Vector512<float> b3);
        source += 4 * sourcePitch;
        Quarter(source, sourcePitch, out Vector512<float> c0, out Vector512<float> c1, out Vector512<float> c2, out Vector512<float> c3);
        source += 4 * sourcePitch;
        Quarter(source, sourcePitch, out Vector512<float> d0, out Vector512<float> d1, out Vector512<float> d2, out Vector512<float> d3);
        Store(a0, b0, c0, d0, target, 4 * targetPitch);
        Store(a1, b1, c1, d1, target + targetPitch, 4 * targetPitch);
        Store(a2, b2, c2, d2, target + 2 * targetPitch, 4 * targetPitch);
        Store(a3, b3, c3, d3, target + 3 * targetPitch, 4 * targetPitch);
    }

    /// <summary>Of four rows: result j holds columns j, 4 + j, 8 + j and 12 + j.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarter(float* source, nint pitch,
        out Vector512<float> r0, out Vector512<float> r1, out Vector512<float> r2, out Vector512<float> r3)
    {
        Vector512<float> a = Vector512.Load(source), b = Vector512.Load(source + pitch);
        Vector512<float> c = Vector512.Load(source + 2 * pitch), d = Vector512.Load(source + 3 * pitch);
        Vector512<float> ab0 = Avx512F.UnpackLow(a, b), ab1 = Avx512F.UnpackHigh(a, b);
        Vector512<float> cd0 = Avx512F.UnpackLow(c, d), cd1 = Avx512F.UnpackHigh(c, d);
        r0 = Avx512F.Shuffle(ab0, cd0, 0x44);
        r1 = Avx512F.Shuffle(ab0, cd0, 0xEE);
        r2 = Avx512F.Shuffle(ab1, cd1, 0x44);
        r3 = Avx512F.Shuffle(ab1, cd1, 0xEE);
    }

    /// <summary>Joins four rows' columns to whole columns: one from each quarter of the vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, float* target, nint pitch)
    {
        Vector512<float> ab0 = Avx512F.Shuffle4x128(a, b, 0x88), ab1 = Avx512F.Shuffle4x128(a, b, 0xDD);
        Vector512<float> cd0 = Avx512F.Shuffle4x128(c, d, 0x88), cd1 = Avx512F.Shuffle4x128(c, d, 0xDD);
        Avx512F.Shuffle4x128(ab0, cd0, 0x88).Store(target);
        Avx512F.Shuffle4x128(ab1, cd1, 0x88).Store(target + pitch);
        Avx512F.Shuffle4x128(ab0, cd0, 0xDD).Store(target + 2 * pitch);
        Avx512F.Shuffle4x128(ab1, cd1, 0xDD).Store(target + 3 * pitch);
    }
}
