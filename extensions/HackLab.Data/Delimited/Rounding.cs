using System.Runtime.CompilerServices;

namespace HackLab.Data.Delimited;

/// <summary>
/// The float or double nearest to digits × 10^scale, by arithmetic of doubles. Powers of ten up to 10²² are doubles without
/// error, so one multiplication or division of a whole number below 2⁵³ rounds once (Clinger 1990, "How to read floating point
/// numbers accurately"). Longer numbers are computed with a known error, and taken only if that cannot change the result: a test
/// named after Ziv (1991, "Fast evaluation of elementary mathematical functions with correctly rounded last bit").
/// </summary>
internal static class Rounding
{
    private const int LargestExactPower = 22; // 10²² = 2²² × 5²², and 5²² < 2⁵³ < 5²³

    private const double TwoToMinus50 = 1.0 / (1L << 50), TwoToMinus100 = TwoToMinus50 * TwoToMinus50;

    private static ReadOnlySpan<double> Powers =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>False where this way cannot be sure.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryRound<T>(ulong digits, int scale, out T value)
        where T : unmanaged
    {
        value = default;
        if (digits == 0) return true;
        if ((uint)(scale + LargestExactPower) > 2 * LargestExactPower) return false;
        double power = Powers[Math.Abs(scale)], rounded = digits, nearest = scale < 0 ? rounded / power : rounded * power;
        if (typeof(T) == typeof(float))
        {
            // Wrong by less than 2 units of a double: half a unit each from digits and division, doubled at most by a power of
            // two between them. Of a double's last 29 bits, which a float has not, 1 and 28 zeros lie between two floats: if the
            // number is 4 units away from there, a float rounds it right. (None of 10⁻²² or more is a subnormal float.)
            const ulong middle = 1UL << 28, unsure = 4;
            if ((BitConverter.DoubleToUInt64Bits(nearest) & ((1UL << 29) - 1)) - (middle - unsure) <= 2 * unsure) return false;
            value = Unsafe.BitCast<float, T>((float)nearest);
            return true;
        }
        if (digits > 1UL << 53 && !TryCorrect(digits, rounded, power, scale < 0, ref nearest)) return false;
        value = Unsafe.BitCast<double, T>(nearest);
        return true;
    }

    // What the first step lost: of the digits (exact, as both are whole), and of the quotient or product (exact, fused). Divided
    // or multiplied likewise it is wrong by less than 2⁻⁵⁰ of itself and 2⁻¹⁰⁰ of the whole.
    private static bool TryCorrect(ulong digits, double rounded, double power, bool divide, ref double nearest)
    {
        double lost = (long)(digits - (ulong)rounded), lack = divide
            ? (Math.FusedMultiplyAdd(-nearest, power, rounded) + lost) / power
            : Math.FusedMultiplyAdd(rounded, power, -nearest) + (lost * power);
        double error = (Math.Abs(lack) * TwoToMinus50) + (nearest * TwoToMinus100);
        double low = nearest + (lack - error), high = nearest + (lack + error);
        nearest = low;
        return low == high;
    }
}
