using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Elementary functions of eight floats at a time, and of one double.</summary>
/// <remarks>
/// The float versions use only operations that IEEE 754 rounds exactly, so their bits are the same on every machine, with or
/// without AVX or FMA instructions. The double versions call <see cref="Math"/>, whose last bit is the platform's.
/// "At most 0.6 ulp" is the largest error seen over a dense sweep of all magnitudes, in units of the result's last place.
/// tests/ManagedTorch.Tests/Reference/minimax.py prints the polynomials' coefficients.
/// </remarks>
internal static partial class VectorMath
{
    /// <summary>1.5·2²³: adding it rounds a float to an integer, which then stands in the low bits of the sum.</summary>
    private const float RoundingShift = 12582912f;
    private const int RoundingShiftBits = 0x4B400000;
    /// <summary>2⁻²⁵: below it eˣ - 1 and log(1 + x) are x, to the last bit and with its sign.</summary>
    private const float Tiny = 2.98023224e-08f;
    /// <summary>1.5·2⁵², for doubles.</summary>
    private const double RoundingShift64 = 6755399441055744;
    private const float Log2E = 1.44269502f;
    private const float Ln2High = 0.693147182f;
    private const float Ln2Low = -1.90465421e-09f;

    private static Vector256<float> SignBit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(-0f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fused(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fused(Vector256<float> a, Vector256<float> b, float c) =>
        Vector256.FusedMultiplyAdd(a, b, Vector256.Create(c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fused(Vector256<float> a, float b, Vector256<float> c) =>
        Vector256.FusedMultiplyAdd(a, Vector256.Create(b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fused(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fused(Vector256<double> a, Vector256<double> b, double c) =>
        Vector256.FusedMultiplyAdd(a, b, Vector256.Create(c));

    /// <summary><paramref name="y"/> with the sign of <paramref name="x"/>; y must be positive or have that sign
    /// already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> WithSignOf(Vector256<float> x, Vector256<float> y) => y | (x & SignBit);
}
