using System.Collections;
using Microsoft.DotNet.Interactive;

namespace System;

/// <summary>Shows values: <c>x.Display()</c>. In this namespace, as in .NET Interactive, so that every cell finds it.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value now, in the forms named or in those that suit it.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows text that already is in some form, such as <c>"**bold**".DisplayAs("text/markdown")</c>.</summary>
    public static DisplayedValue DisplayAs(this string? value, string mimeType) => DisplayedValue.Show(value, [mimeType]);

    /// <summary>Shows a sequence as a table, a column for each property.</summary>
    public static DisplayedValue DisplayTable(this IEnumerable value, params string[] mimeTypes) =>
        DisplayedValue.Show(value, mimeTypes.Length > 0 ? mimeTypes : ["text/html", "text/plain"]);
}
