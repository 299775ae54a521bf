using HackLab.Kernel;

namespace HackLab.Tests.Kernel;

/// <summary>Keeps what a cell puts out.</summary>
internal sealed class NotebookOutput : ICellOutput
{
    private readonly List<string> _order = [];

    public System.Text.StringBuilder Text { get; } = new();

    public List<MimeBundle> Displays { get; } = [];

    public Dictionary<string, MimeBundle> Named { get; } = [];

    public MimeBundle? Value { get; private set; }

    public CellError? Failure { get; private set; }

    /// <summary>Released each time something is shown or updated.</summary>
    public SemaphoreSlim Shown { get; } = new(0);

    /// <summary>The plain text of all that was shown, updates included, in order.</summary>
    public string ShownText => string.Join('\n', _order);

    public void Stream(OutputStream stream, string text) => Text.Append(text);

    public void Display(MimeBundle value, string? displayId)
    {
        Displays.Add(value);
        if (displayId is not null) Named[displayId] = value;
        Add(value);
    }

    public void UpdateDisplay(MimeBundle value, string displayId)
    {
        Named[displayId] = value;
        Add(value);
    }

    public void Result(MimeBundle value) => Value = value;

    public void Error(CellError error) => Failure = error;

    public void ClearOutput(bool wait) => Displays.Clear();

    public string? RequestInput(string prompt, bool password, CancellationToken cancellation) => "answer to " + prompt;

    private void Add(MimeBundle value)
    {
        _order.Add(value.Data.GetValueOrDefault("text/plain", ""));
        Shown.Release();
    }
}
