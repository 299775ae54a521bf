namespace HackLab.Data.Display;

/// <summary>Makes the formatters of every <see cref="IRichDisplay"/>: its HTML and its text.</summary>
public sealed class RichDisplaySource
{
    /// <summary>One formatter per MIME type, found by the kernel by convention.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new RichDisplayFormatter("text/html", value => value.ToHtml()),
        new RichDisplayFormatter("text/plain", value => value.ToText()),
    ];
}

/// <summary>Writes one form of an <see cref="IRichDisplay"/>.</summary>
/// <param name="mimeType">The form it writes.</param>
/// <param name="show">How.</param>
public sealed class RichDisplayFormatter(string mimeType, Func<IRichDisplay, string> show)
{
    /// <summary>The form it writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value; false if it is no <see cref="IRichDisplay"/>.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IRichDisplay value) return false;
        writer.Write(show(value));
        return true;
    }
}
