using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace HackLab.Data.Delimited;

/// <summary>
/// Reads one number from UTF-8 bytes, bit for bit as <c>float.Parse</c> and <c>double.Parse</c> do: the nearest one, a tie to
/// the even one. Numbers of at most 19 digits and common size take a short way, see <see cref="Rounding"/>; all others go to the
/// runtime's parser.
/// </summary>
internal static unsafe class NumberParser
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Any product of ten has at most so many digits below 2⁶⁴.
    private const int MostDigits = 19;

    /// <summary>Reads a finite number and moves behind it; false, and not moved, where none begins.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="at">
    /// Its first byte. Seven bytes behind the text must be readable, and the first of them be no part of a number.
    /// </param>
    /// <param name="value">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryRead<T>(ref byte* at, out T value)
        where T : unmanaged, INumber<T>
    {
        byte* p = at;
        bool negative = *p == (byte)'-';
        if (negative) p++;
        byte* first = p;
        ulong digits = 0;
        Digits(ref p, ref digits);
        long count = p - first;
        int scale = 0;
        if (*p == (byte)'.')
        {
            byte* fraction = ++p;
            // Eight at a time: published sets print 18 decimals.
            for (ulong eight; AreDigits(eight = ReadEight(p)); p += 8) digits = (digits * 100_000_000) + EightDigits(eight);
            Digits(ref p, ref digits);
            scale = -(int)(p - fraction);
            count -= scale;
        }
        if (count == 0 || ((*p | 0x20) == 'e' && !TryExponent(ref p, ref scale)))
        {
            value = default;
            return false;
        }
        if (count > MostDigits) count -= LeadingZeros(first);
        if (count > MostDigits || !Rounding.TryRound(digits, scale, out value))
            value = Slow<T>(new ReadOnlySpan<byte>(first, (int)(p - first)));
        if (negative) value = -value;
        if (!T.IsFinite(value)) return false;
        at = p;
        return true;
    }

    /// <summary>
    /// Reads a whole number of 64 bits and moves behind it; false, and not moved, where none begins or it is too large.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryReadInteger(ref byte* at, out long value)
    {
        byte* p = at;
        bool negative = *p == (byte)'-';
        if (negative || *p == (byte)'+') p++;
        byte* first = p;
        ulong digits = 0;
        Digits(ref p, ref digits);
        value = negative ? -(long)digits : (long)digits;
        long count = p - first;
        if (count > MostDigits) count -= LeadingZeros(first);
        if (p == first || count > MostDigits || (value < 0) != (negative && digits != 0)) return false;
        at = p;
        return true;
    }

    /// <summary>
    /// Whether a whole token is a number; infinite ones and NaN count where they are spelled as .NET spells them.
    /// </summary>
    /// <param name="token">Bytes of a <see cref="TextBlock"/>, blanks around removed.</param>
    /// <param name="value">The number.</param>
    /// <typeparam name="T">float or double.</typeparam>
    internal static bool TryParse<T>(ReadOnlySpan<byte> token, out T value)
        where T : unmanaged, INumber<T>
    {
        fixed (byte* start = token)
        {
            byte* p = start;
            if (token.Length > 0 && TryRead(ref p, out value) && p == start + token.Length) return true;
        }
        return T.TryParse(token, Style, CultureInfo.InvariantCulture, out value);
    }

    private static T Slow<T>(ReadOnlySpan<byte> number)
        where T : unmanaged, INumber<T> => T.Parse(number, Style, CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Digits(ref byte* p, ref ulong digits)
    {
        for (uint digit; (digit = *p - (uint)'0') <= 9; p++) digits = (digits * 10) + digit;
    }

    // "e+00" or "E5": raises or lowers how far the point is moved; false if there is no digit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryExponent(ref byte* p, ref int scale)
    {
        byte* e = p + 1;
        bool down = *e == (byte)'-';
        if (down || *e == (byte)'+') e++;
        byte* first = e;
        int exponent = 0;
        for (uint digit; (digit = *e - (uint)'0') <= 9; e++) exponent = Math.Min((exponent * 10) + (int)digit, 99_999);
        scale += down ? -exponent : exponent;
        p = e;
        return e != first;
    }

    private static int LeadingZeros(byte* p)
    {
        int zeros = 0;
        for (; *p is (byte)'0' or (byte)'.'; p++) zeros += *p == (byte)'0' ? 1 : 0;
        return zeros;
    }

    private static ulong ReadEight(byte* p)
    {
        ulong eight = Unsafe.ReadUnaligned<ulong>(p);
        return BitConverter.IsLittleEndian ? eight : BinaryPrimitives.ReverseEndianness(eight);
    }

    // '0' to '9' are the bytes 0x30 to 0x39: their high half is 3, and it is still 3 with 6 added. (A carry into the next byte
    // comes only from a byte of 0xFA or more, which the first test refuses.)
    private static bool AreDigits(ulong eight) =>
        ((eight & 0xF0F0F0F0F0F0F0F0) | (((eight + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) >> 4)) == 0x3333333333333333;

    // The first digit is in the lowest byte. Neighbours join to pairs (0 to 99 in every second byte), these to fours in one
    // multiplication for each half, which add up to the eight digits in the upper 32 bits.
    private static uint EightDigits(ulong eight)
    {
        const ulong everyFourth = 0x000000FF000000FF;
        eight -= 0x3030303030303030;
        eight = (eight * 10) + (eight >> 8);
        ulong odd = (eight & everyFourth) * (100 + (1_000_000UL << 32)), even = ((eight >> 16) & everyFourth) * (1 + (10_000UL << 32));
        return (uint)((odd + even) >> 32);
    }
}
