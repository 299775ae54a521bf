using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Sixteen normals from sixteen uniforms, as PyTorch's vector code makes them: with u = 1 - x[j] and v = x[j + 8],
/// x[j] = √(-2 ln u) cos(2πv), x[j + 8] = √(-2 ln u) sin(2πv) (Box and Muller, 1958).
/// </summary>
/// <remarks>
/// The logarithm, sine and cosine are the polynomials of Moshier's Cephes library for single precision, each product and sum
/// fused as PyTorch's build fuses them, so that the last bit agrees too.
/// </remarks>
internal static class BoxMuller
{
    private const float TwoPi = 2 * MathF.PI;

    /// <summary>Replaces 16 uniform numbers in [0, 1) by 16 normals with this mean and standard deviation.</summary>
    public static void Transform(Span<float> x, float mean, float std)
    {
        var u = Vector256<float>.One - Vector256.Create<float>(x);
        var radius = Vector256.Sqrt(Vector256.Create(-2f) * Log(u));
        var (sin, cos) = SinCos(Vector256.Create(TwoPi) * Vector256.Create<float>(x[8..]));
        var (scale, shift) = (Vector256.Create(std), Vector256.Create(mean));
        Vector256.FusedMultiplyAdd(radius * cos, scale, shift).CopyTo(x);
        Vector256.FusedMultiplyAdd(radius * sin, scale, shift).CopyTo(x[8..]);
    }

    /// <summary>
    /// ln x for normal positive x: x = m 2^e with m in [√½, √2), ln x = e ln 2 + t - t²/2 + t³ P(t), t = m - 1.
    /// </summary>
    private static Vector256<float> Log(Vector256<float> x)
    {
        var bits = x.AsInt32();
        var exponent = Vector256.ConvertToSingle((bits >>> 23) - Vector256.Create(126));
        var m = ((bits & Vector256.Create(0x007f_ffff)) | Vector256.Create(0x3f00_0000)).AsSingle();    // in [½, 1)
        var small = Vector256.LessThan(m, Vector256.Create(0.707106781186547524f));
        exponent -= small & Vector256<float>.One;
        var t = m - Vector256<float>.One + (small & m);

        var p = Vector256.Create(7.0376836292e-2f);
        p = Fma(p, t, -1.1514610310e-1f);
        p = Fma(p, t, 1.1676998740e-1f);
        p = Fma(p, t, -1.2420140846e-1f);
        p = Fma(p, t, 1.4249322787e-1f);
        p = Fma(p, t, -1.6668057665e-1f);
        p = Fma(p, t, 2.0000714765e-1f);
        p = Fma(p, t, -2.4999993993e-1f);
        p = Fma(p, t, 3.3333331174e-1f);

        // ln 2 in two parts, the larger one with few bits, so that its product with the exponent is exact.
        var square = t * t;
        var y = Vector256.FusedMultiplyAdd(p * t, square, exponent * Vector256.Create(-2.12194440e-4f));
        y = Vector256.FusedMultiplyAdd(square, Vector256.Create(-0.5f), y);
        return Vector256.FusedMultiplyAdd(exponent, Vector256.Create(0.693359375f), t + y);
    }

    /// <summary>Sine and cosine for x ≥ 0: r = x - j π/4 with even j, and one polynomial each on [-π/4, π/4].</summary>
    private static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> x)
    {
        var octant = Vector256.ConvertToInt32(x * Vector256.Create(1.27323954473516f));
        octant = (octant + Vector256<int>.One) & Vector256.Create(~1);
        var j = Vector256.ConvertToSingle(octant);
        // π/4 in three parts.
        var r = Vector256.FusedMultiplyAdd(j, Vector256.Create(-0.78515625f), x);
        r = Vector256.FusedMultiplyAdd(j, Vector256.Create(-2.4187564849853515625e-4f), r);
        r = Vector256.FusedMultiplyAdd(j, Vector256.Create(-3.77489497744594108e-8f), r);
        var z = r * r;

        var c = Vector256.Create(2.443315711809948e-5f);
        c = Fma(c, z, -1.388731625493765e-3f);
        c = Fma(c, z, 4.166664568298827e-2f);
        c = Vector256.FusedMultiplyAdd(c * z, z, z * Vector256.Create(-0.5f)) + Vector256<float>.One;

        var s = Vector256.Create(-1.9515295891e-4f);
        s = Fma(s, z, 8.3321608736e-3f);
        s = Fma(s, z, -1.6666654611e-1f);
        s = Vector256.FusedMultiplyAdd(s * z, r, r);

        // In octants 2, 3, 6, 7 sine and cosine change places; bit 2 of j (of j - 2, inverted) is the sign of sine (cosine).
        var swap = Vector256.Equals(octant & Vector256.Create(2), Vector256.Create(2)).AsSingle();
        var sinSign = ((octant & Vector256.Create(4)) << 29).AsSingle();
        var cosSign = ((~(octant - Vector256.Create(2)) & Vector256.Create(4)) << 29).AsSingle();
        return (Vector256.ConditionalSelect(swap, c, s) ^ sinSign, Vector256.ConditionalSelect(swap, s, c) ^ cosSign);
    }

    private static Vector256<float> Fma(Vector256<float> a, Vector256<float> b, float c) =>
        Vector256.FusedMultiplyAdd(a, b, Vector256.Create(c));
}
