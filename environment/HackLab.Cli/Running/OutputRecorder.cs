using System.Text.Json;
using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;
using HackLab.Kernel;

namespace HackLab.Cli.Running;

/// <summary>Displays that can be updated later, from any cell of the notebook.</summary>
internal sealed class DisplayRegistry
{
    /// <summary>Guards it and every output of the notebook: background work may write while the next cell runs.</summary>
    public Lock Lock { get; } = new();

    public Dictionary<string, List<JsonObject>> ById { get; } = [];
}

/// <summary>Gathers one cell's output in nbformat's form.</summary>
internal sealed class OutputRecorder(DisplayRegistry displays, int executionCount) : ICellOutput
{
    /// <summary>
    /// Text kept per cell. An endless loop that prints would otherwise fill the memory and then a page no browser opens.
    /// </summary>
    internal const int TextLimit = 4 << 20;

    private readonly List<JsonObject> _outputs = [];
    private bool _clearOnNext;
    private int _textLength;

    /// <summary>The outputs as nbformat has them: neighbouring texts of one stream are one output.</summary>
    public JsonArray ToJson()
    {
        lock (displays.Lock) return [.. _outputs.Select(output => output.DeepClone())];
    }

    public void Stream(OutputStream stream, string text)
    {
        string name = stream == OutputStream.StandardOutput ? "stdout" : "stderr";
        lock (displays.Lock)
        {
            ClearIfDue();
            if (_textLength > TextLimit) return;
            _textLength += text.Length;
            if (_textLength > TextLimit) text += $"\n… the rest is left out: this cell has written over {TextLimit >> 20} MB.\n";
            if (_outputs.LastOrDefault() is { } last && (string?)last["name"] == name) Append((JsonArray)last["text"]!, text);
            else _outputs.Add(new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = MultilineText.Split(text) });
        }
    }

    public void Display(MimeBundle value, string? displayId)
    {
        lock (displays.Lock)
        {
            ClearIfDue();
            JsonObject output = Shown(value, "display_data");
            _outputs.Add(output);
            if (displayId is null) return;
            if (!displays.ById.TryGetValue(displayId, out List<JsonObject>? shown)) displays.ById[displayId] = shown = [];
            shown.Add(output);
        }
    }

    public void UpdateDisplay(MimeBundle value, string displayId)
    {
        lock (displays.Lock)
        {
            foreach (JsonObject output in displays.ById.GetValueOrDefault(displayId) ?? [])
            {
                output["data"] = Data(value);
                output["metadata"] = Metadata(value);
            }
        }
    }

    public void Result(MimeBundle value)
    {
        lock (displays.Lock)
        {
            ClearIfDue();
            JsonObject output = Shown(value, "execute_result");
            output.Insert(1, "execution_count", executionCount);
            _outputs.Add(output);
        }
    }

    public void Error(CellError error)
    {
        lock (displays.Lock)
        {
            ClearIfDue();
            _outputs.Add(new JsonObject
            {
                ["ename"] = error.Name,
                ["evalue"] = error.Message,
                ["output_type"] = "error",
                ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
            });
        }
    }

    public void ClearOutput(bool wait)
    {
        lock (displays.Lock)
        {
            if (wait) _clearOnNext = true;
            else Clear();
        }
    }

    public string? RequestInput(string prompt, bool password, CancellationToken cancellation) => null;

    private void ClearIfDue()
    {
        if (_clearOnNext) Clear();
    }

    private void Clear()
    {
        _outputs.Clear();
        _clearOnNext = false;
        _textLength = 0;
    }

    /// <summary>Continues the last line, which may be open, and adds the rest.</summary>
    private static void Append(JsonArray lines, string text)
    {
        string open = lines.Count > 0 && (string)lines[^1]! is var last && !last.EndsWith('\n') ? last : "";
        if (open.Length > 0) lines.RemoveAt(lines.Count - 1);
        foreach (JsonNode? line in MultilineText.Split(open + text)) lines.Add(line!.DeepClone());
    }

    private static JsonObject Shown(MimeBundle value, string kind) =>
        new() { ["data"] = Data(value), ["metadata"] = Metadata(value), ["output_type"] = kind };

    private static JsonObject Data(MimeBundle value) =>
        new(value.Data.OrderBy(form => form.Key, StringComparer.Ordinal).Select(form => KeyValuePair.Create(form.Key, Content(form.Key, form.Value))));

    private static JsonObject Metadata(MimeBundle value) =>
        new((value.Metadata ?? new Dictionary<string, string>()).Select(hint => KeyValuePair.Create(hint.Key, Parsed(hint.Value))));

    // nbformat stores text as a list of lines, JSON as JSON, and binary as one string.
    private static JsonNode? Content(string mimeType, string content) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript" ? MultilineText.Split(content)
        : mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal) ? Parsed(content)
        : content;

    private static JsonNode? Parsed(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return json;   // kept as a string rather than lost
        }
    }
}
