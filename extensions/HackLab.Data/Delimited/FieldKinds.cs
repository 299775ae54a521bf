using System.Globalization;
using System.Text;

namespace HackLab.Data.Delimited;

/// <summary>What the text of a field can be read as; a column has seen several.</summary>
[Flags]
internal enum FieldKinds
{
    None = 0,
    Boolean = 1,
    Int32 = 2,
    Int64 = 4,

    /// <summary>A whole number of more than 64 bits.</summary>
    LongerInteger = 8,
    Real = 16,
    Text = 32,
}

/// <summary>Reads single fields, and tells what they can be read as.</summary>
internal static unsafe class FieldKind
{
    private static readonly string[] IsoDates = ["yyyy-MM-dd", .. Times('T'), .. Times(' ')];

    internal static FieldKinds Of(ReadOnlySpan<byte> token)
    {
        if (TryInteger(token, out long integer)) return integer == (int)integer ? FieldKinds.Int32 : FieldKinds.Int64;
        if (TryReal(token, out double _)) return token.ContainsAnyExcept("+-0123456789"u8) ? FieldKinds.Real : FieldKinds.LongerInteger;
        return TryBoolean(token, out _) ? FieldKinds.Boolean : FieldKinds.Text;
    }

    /// <summary>The type that holds all that was seen without loss; null if nothing was.</summary>
    /// <param name="seen">All kinds in a column.</param>
    /// <param name="reals">The type for numbers that are not whole.</param>
    internal static ColumnType? Holding(FieldKinds seen, ColumnType reals)
    {
        const FieldKinds numbers = FieldKinds.Int32 | FieldKinds.Int64 | FieldKinds.LongerInteger | FieldKinds.Real;
        if (seen == FieldKinds.None) return null;
        if (seen == FieldKinds.Boolean) return ColumnType.Boolean;
        if ((seen & ~numbers) != 0) return ColumnType.Text;
        if (seen.HasFlag(FieldKinds.Real)) return reals;
        // Long identifiers would lose their last digits as doubles.
        if (seen.HasFlag(FieldKinds.LongerInteger)) return ColumnType.Text;
        return seen.HasFlag(FieldKinds.Int64) ? ColumnType.Int64 : ColumnType.Int32;
    }

    internal static bool TryInteger(ReadOnlySpan<byte> token, out long value)
    {
        value = 0;
        if (token.IsEmpty) return false;
        fixed (byte* start = token)
        {
            byte* p = start;
            return NumberParser.TryReadInteger(ref p, out value) && p == start + token.Length;
        }
    }

    internal static bool TryReal<T>(ReadOnlySpan<byte> token, out T value)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (NumberParser.TryParse(token, out value)) return true;
        // As numpy, C and R write them.
        ReadOnlySpan<byte> size = token is [(byte)'-' or (byte)'+', ..] ? token[1..] : token;
        if (!Ascii.EqualsIgnoreCase(size, "inf"u8)) return false;
        value = token[0] == '-' ? T.NegativeInfinity : T.PositiveInfinity;
        return true;
    }

    internal static bool TryBoolean(ReadOnlySpan<byte> token, out bool value)
    {
        value = Ascii.EqualsIgnoreCase(token, "true"u8);
        return value || Ascii.EqualsIgnoreCase(token, "false"u8);
    }

    internal static bool TryDate(ReadOnlySpan<byte> token, out DateTime value)
    {
        Span<char> text = stackalloc char[40];
        value = default;
        return token.Length <= text.Length && Ascii.ToUtf16(token, text, out int length) == System.Buffers.OperationStatus.Done
            && DateTime.TryParseExact(text[..length], IsoDates, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out value);
    }

    private static IEnumerable<string> Times(char between) =>
        from time in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" } from zone in new[] { "", "K" } select $"yyyy-MM-dd'{between}'{time}{zone}";
}
