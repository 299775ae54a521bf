namespace HackLab.Kernel;

/// <summary>One value in every form a client may choose from: MIME type to text.</summary>
/// <param name="Data">
/// MIME type to content. Text as it is; binary (image/png) as base64; JSON types (application/json, …+json) as JSON text.
/// </param>
/// <param name="Metadata">MIME type to JSON text with hints for that form, such as a picture's width; usually empty.</param>
/// <example><code>MimeBundle.Text("42")   // { "text/plain": "42" }</code></example>
public sealed record MimeBundle(IReadOnlyDictionary<string, string> Data, IReadOnlyDictionary<string, string>? Metadata = null)
{
    /// <summary>A bundle of plain text only.</summary>
    public static MimeBundle Text(string text) => new(new Dictionary<string, string> { ["text/plain"] = text });

    /// <summary>A bundle of one MIME type.</summary>
    public static MimeBundle Of(string mimeType, string content) => new(new Dictionary<string, string> { [mimeType] = content });
}
