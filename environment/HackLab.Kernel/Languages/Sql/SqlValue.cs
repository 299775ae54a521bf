using System.Globalization;
using HackLab.Kernel.Formatting;
using SQLitePCL;

namespace HackLab.Kernel.Languages;

/// <summary>Values on their way into SQLite: null, bool as 0 and 1, dates as ISO text; NaN is NULL there.</summary>
internal static class SqlValue
{
    /// <summary>The declaration of a column of a .NET type; empty if it says nothing.</summary>
    public static string Declare(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(bool) => "BOOLEAN",
        { IsEnum: true } => "TEXT",
        var t when t == typeof(DateTime) || t == typeof(DateOnly) => "DATETIME",
        var t when t == typeof(byte[]) => "BLOB",
        var t when t == typeof(object) => "",
        var t => Type.GetTypeCode(t) switch
        {
            TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64
                or TypeCode.UInt64 => "INTEGER",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "REAL",
            _ => "TEXT",
        },
    };

    /// <summary>Sets a parameter of a statement, from 1.</summary>
    public static int Bind(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, index),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        sbyte or byte or short or ushort or int or uint or long => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong large => large <= long.MaxValue ? raw.sqlite3_bind_int64(statement, index, (long)large) : raw.sqlite3_bind_double(statement, index, large),
        // A float by its decimal digits: 0.1f is 0.1 to the one who reads the table, not 0.10000000149.
        float single => raw.sqlite3_bind_double(statement, index, double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        double or decimal or Half => raw.sqlite3_bind_double(statement, index, Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => raw.sqlite3_bind_text(statement, index, Text(value)),
    };

    /// <summary>A value of a row, from 0.</summary>
    public static object? Read(sqlite3_stmt statement, int index) => raw.sqlite3_column_type(statement, index) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, index),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, index),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, index).utf8_to_string(),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, index).ToArray(),
        _ => null,
    };

    private static string Text(object value) => value switch
    {
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Scalar.Is(value) ? Scalar.Text(value) : TextView.Inline(value),
    };
}
