using System.Text;
using System.Text.Json.Nodes;

namespace HackLab.Cli.Notebooks;

/// <summary>What a cell is.</summary>
internal enum CellKind
{
    Markdown,
    Code,

    /// <summary>Text for a converter. Never run here (.NET Interactive runs it as code, by mistake).</summary>
    Raw,
}

/// <summary>One cell: a view on its JSON.</summary>
internal sealed class NotebookCell(JsonObject json)
{
    public JsonObject Json { get; } = json;

    public CellKind Kind => (string?)Json["cell_type"] switch { "code" => CellKind.Code, "markdown" => CellKind.Markdown, _ => CellKind.Raw };

    public string? Id => (string?)Json["id"];

    public string Source
    {
        get => MultilineText.Join(Json["source"]);
        set => Json["source"] = MultilineText.Split(value);
    }

    /// <summary>Empty if the cell has none; then changes to it are lost.</summary>
    public JsonObject Metadata => Json["metadata"] as JsonObject ?? [];

    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags ? [.. tags.OfType<JsonValue>().Select(tag => tag.ToString())] : [];

    public bool HasTag(string tag) => Tags.Contains(tag, StringComparer.Ordinal);

    /// <summary>The language the cell itself names, in either of the two places that tools write it; else null.</summary>
    public string? OwnLanguage =>
        (Named("polyglot_notebook", "kernelName") ?? Named("dotnet_interactive", "language")) is { } name ? CellLanguage.Normalise(name) : null;

    public JsonArray Outputs
    {
        get => Json["outputs"] as JsonArray ?? [];
        set => Json["outputs"] = value;
    }

    /// <summary>Forgets what an earlier run left.</summary>
    public void ClearOutputs()
    {
        if (Kind != CellKind.Code) return;
        Json["execution_count"] = null;
        Json["outputs"] = new JsonArray();
    }

    public static NotebookCell Code(string source, string? id, params string[] tags) => Create("code", source, id, tags);

    public static NotebookCell Create(string kind, string source, string? id, params string[] tags)
    {
        var json = new JsonObject { ["cell_type"] = kind };
        if (kind == "code") json["execution_count"] = null;
        if (id is not null) json["id"] = id;
        var metadata = new JsonObject();
        if (tags.Length > 0) metadata["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        json["metadata"] = metadata;
        if (kind == "code") json["outputs"] = new JsonArray();
        json["source"] = MultilineText.Split(source);
        return new NotebookCell(json);
    }

    private string? Named(string section, string field) =>
        Metadata[section] is JsonObject fields && fields[field] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? text : null;
}

/// <summary>nbformat's two ways to store text: one string, or a list of lines that keep their newline.</summary>
internal static class MultilineText
{
    public static string Join(JsonNode? node)
    {
        if (node is not JsonArray lines) return node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
        var joined = new StringBuilder();
        foreach (JsonNode? line in lines) joined.Append((string?)line);
        return joined.ToString();
    }

    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is var newline and >= 0 ? newline + 1 : text.Length;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }
        return lines;
    }
}
