using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Release;

namespace HackLab.Cli.Lint;

/// <summary>One cell of a lesson.</summary>
/// <param name="number">Its place among all cells, from 1.</param>
/// <param name="cell">The cell in its notebook.</param>
internal sealed class LessonCell(int number, NotebookCell cell)
{
    public int Number { get; } = number;

    public JsonObject Json => cell.Json;

    /// <summary>code, markdown or raw, as it stands in the file.</summary>
    public string Kind => (string?)Json["cell_type"] ?? "";

    public bool IsCode => cell.Kind == CellKind.Code;

    public bool IsMarkdown => cell.Kind == CellKind.Markdown;

    /// <summary>Release leaves it out of what learners get.</summary>
    public bool IsForTutors => cell.HasTag(StudentEdition.TutorTag);

    public IReadOnlyList<string> Tags => cell.Tags;

    /// <summary>Empty if it has none.</summary>
    public string Id => cell.Id ?? "";

    public string Source { get; } = cell.Source;

    public string[] Lines => Source.Split('\n');

    public int? ExecutionCount => (int?)Json["execution_count"];

    public IReadOnlyList<CellOutput> Outputs => [.. cell.Outputs.Select(output => new CellOutput((JsonObject)output!))];

    /// <summary>What the cell printed to standard output.</summary>
    public string Printed => string.Concat(Outputs.Where(output => output.Stream == "stdout").Select(output => output.Text));
}

/// <summary>One output of an executed cell.</summary>
internal sealed class CellOutput(JsonObject json)
{
    public string Kind => (string?)json["output_type"] ?? "";

    /// <summary>stdout or stderr; null for what is not console output.</summary>
    public string? Stream => (string?)json["name"];

    /// <summary>Console text.</summary>
    public string Text => MultilineText.Join(json["text"]);

    /// <summary>What is shown, by mime type.</summary>
    public IReadOnlyDictionary<string, string> Data =>
        json["data"] is JsonObject data ? data.ToDictionary(entry => entry.Key, entry => MultilineText.Join(entry.Value)) : [];
}
