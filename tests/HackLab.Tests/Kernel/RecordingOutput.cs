using HackLab.Kernel;

namespace HackLab.Tests.Kernel;

/// <summary>What a cell put out, in order, as it is asked about by tests. Any thread may add to it.</summary>
public sealed class RecordingOutput : ICellOutput
{
    private readonly List<object> _events = [];
    private readonly object _gate = new();

    public sealed record Streamed(OutputStream Stream, string Text);

    public sealed record Displayed(MimeBundle Value, string? Id);

    public sealed record Updated(MimeBundle Value, string Id);

    public sealed record Resulted(MimeBundle Value);

    public sealed record Cleared(bool Wait);

    /// <summary>Answers to input; null means that nobody is there.</summary>
    public Func<string, bool, CancellationToken, string?> Answer { get; set; } = (_, _, _) => null;

    public IReadOnlyList<object> Events
    {
        get { lock (_gate) return [.. _events]; }
    }

    public string StandardOutput => Text(OutputStream.StandardOutput);

    public string StandardError => Text(OutputStream.StandardError);

    public IReadOnlyList<MimeBundle> Displays => [.. Events.OfType<Displayed>().Select(e => e.Value)];

    /// <summary>The plain text of all that was shown, updates included, in order.</summary>
    public string ShownText => string.Join('\n', Events
        .Select(e => e switch { Displayed shown => shown.Value, Updated updated => updated.Value, _ => null })
        .OfType<MimeBundle>().Select(shown => shown.Data.GetValueOrDefault("text/plain", "")));

    /// <summary>The text/plain of the trailing expression; null if there was none.</summary>
    public string? Value => Events.OfType<Resulted>().SingleOrDefault()?.Value.Data["text/plain"];

    /// <summary>Waits until something that was put out fits.</summary>
    public void WaitFor(Func<RecordingOutput, bool> condition)
    {
        lock (_gate)
        {
            while (!condition(this))
            {
                if (!Monitor.Wait(_gate, TimeSpan.FromSeconds(60))) throw new TimeoutException("The cell never put out what was waited for.");
            }
        }
    }

    public void Stream(OutputStream stream, string text) => Add(new Streamed(stream, text));

    public void Display(MimeBundle value, string? displayId) => Add(new Displayed(value, displayId));

    public void UpdateDisplay(MimeBundle value, string displayId) => Add(new Updated(value, displayId));

    public void Result(MimeBundle value) => Add(new Resulted(value));

    public void Error(CellError error) => Add(error);

    public void ClearOutput(bool wait) => Add(new Cleared(wait));

    public string? RequestInput(string prompt, bool password, CancellationToken cancellation) => Answer(prompt, password, cancellation);

    private string Text(OutputStream stream) =>
        string.Concat(Events.OfType<Streamed>().Where(e => e.Stream == stream).Select(e => e.Text));

    private void Add(object happened)
    {
        lock (_gate)
        {
            _events.Add(happened);
            Monitor.PulseAll(_gate);
        }
    }
}
