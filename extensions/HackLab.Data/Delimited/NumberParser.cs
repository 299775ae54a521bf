using System.Globalization;
using System.Runtime.CompilerServices;

namespace HackLab.Data.Delimited;

/// <summary>
/// Reads one number from UTF-8 bytes: the nearest double, then the nearest float. Common numbers take a short way that gives
/// the same result: with at most 2⁵³ as digits and a power of ten up to 22, one exact division or multiplication rounds once
/// (Clinger 1990, "How to read floating point numbers accurately"). All others go to the runtime's parser.
/// </summary>
internal static class NumberParser
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly double[] Powers =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    // Optimised at once: the embedded sample is read in a fresh process, where the runtime would start with slow code.
    /// <summary>True if the whole token is a number; NaN and infinity count, so that the caller can name them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryParse(ReadOnlySpan<byte> token, out double value)
    {
        int i = 0, end = token.Length;
        bool negative = end > 0 && token[0] == '-';
        if (negative) i++;
        ulong digits = 0;
        int count = 0, scale = 0, zeros = 0;
        bool point = false;
        for (; i < end; i++)
        {
            uint digit = token[i] - (uint)'0';
            if (digit <= 9)
            {
                count++;
                if (point && digit == 0)
                {
                    zeros++; // kept back: "0.5000" has one digit that counts
                    continue;
                }
                for (; zeros >= 0; zeros--)
                {
                    if (digits > 100_000_000_000_000_000) return Slow(token, out value);
                    digits *= 10;
                    if (point) scale++;
                }
                zeros = 0;
                digits += digit;
            }
            else if (token[i] == '.' && !point) point = true;
            else break;
        }
        if (count == 0 || (i < end && !Exponent(token[i..], ref scale))) return Slow(token, out value);
        if (digits > 1UL << 53 || scale is > 22 or < -22) return Slow(token, out value);
        value = scale >= 0 ? digits / Powers[scale] : digits * Powers[-scale];
        if (negative) value = -value;
        return true;
    }

    // "e+00" to "e-99": lowers or raises how far the point is moved.
    private static bool Exponent(ReadOnlySpan<byte> rest, ref int scale)
    {
        if (rest.Length is < 2 or > 4 || (rest[0] | 0x20) != 'e') return false;
        int i = 1, exponent = 0;
        bool negative = rest[1] == '-';
        if (negative || rest[1] == '+') i++;
        if (i == rest.Length) return false;
        for (; i < rest.Length; i++)
        {
            uint digit = rest[i] - (uint)'0';
            if (digit > 9) return false;
            exponent = (exponent * 10) + (int)digit;
        }
        scale -= negative ? -exponent : exponent;
        return true;
    }

    private static bool Slow(ReadOnlySpan<byte> token, out double value) =>
        double.TryParse(token, Style, CultureInfo.InvariantCulture, out value);
}
