namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Text that is shown as HTML.</summary>
/// <param name="value">The HTML, which is not escaped.</param>
[TypeFormatterSource(typeof(HtmlStringSource))]
public sealed class HtmlString(string value)
{
    /// <summary>The HTML.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names the formatters of the kernel's own types, by the same convention as everybody's.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = ["text/html"];
}

/// <summary>Shows an <see cref="HtmlString"/> as it is.</summary>
internal sealed class HtmlStringSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter("text/html"), new HtmlFormatter("text/plain")];

    internal sealed class HtmlFormatter(string mimeType)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(((HtmlString)instance).Value);
            return true;
        }
    }
}
