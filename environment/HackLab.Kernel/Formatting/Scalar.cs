using System.Globalization;

namespace HackLab.Kernel.Formatting;

/// <summary>Values that are one word or number.</summary>
internal static class Scalar
{
    /// <summary>Whether a value is shown as plain text only.</summary>
    public static bool Is(object value) => value is string or char or bool or Enum or IFormattable { } and not Exception
        || value is Type or Uri or Version || value.GetType().IsPrimitive;

    /// <summary>Its text in the invariant culture; real numbers so that they can be read back.</summary>
    public static string Text(object value) => value switch
    {
        string text => text,
        Type type => TypeName.Of(type),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
