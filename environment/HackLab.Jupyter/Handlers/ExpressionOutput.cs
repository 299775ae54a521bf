using System.Text.Json;
using HackLab.Jupyter.Messages;
using HackLab.Kernel;

namespace HackLab.Jupyter.Handlers;

/// <summary>The value of a user_expression: it goes into the reply, and nothing else it does is shown.</summary>
internal sealed class ExpressionOutput : ICellOutput
{
    private MimeBundle? _value;

    /// <summary>What went wrong, if something did.</summary>
    public CellError? Failure { get; set; }

    /// <inheritdoc/>
    public void Result(MimeBundle value) => _value = value;

    /// <inheritdoc/>
    public void Error(CellError error) => Failure = error;

    /// <inheritdoc/>
    public void Stream(OutputStream stream, string text)
    {
    }

    /// <inheritdoc/>
    public void Display(MimeBundle value, string? displayId)
    {
    }

    /// <inheritdoc/>
    public void UpdateDisplay(MimeBundle value, string displayId)
    {
    }

    /// <inheritdoc/>
    public void ClearOutput(bool wait)
    {
    }

    /// <inheritdoc/>
    public string? RequestInput(string prompt, bool password, CancellationToken cancellation) => null;

    /// <summary>The expression's entry in the reply.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("status", Failure is null ? "ok" : "error");
        if (Failure is not null) JsonContent.WriteError(json, Failure);
        else JsonContent.WriteBundle(json, _value ?? new MimeBundle(new Dictionary<string, string>()));
    }
}
