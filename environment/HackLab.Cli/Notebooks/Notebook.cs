using System.Text.Json.Nodes;

namespace HackLab.Cli.Notebooks;

/// <summary>
/// A notebook in memory: a view on its nbformat 4 JSON, so that fields nobody here knows survive reading and writing, in
/// their order.
/// </summary>
internal sealed class Notebook
{
    private readonly JsonObject _root;

    public Notebook(JsonObject root)
    {
        _root = root;
        foreach (JsonNode? cell in (JsonArray)root["cells"]!) Cells.Add(new NotebookCell((JsonObject)cell!));
    }

    /// <summary>The cells from top to bottom. Use <see cref="Insert"/> to add one.</summary>
    public List<NotebookCell> Cells { get; } = [];

    public JsonObject Metadata => _root["metadata"] as JsonObject ?? [];

    /// <summary>The kernel the file asks for, such as ".net-csharp" or "python3"; null if it names none.</summary>
    public string? KernelName => Text(Metadata["kernelspec"], "name");

    /// <summary>The language of cells that name none themselves.</summary>
    public string DefaultLanguage =>
        Text(Metadata["polyglot_notebook"]?["kernelInfo"], "defaultKernelName") is { Length: > 0 } name
            ? CellLanguage.Normalise(name)
            : CellLanguage.Normalise(Text(Metadata["kernelspec"], "language") ?? Text(Metadata["language_info"], "name") ?? "csharp");

    /// <summary>The first level-one heading; null if there is none.</summary>
    public string? Title => Cells.Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => Headings.In(cell.Source)).Where(heading => heading.Level == 1).Select(heading => heading.Text).FirstOrDefault();

    /// <summary>The language of a code cell: its own, else the notebook's.</summary>
    public string LanguageOf(NotebookCell cell) => cell.OwnLanguage ?? DefaultLanguage;

    public void Insert(int index, NotebookCell cell)
    {
        ((JsonArray)_root["cells"]!).Insert(index, cell.Json);
        Cells.Insert(index, cell);
    }

    public void Remove(NotebookCell cell)
    {
        ((JsonArray)_root["cells"]!).Remove(cell.Json);
        Cells.Remove(cell);
    }

    /// <summary>Whether the file's version asks for cell ids (nbformat 4.5 and later).</summary>
    public bool HasIds => _root["nbformat_minor"]?.GetValue<int>() >= 5;

    /// <summary>The file's text: one-space indentation and a newline at the end, as Jupyter writes it.</summary>
    public string ToJson() => NotebookJson.Write(_root) + "\n";

    private static string? Text(JsonNode? node, string name) =>
        node is JsonObject fields && fields[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
