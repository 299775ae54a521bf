using System.Reflection;
using System.Runtime.ExceptionServices;

namespace HackLab.Kernel.Formatting;

/// <summary>Makes the bundle in which a value is shown.</summary>
internal static class ValueFormatter
{
    private const string Text = "text/plain";
    private const string Html = "text/html";

    /// <summary>A value in the forms asked for, or in those that suit its type; text/plain is always among the latter.</summary>
    /// <remarks>A formatter that fails, or a ToString that does, does not fail the cell: the error is shown in the value's place.</remarks>
    public static MimeBundle Format(object? value, IReadOnlyList<string>? mimeTypes = null)
    {
        if (value is MimeBundle ready) return ready;
        if (value is null) return new MimeBundle(new Dictionary<string, string> { [mimeTypes is [var only, ..] ? only : Text] = "null" });
        Type type = value.GetType();
        IReadOnlyList<string> forms = mimeTypes is { Count: > 0 } ? mimeTypes
            : FormatterRegistry.PreferredMimeTypes(type) ?? (Scalar.Is(value) ? [Text] : [Html, Text]);
        var data = new Dictionary<string, string>(forms.Count + 1);
        foreach (string form in forms) data[form] = FormatAs(value, form);
        if (mimeTypes is not { Count: > 0 }) data.TryAdd(Text, FormatAs(value, Text));
        return new MimeBundle(data);
    }

    /// <summary>One form of a value.</summary>
    public static string FormatAs(object value, string mimeType)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            if (FormatterRegistry.Find(value.GetType(), mimeType) is { } format && format(value, writer)) return writer.ToString();
            return mimeType switch
            {
                Html => HtmlView.Of(value),
                Text => TextView.Of(value),
                "application/json" => System.Text.Json.JsonSerializer.Serialize(value),
                _ => value as string ?? TextView.Of(value),     // "…".DisplayAs("text/latex"): the text is already in that form
            };
        }
        catch (Exception failure)
        {
            Exception cause = failure is TargetInvocationException { InnerException: { } inner } ? inner : failure;
            if (cause is OperationCanceledException or ThreadInterruptedException) ExceptionDispatchInfo.Throw(cause);
            return $"({value.GetType().Name} cannot be shown: {cause.GetType().Name}: {cause.Message})";
        }
    }
}
