using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using HackLab.Kernel;

namespace HackLab.Jupyter.Messages;

/// <summary>Writes and reads the JSON of messages by hand: nothing to reflect on, so nothing that slows the start.</summary>
internal static class JsonContent
{
    /// <summary>Larger than a piece of console output; what one huge message needed is given back.</summary>
    private const int KeptBytes = 512 << 10;

    /// <summary>An empty object.</summary>
    public static readonly byte[] Empty = "{}"u8.ToArray();

    /// <summary>The content of messages is never put into a page as script, so only what JSON demands is escaped.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a thread keeps for its next message. Growing anew for each would leave several times a message's size behind.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    /// <summary>An object with the properties that <paramref name="properties"/> writes.</summary>
    public static byte[] Object(Action<Utf8JsonWriter> properties)
    {
        ArrayBufferWriter<byte> bytes = _kept ?? new ArrayBufferWriter<byte>(1024);
        _kept = null;
        bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }

        if (bytes.Capacity <= KeptBytes) _kept = bytes;
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The properties "data" and "metadata" of a shown value. JSON types are written as JSON, all others as strings.</summary>
    public static void WriteBundle(Utf8JsonWriter json, MimeBundle bundle)
    {
        json.WriteStartObject("data");
        foreach ((string type, string content) in bundle.Data)
        {
            json.WritePropertyName(type);
            if (IsJson(type)) WriteRawOrText(json, content);
            else json.WriteStringValue(content);
        }

        json.WriteEndObject();
        json.WriteStartObject("metadata");
        if (bundle.Metadata is not null)
        {
            foreach ((string type, string hints) in bundle.Metadata)
            {
                json.WritePropertyName(type);
                WriteRawOrText(json, hints);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>The properties that tell of an error.</summary>
    public static void WriteError(Utf8JsonWriter json, CellError error)
    {
        json.WriteString("ename", error.Name);
        json.WriteString("evalue", error.Message);
        json.WriteStartArray("traceback");
        foreach (string line in error.Traceback) json.WriteStringValue(line);
        json.WriteEndArray();
    }

    /// <summary>A string property.</summary>
    /// <exception cref="FormatException">It is missing or not a string.</exception>
    public static string Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"the request's content has no string \"{name}\"");

    /// <summary>A string property, or something else if it is missing.</summary>
    public static string Text(JsonElement from, string name, string missing) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : missing;

    /// <summary>A yes-or-no property, or something else if it is missing.</summary>
    public static bool Flag(JsonElement from, string name, bool missing) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind is (JsonValueKind.True or JsonValueKind.False)
            ? value.GetBoolean()
            : missing;

    /// <summary>A whole number; null if it is missing, null or no such number.</summary>
    public static int? Number(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
            ? number
            : null;

    private static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    private static void WriteRawOrText(Utf8JsonWriter json, string content)
    {
        try
        {
            json.WriteRawValue(content);   // checks before it writes
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            json.WriteStringValue(content);
        }
    }
}
