namespace TorchSharp.Printing;

/// <summary>Tells a notebook kernel, by the attribute's simple name alone, which class shows values of the marked type.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The forms to show, best first.</summary>
    public string[] PreferredMimeTypes { get; } = ["text/html", "text/plain"];
}

/// <summary>The formatters of tensors.</summary>
internal sealed class TensorFormatterSource
{
    /// <summary>HTML and plain text.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TensorFormatter("text/html", TensorHtml.Of),
        new TensorFormatter("text/plain", tensor => tensor.str(cultureInfo: System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private sealed class TensorFormatter(string mimeType, Func<torch.Tensor, string> write)
    {
        public string MimeType { get; } = mimeType;

        /// <summary>Writes a tensor; false for anything else.</summary>
        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not torch.Tensor tensor)
            {
                return false;
            }
            writer.Write(tensor.IsInvalid ? "Tensor (disposed)" : write(tensor));
            return true;
        }
    }
}
