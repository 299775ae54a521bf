using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HackLab.Cli.Notebooks;

/// <summary>Reads .ipynb (nbformat 4) and .dib files.</summary>
internal static class NotebookReader
{
    private static readonly string[] CellKinds = ["code", "markdown", "raw"];

    /// <summary>Reads a notebook file; the ending says which format.</summary>
    /// <exception cref="NotebookFormatException">It is not one; the message says where and why.</exception>
    public static Notebook Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException($"{path}: cannot be read: {error.Message}", error);
        }
        return path.EndsWith(".dib", StringComparison.OrdinalIgnoreCase)
            ? DibReader.Parse(DecodeUtf8(bytes, path), path)
            : ParseIpynb(bytes, path);
    }

    /// <summary>Reads the text of an .ipynb file.</summary>
    public static Notebook ParseIpynb(ReadOnlyMemory<byte> utf8, string path)
    {
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty) throw Wrong(path, "the file is empty; expected a notebook in JSON (nbformat 4)");
        JsonNode? root;
        try
        {
            // 256: deeper than any chart's JSON, far from a stack overflow. Duplicate names: no reader agrees on what they mean.
            var options = new JsonDocumentOptions { MaxDepth = 256, AllowDuplicateProperties = false };
            using var stream = new MemoryStream(utf8.ToArray());
            root = JsonNode.Parse(stream, documentOptions: options);
        }
        catch (JsonException error)
        {
            string where = error.LineNumber is { } line ? $"line {line + 1}, byte {error.BytePositionInLine + 1}: " : "";
            throw new NotebookFormatException($"{path}: {where}not valid JSON, so not a notebook: {FirstSentence(error.Message)}", error);
        }
        JsonObject fields = root as JsonObject ?? throw Wrong(path, "expected a JSON object { … } at the top");
        Check(fields, path);
        return new Notebook(fields);
    }

    private static void Check(JsonObject root, string path)
    {
        if (root["nbformat"] is not JsonValue version || !version.TryGetValue(out int major))
        {
            throw Wrong(path, "there is no number \"nbformat\"; expected a Jupyter notebook of version 4");
        }
        if (major != 4)
        {
            throw Wrong(path, $"it is nbformat {major}; expected 4. Convert it with: jupyter nbconvert --to notebook --nbformat 4 \"{path}\"");
        }
        if (root["nbformat_minor"] is { } minor && (minor is not JsonValue number || !number.TryGetValue(out int _)))
        {
            throw Wrong(path, "\"nbformat_minor\" is not a number");
        }
        if (root["cells"] is not JsonArray cells) throw Wrong(path, "there is no list \"cells\"");
        for (int i = 0; i < cells.Count; i++) CheckCell(cells[i], $"{path}, cell {i + 1}");
    }

    private static void CheckCell(JsonNode? node, string where)
    {
        JsonObject cell = node as JsonObject ?? throw Wrong(where, "expected a JSON object { … }");
        string? kind = cell["cell_type"] is JsonValue name && name.TryGetValue(out string? text) ? text : null;
        if (!CellKinds.Contains(kind)) throw Wrong(where, $"\"cell_type\" is {kind ?? "missing"}; expected code, markdown or raw");
        if (cell["id"] is { } id && (id is not JsonValue idValue || !idValue.TryGetValue(out string? _))) throw Wrong(where, "\"id\" is not a string");
        if (cell["metadata"] is not null and not JsonObject) throw Wrong(where, "\"metadata\" is not an object");
        if (!IsText(cell["source"])) throw Wrong(where, "\"source\" is missing or not text; expected a string or a list of strings");
    }

    private static bool IsText(JsonNode? node)
    {
        try
        {
            return node is JsonArray lines ? lines.All(IsString) : IsString(node);
        }
        catch (InvalidOperationException)   // half a surrogate pair: JSON allows it, text does not
        {
            return false;
        }
    }

    private static bool IsString(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? _);

    private static string DecodeUtf8(byte[] bytes, string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            throw new NotebookFormatException($"{path}, byte {error.Index + 1}: not UTF-8 text; save the file as UTF-8", error);
        }
    }

    private static string FirstSentence(string message) => message.IndexOf(" LineNumber", StringComparison.Ordinal) is var end and > 0 ? message[..end] : message;

    private static NotebookFormatException Wrong(string where, string what) => new($"{where}: {what}");
}
