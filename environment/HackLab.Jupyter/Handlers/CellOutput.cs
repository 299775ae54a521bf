using System.Text.Json;
using HackLab.Jupyter.Messages;
using HackLab.Kernel;

namespace HackLab.Jupyter.Handlers;

/// <summary>
/// Sends a cell's output with that cell's request as its parent, also when the cell has long ended: what background work
/// writes appears where it was started.
/// </summary>
internal sealed class CellOutput(Request request, ExecuteRequest cell, int number, StdinChannel stdin, CancellationToken interrupted)
    : ICellOutput
{
    private volatile bool _ended;

    /// <summary>The result as plain text, for the history; null if there was none.</summary>
    public string? ResultText { get; private set; }

    /// <summary>The cell has ended, so nobody is there to be asked.</summary>
    public void End() => _ended = true;

    /// <inheritdoc/>
    public void Stream(OutputStream stream, string text)
    {
        if (text.Length == 0) return;
        Publish("stream", json =>
        {
            json.WriteString("name", stream == OutputStream.StandardError ? "stderr" : "stdout");
            json.WriteString("text", text);
        });
    }

    /// <inheritdoc/>
    public void Display(MimeBundle value, string? displayId) =>
        Publish("display_data", json => WriteDisplay(json, value, displayId));

    /// <inheritdoc/>
    public void UpdateDisplay(MimeBundle value, string displayId) =>
        Publish("update_display_data", json => WriteDisplay(json, value, displayId));

    /// <inheritdoc/>
    public void Result(MimeBundle value)
    {
        if (cell.Silent) return;
        ResultText = value.Data.GetValueOrDefault("text/plain");
        Publish("execute_result", json =>
        {
            json.WriteNumber("execution_count", number);
            JsonContent.WriteBundle(json, value);
        });
    }

    /// <inheritdoc/>
    public void Error(CellError error)
    {
        if (!cell.Silent) Publish("error", json => JsonContent.WriteError(json, error));
    }

    /// <inheritdoc/>
    public void ClearOutput(bool wait) => Publish("clear_output", json => json.WriteBoolean("wait", wait));

    /// <inheritdoc/>
    public string? RequestInput(string prompt, bool password, CancellationToken cancellation)
    {
        if (_ended || !cell.AllowStdin) return null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, interrupted);
        return stdin.Ask(request.Message, prompt, password, either.Token);
    }

    private static void WriteDisplay(Utf8JsonWriter json, MimeBundle value, string? displayId)
    {
        JsonContent.WriteBundle(json, value);
        json.WriteStartObject("transient");
        if (displayId is not null) json.WriteString("display_id", displayId);
        json.WriteEndObject();
    }

    private void Publish(string type, Action<Utf8JsonWriter> properties) => request.Publish(type, properties);
}
