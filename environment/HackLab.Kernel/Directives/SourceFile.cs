using System.Text.Json;
using HackLab.Kernel.Errors;

namespace HackLab.Kernel.Directives;

/// <summary>A piece of code of a file.</summary>
/// <param name="Code">The code; lines of text files keep their numbers.</param>
/// <param name="Language">Its language.</param>
/// <param name="Name">How its lines are named.</param>
internal sealed record SourceCell(string Code, string Language, string Name);

/// <summary>Reads the code of a .cs, .csx, .dib or .ipynb file; of notebooks only that: text and outputs are left out.</summary>
internal static class SourceFile
{
    private static readonly HashSet<string> Prose = ["markdown", "md", "raw", "meta"];

    /// <summary>The pieces of code in order.</summary>
    /// <param name="path">Its path, for the extension and messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="isLanguage">Whether a name after #! is that of a language.</param>
    /// <exception cref="DirectiveException">It is of another kind, or no notebook.</exception>
    public static IReadOnlyList<SourceCell> Cells(string path, string text, Func<string, bool> isLanguage)
    {
        string name = Path.GetFileName(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".cs" or ".csx" => [new SourceCell(text, "csharp", name)],
            ".dib" => Dib(text, name, isLanguage),
            ".ipynb" => Ipynb(text, name),
            var other => throw new DirectiveException($"{name}: files of kind {other} cannot be imported; .ipynb, .dib, .cs and .csx can."),
        };
    }

    /// <summary>A line #!language starts a cell; the first may be #!meta with JSON about the file.</summary>
    private static List<SourceCell> Dib(string text, string name, Func<string, bool> isLanguage)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        var cells = new List<SourceCell>();
        string language = "csharp";
        int first = 0;
        for (int i = 0; i <= lines.Length; i++)
        {
            string? next = i == lines.Length ? "" : Opened(lines[i]);
            if (next is null) continue;
            if (!Prose.Contains(language) && lines[first..i].Any(line => line.Trim().Length > 0))
                cells.Add(new SourceCell(new string('\n', first) + string.Join('\n', lines[first..i]), Common(language), name));
            (language, first) = (next, i + 1);
        }
        return cells;

        string? Opened(string line) =>
            line.StartsWith("#!", StringComparison.Ordinal) && line[2..].Trim() is var word && (word == "meta" || isLanguage(word)) ? word : null;
    }

    private static List<SourceCell> Ipynb(string text, string name)
    {
        try
        {
            using JsonDocument notebook = JsonDocument.Parse(text);
            JsonElement root = notebook.RootElement;
            string usual = Common(Text(root, "metadata", "polyglot_notebook", "kernelInfo", "defaultKernelName")
                ?? Text(root, "metadata", "kernelspec", "language") ?? Text(root, "metadata", "language_info", "name") ?? "csharp");
            var cells = new List<SourceCell>();
            foreach (JsonElement cell in root.GetProperty("cells").EnumerateArray().Where(c => Text(c, "cell_type") == "code"))
            {
                string language = Text(cell, "metadata", "polyglot_notebook", "kernelName") ?? Text(cell, "metadata", "dotnet_interactive", "language") ?? usual;
                JsonElement source = cell.GetProperty("source");
                string code = source.ValueKind == JsonValueKind.Array
                    ? string.Concat(source.EnumerateArray().Select(line => line.GetString())) : source.GetString()!;
                cells.Add(new SourceCell(code, Common(language), $"{name}, code cell {cells.Count + 1}"));
            }
            cells.RemoveAll(cell => Prose.Contains(cell.Language) || cell.Code.Trim().Length == 0);
            return cells;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DirectiveException($"{name} is not a Jupyter notebook (version 4): {problem.Message}");
        }
    }

    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (string step in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element)) return null;
        }
        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    private static string Common(string language) => language.ToLowerInvariant() is "c#" or ".net" ? "csharp" : language;
}
