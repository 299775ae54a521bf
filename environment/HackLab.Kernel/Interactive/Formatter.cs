using HackLab.Kernel.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values are shown; the part of .NET Interactive's class of this name that notebooks use.</summary>
public static class Formatter
{
    /// <summary>At most so many elements of a sequence are shown; the rest is given as a count.</summary>
    public static int ListExpansionLimit { get; set; } = 20;

    /// <summary>Shows values of T by writing to a writer.</summary>
    /// <example><code>Formatter.Register&lt;Point&gt;((p, writer) => writer.Write($"({p.X}, {p.Y})"), "text/plain");</code></example>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = "text/plain") =>
        FormatterRegistry.Register(typeof(T), mimeType, (value, writer) => { formatter((T)value, writer); return true; });

    /// <summary>Shows values of T as the text that a function returns.</summary>
    public static void Register<T>(Func<T, string> formatter, string mimeType = "text/plain") =>
        FormatterRegistry.Register(typeof(T), mimeType, (value, writer) => { writer.Write(formatter((T)value)); return true; });

    /// <summary>Shows values of a type, or of a generic type's every form, by writing to a writer.</summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = "text/plain") =>
        FormatterRegistry.Register(type, mimeType, (value, writer) => { formatter(value, writer); return true; });

    /// <summary>Which forms are shown of a type, best first.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] mimeTypes) => FormatterRegistry.Prefer(type, mimeTypes);

    /// <summary>Which forms are shown of T, best first.</summary>
    public static void SetPreferredMimeTypesFor<T>(params string[] mimeTypes) => FormatterRegistry.Prefer(typeof(T), mimeTypes);

    /// <summary>Forgets all registrations and settings.</summary>
    public static void ResetToDefault()
    {
        FormatterRegistry.Reset();
        ListExpansionLimit = 20;
    }

    /// <summary>One form of a value, as it would be shown.</summary>
    public static string ToDisplayString(this object? value, string mimeType = "text/plain") =>
        value is null ? "null" : ValueFormatter.FormatAs(value, mimeType);
}
