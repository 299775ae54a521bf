using System.Text.Json;

namespace HackLab.Jupyter.Messages;

/// <summary>A verified message that a client sent.</summary>
/// <param name="Identities">Where the reply goes; the first is the client's connection.</param>
/// <param name="Type">The header's msg_type.</param>
/// <param name="Id">The header's msg_id.</param>
/// <param name="Header">The header as it came: it becomes the parent header of everything that follows from it.</param>
/// <param name="ParentId">The parent header's msg_id; empty if there is none.</param>
/// <param name="Metadata">A JSON object.</param>
/// <param name="Content">A JSON object.</param>
internal sealed record JupyterMessage(
    IReadOnlyList<byte[]> Identities, string Type, string Id, byte[] Header, string ParentId, JsonElement Metadata, JsonElement Content)
{
    /// <summary>Parses what has been verified.</summary>
    /// <exception cref="FormatException">A part is not a JSON object, or the header lacks its type.</exception>
    public static JupyterMessage Parse(MessageFrames frames)
    {
        JsonElement header = Object(frames.Header, "header");
        JsonElement parent = Object(frames.ParentHeader, "parent header");
        string type = Text(header, "msg_type");
        if (type.Length == 0) throw new FormatException("the header has no msg_type");
        return new JupyterMessage(
            frames.Identities, type, Text(header, "msg_id"), frames.Header, Text(parent, "msg_id"),
            Object(frames.Metadata, "metadata"), Object(frames.Content, "content"));
    }

    private static JsonElement Object(byte[] json, string part)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            JsonElement element = JsonElement.ParseValue(ref reader);
            if (element.ValueKind == JsonValueKind.Object && reader.BytesConsumed == json.Length) return element;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"the {part} is not JSON: {fault.Message}", fault);
        }

        throw new FormatException($"the {part} is not one JSON object");
    }

    private static string Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
