using System.Text.Json;
using System.Text.Json.Nodes;

namespace HackLab.Cli.Notebooks;

/// <summary>
/// Reads .dib: plain text in which a line of "#!" and a language opens a cell, and an optional first "#!meta" holds JSON with
/// the languages of the file. Other "#!" lines (#!time, #!share …) belong to the cell they stand in.
/// </summary>
internal static class DibReader
{
    public static Notebook Parse(string text, string path)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        var languages = new HashSet<string>(CellLanguage.Known, StringComparer.OrdinalIgnoreCase);
        var cells = new JsonArray();
        JsonObject? meta = null;
        string language = "csharp";
        var body = new List<string>();
        int opened = 1;
        for (int i = 0; i <= lines.Length; i++)
        {
            string? opens = i < lines.Length ? Opens(lines[i], languages) : "";
            if (opens is null)
            {
                body.Add(lines[i]);
                continue;
            }
            if (language == "meta") meta = ReadMeta(body, path, opened, languages, ref language);
            else if (Trimmed(body) is { Length: > 0 } source) cells.Add((JsonNode)Cell(language, source, cells.Count + 1));
            if (opens.Length > 0) language = opens == "meta" ? "meta" : CellLanguage.Normalise(opens);
            opened = i + 2;
            body.Clear();
        }
        return new Notebook(Root(cells, meta));
    }

    /// <summary>The language whose cell the line opens; null if the line is part of a cell.</summary>
    private static string? Opens(string line, HashSet<string> languages)
    {
        if (!line.StartsWith("#!", StringComparison.Ordinal)) return null;
        string name = line[2..].Trim();
        return name == "meta" || languages.Contains(name) ? name : null;
    }

    private static JsonObject ReadMeta(List<string> body, string path, int line, HashSet<string> languages, ref string language)
    {
        language = "csharp";
        string json = Trimmed(body);
        try
        {
            if (JsonNode.Parse(json.Length == 0 ? "{}" : json) is not JsonObject meta)
            {
                throw new NotebookFormatException($"{path}, line {line}: after #!meta expected a JSON object {{ … }}");
            }
            if (meta["kernelInfo"]?["defaultKernelName"] is JsonValue name && name.TryGetValue(out string? text)) language = CellLanguage.Normalise(text);
            foreach (JsonNode? item in meta["kernelInfo"]?["items"] as JsonArray ?? [])
            {
                if (item?["name"]?.ToString() is { Length: > 0 } declared) languages.Add(declared);
                foreach (JsonNode? alias in item?["aliases"] as JsonArray ?? []) languages.Add(alias!.ToString());
            }
            return meta;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new NotebookFormatException($"{path}, line {line}: after #!meta expected JSON: {error.Message}", error);
        }
    }

    private static JsonObject Cell(string language, string source, int number)
    {
        string kind = language switch { "markdown" => "markdown", "raw" => "raw", _ => "code" };
        NotebookCell cell = NotebookCell.Create(kind, source, $"cell-{number}");
        if (kind == "code")
        {
            cell.Metadata["dotnet_interactive"] = new JsonObject { ["language"] = language };
            cell.Metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = language };
        }
        return cell.Json;
    }

    private static string Trimmed(List<string> lines) =>
        string.Join('\n', lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse());

    private static JsonObject Root(JsonArray cells, JsonObject? meta) => new()
    {
        ["cells"] = cells,
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            ["polyglot_notebook"] = meta?["kernelInfo"] is { } info
                ? new JsonObject { ["kernelInfo"] = info.DeepClone() }
                : JsonNode.Parse("""{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}"""),
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };
}
