using System.Text.Json;
using HackLab.Jupyter.Messages;
using HackLab.Kernel;

namespace HackLab.Jupyter.Handlers;

/// <summary>Answers questions about code without running it: complete, inspect, is_complete.</summary>
internal sealed class CodeHandlers(EngineHost engine)
{
    /// <summary>An editor has long given up by then; cells waiting behind the question have not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Handles a complete_request.</summary>
    public void Complete(Request request)
    {
        (string code, int position) = Position(request);
        CompletionResult found = Ask((kernel, end) => kernel.CompleteAsync(code, position, end)) ?? new CompletionResult([], position, position);
        request.Reply(json => WriteCompletions(
            json, found, CodePoints.FromUtf16(code, found.Start), CodePoints.FromUtf16(code, found.End)));
    }

    /// <summary>Handles an inspect_request.</summary>
    public void Inspect(Request request)
    {
        (string code, int position) = Position(request);
        MimeBundle? found = Ask((kernel, end) => kernel.InspectAsync(code, position, end));
        request.Reply(json =>
        {
            json.WriteString("status", "ok");
            json.WriteBoolean("found", found is not null);
            JsonContent.WriteBundle(json, found ?? new MimeBundle(new Dictionary<string, string>()));
        });
    }

    /// <summary>Handles an is_complete_request.</summary>
    public void IsComplete(Request request)
    {
        string code = JsonContent.Text(request.Content, "code");
        Completeness answer = engine.Get(CancellationToken.None).IsComplete(code);
        request.Reply(json =>
        {
            json.WriteString("status", answer switch
            {
                Completeness.Complete => "complete",
                Completeness.Incomplete => "incomplete",
                _ => "invalid",
            });
            if (answer == Completeness.Incomplete) json.WriteString("indent", NextIndent(code));
        });
    }

    /// <summary>The last line's own indentation, and four more after an opening bracket.</summary>
    internal static string NextIndent(string code)
    {
        ReadOnlySpan<char> line = code.AsSpan(code.LastIndexOf('\n') + 1);
        ReadOnlySpan<char> indent = line[..^line.TrimStart(" \t").Length];
        bool opens = line.TrimEnd() is [.., '{' or '(' or '['];
        return string.Concat(indent, opens ? "    " : "");
    }

    private static (string Code, int Position) Position(Request request)
    {
        string code = JsonContent.Text(request.Content, "code");
        return (code, CodePoints.ToUtf16(code, JsonContent.Number(request.Content, "cursor_pos")));
    }

    /// <summary>The engine's answer; null if it took too long.</summary>
    private T? Ask<T>(Func<IKernel, CancellationToken, Task<T>> question)
    {
        using var end = new CancellationTokenSource(Patience);
        try
        {
            return question(engine.Get(end.Token), end.Token).WaitAsync(end.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return default;
        }
    }

    private static void WriteCompletions(Utf8JsonWriter json, CompletionResult found, int start, int end)
    {
        json.WriteString("status", "ok");
        json.WriteStartArray("matches");
        foreach (CompletionItem item in found.Items) json.WriteStringValue(item.Text);
        json.WriteEndArray();
        json.WriteNumber("cursor_start", start);
        json.WriteNumber("cursor_end", end);
        json.WriteStartObject("metadata");
        json.WriteStartArray("_jupyter_types_experimental");   // JupyterLab's icons and signatures
        foreach (CompletionItem item in found.Items)
        {
            json.WriteStartObject();
            json.WriteNumber("start", start);
            json.WriteNumber("end", end);
            json.WriteString("text", item.Text);
            json.WriteString("type", item.Kind);
            json.WriteString("signature", item.Signature);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
