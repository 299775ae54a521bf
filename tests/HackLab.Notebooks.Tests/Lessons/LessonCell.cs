using System.Text.Json.Nodes;

namespace HackLab.Notebooks.Tests.Lessons;

/// <summary>One cell of a lesson, read straight from the JSON: these tests must not share a mistake with the runner's reader.</summary>
internal sealed class LessonCell(JsonObject json)
{
    public JsonObject Json { get; } = json;

    public string Kind => (string?)Json["cell_type"] ?? "";

    public bool IsCode => Kind == "code";

    public bool IsMarkdown => Kind == "markdown";

    public string Id => (string?)Json["id"] ?? "";

    public string Source => Text(Json["source"]);

    public string[] Lines => Source.Split('\n');

    public int? ExecutionCount => (int?)Json["execution_count"];

    public IReadOnlyList<CellOutput> Outputs =>
        Json["outputs"] is JsonArray outputs ? [.. outputs.Select(output => new CellOutput((JsonObject)output!))] : [];

    /// <summary>What the cell printed to standard output.</summary>
    public string Printed => string.Concat(Outputs.Where(output => output.Stream == "stdout").Select(output => output.Text));

    /// <summary>nbformat stores text as one string or as a list of lines.</summary>
    internal static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)node ?? "";
}

/// <summary>One output of an executed cell.</summary>
internal sealed class CellOutput(JsonObject json)
{
    public string Kind => (string?)json["output_type"] ?? "";

    /// <summary>stdout or stderr; null for what is not console output.</summary>
    public string? Stream => (string?)json["name"];

    /// <summary>Console text.</summary>
    public string Text => LessonCell.Text(json["text"]);

    /// <summary>What is shown, by mime type.</summary>
    public IReadOnlyDictionary<string, string> Data =>
        json["data"] is JsonObject data ? data.ToDictionary(entry => entry.Key, entry => LessonCell.Text(entry.Value)) : [];
}
