using System.Globalization;

namespace HackLab.Kernel.Languages;

/// <summary>
/// The C# type of a column. SQLite has no booleans and dates of its own: a column is one if it was declared so and all its
/// values fit.
/// </summary>
/// <param name="Name">The type as C# writes it.</param>
/// <param name="Convert">From SQLite's value, which is not null.</param>
internal sealed record SqlColumnType(string Name, Func<object, object> Convert)
{
    /// <summary>The type for a declaration and the values.</summary>
    public static SqlColumnType Of(string? declared, IEnumerable<object?> values)
    {
        bool nulls = false, any = false, whole = true, number = true, text = true, blob = true, flag = true, date = true;
        string type = (declared ?? "").ToUpperInvariant();
        bool saysFlag = type.StartsWith("BOOL", StringComparison.Ordinal);
        bool saysDate = type.StartsWith("DATE", StringComparison.Ordinal) || type.StartsWith("TIMESTAMP", StringComparison.Ordinal);
        foreach (object? value in values)
        {
            nulls |= value is null;
            if (value is null) continue;
            any = true;
            whole &= value is long;
            number &= value is long or double;
            text &= value is string;
            blob &= value is byte[];
            flag &= saysFlag && value is 0L or 1L;
            date &= saysDate && value is string s && TryDate(s, out _);
        }
        string optional = nulls ? "?" : "";
        if (!any) return new(Declared(type) + (nulls && Declared(type) is not ("string" or "object" or "byte[]") ? "?" : ""), v => v);
        if (saysFlag && flag) return new("bool" + optional, v => v is 1L);
        if (saysDate && date) return new("global::System.DateTime" + optional, v => TryDate((string)v, out DateTime time) ? time : v);
        if (whole) return new("long" + optional, v => v);
        if (number) return new("double" + optional, v => System.Convert.ToDouble(v, CultureInfo.InvariantCulture));
        return new(text ? "string" : blob ? "byte[]" : "object", v => v);
    }

    /// <summary>Without values, by SQLite's rules for declarations.</summary>
    private static string Declared(string type) =>
        type.StartsWith("BOOL", StringComparison.Ordinal) ? "bool"
        : type.StartsWith("DATE", StringComparison.Ordinal) || type.StartsWith("TIMESTAMP", StringComparison.Ordinal) ? "global::System.DateTime"
        : type.Contains("INT", StringComparison.Ordinal) ? "long"
        : type.Contains("CHAR", StringComparison.Ordinal) || type.Contains("CLOB", StringComparison.Ordinal) || type.Contains("TEXT", StringComparison.Ordinal) ? "string"
        : type.Contains("BLOB", StringComparison.Ordinal) ? "byte[]"
        : type.Contains("REAL", StringComparison.Ordinal) || type.Contains("FLOA", StringComparison.Ordinal) || type.Contains("DOUB", StringComparison.Ordinal) ? "double"
        : "object";

    private static bool TryDate(string text, out DateTime time) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out time);
}
