using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal static partial class VectorMath
{
    private const long SqrtHalfBits64 = 0x3FE6A09E667F3BCD;

    /// <summary>Logarithm to base 2, at most 0.501 ulp off and exact for powers of two; bounds as
    /// <see cref="Log(Vector256{float})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log2(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return WithLogarithmsOfBounds(x, Vector256.Narrow(Log2OfPositive(lower), Log2OfPositive(upper)));
    }

    /// <summary>Logarithm to base 10, at most 0.501 ulp off; bounds as <see cref="Log(Vector256{float})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log10(Vector256<float> x)
    {
        Vector256<double> log10Of2 = Vector256.Create(0.3010299956639812);
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return WithLogarithmsOfBounds(x, Vector256.Narrow(Log2OfPositive(lower) * log10Of2, Log2OfPositive(upper) * log10Of2));
    }

    /// <summary>xʸ, at most 0.501 ulp off, with the special cases of IEEE 754-2019, section 9.2.1 (as C's pow).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Pow(Vector256<float> x, Vector256<float> y)
    {
        Vector256<float> zero = Vector256<float>.Zero, one = Vector256.Create(1f);
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity);
        Vector256<float> magnitude = Vector256.Abs(x);
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(magnitude);
        (Vector256<double> lowerY, Vector256<double> upperY) = Vector256.Widen(y);
        Vector256<float> power = Vector256.Narrow(
            Exp2(LogOrBound(lower) * lowerY),
            Exp2(LogOrBound(upper) * upperY));

        // A whole y has its last bit at or above 2⁰; odd means that half of it is not whole. Floats from 2²⁴ on are even.
        Vector256<float> half = y * Vector256.Create(0.5f);
        Vector256<float> isWhole = Vector256.Equals(Vector256.Floor(y), y);
        Vector256<float> isOdd = Vector256.AndNot(isWhole, Vector256.Equals(Vector256.Floor(half), half));
        power ^= x & isOdd & SignBit;

        Vector256<float> isNegative = Vector256.LessThan(x, zero) & Vector256.GreaterThan(x, -infinity);
        Vector256<float> isNumber = Vector256.Equals(y, y);
        power = Vector256.ConditionalSelect(Vector256.AndNot(isNegative & isNumber, isWhole), Vector256.Create(float.NaN), power);
        Vector256<float> isOne = Vector256.Equals(y, zero) | Vector256.Equals(x, one)
            | (Vector256.Equals(x, -one) & Vector256.Equals(Vector256.Abs(y), infinity));
        return Vector256.ConditionalSelect(isOne, one, power);
    }

    /// <summary>log₂ x for x ≥ 0, infinite at both ends, NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogOrBound(Vector256<double> x)
    {
        Vector256<double> infinity = Vector256.Create(double.PositiveInfinity);
        Vector256<double> y = Vector256.ConditionalSelect(Vector256.LessThan(x, infinity), Log2OfPositive(x), x);
        return Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero), -infinity, y);
    }

    /// <summary>log₂ of a normal positive number, 2⁻⁵⁰ off: x = m·2ᵏ, log₂ m = s·p(s²) with s = (m - 1) / (m + 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Log2OfPositive(Vector256<double> x)
    {
        Vector256<long> bits = x.AsInt64() - Vector256.Create(SqrtHalfBits64);
        Vector256<double> m = ((bits & Vector256.Create(0x000F_FFFF_FFFF_FFFF)) + Vector256.Create(SqrtHalfBits64)).AsDouble();
        // k is small: put into the low bits of 1.5·2⁵² it becomes a double without a conversion instruction.
        Vector256<long> shift = Vector256.Create(RoundingShift64).AsInt64();
        Vector256<double> k = ((bits >> 52) + shift).AsDouble() - Vector256.Create(RoundingShift64);
        Vector256<double> s = (m - Vector256<double>.One) / (m + Vector256<double>.One);
        Vector256<double> z = s * s;
        Vector256<double> p = Vector256.Create(0.23105260793494467);
        p = Fused(p, z, 0.2191319393893071);
        p = Fused(p, z, 0.2624059305987566);
        p = Fused(p, z, 0.32059711050779205);
        p = Fused(p, z, 0.4121986003656687);
        p = Fused(p, z, 0.5770780162751615);
        p = Fused(p, z, 0.9617966939261171);
        p = Fused(p, z, 2.8853900817779268);
        return Fused(s, p, k);
    }

    /// <summary>2ᵗ for any t, 2⁻³⁹ off; outside ±400 the bound's value, which is 0 or infinite as a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp2(Vector256<double> t)
    {
        t = Vector256.MaxNative(Vector256.Create(-400.0), Vector256.MinNative(Vector256.Create(400.0), t));
        Vector256<double> shifted = t + Vector256.Create(RoundingShift64);
        Vector256<double> r = t - (shifted - Vector256.Create(RoundingShift64));
        Vector256<double> p = Vector256.Create(1.3175156196726556e-06);
        p = Fused(p, r, 1.530970848661289e-05);
        p = Fused(p, r, 0.00015403851970869554);
        p = Fused(p, r, 0.0013333452064927403);
        p = Fused(p, r, 0.009618128543105625);
        p = Fused(p, r, 0.05550410939344518);
        p = Fused(p, r, 0.24022650698879192);
        p = Fused(p, r, 0.6931471805465133);
        p = Fused(p, r, 0.9999999999997624);
        Vector256<long> exponent = (shifted.AsInt64() + Vector256.Create(1023L)) << 52;
        return p * exponent.AsDouble();
    }
}
