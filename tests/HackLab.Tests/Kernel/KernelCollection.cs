using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

/// <summary>Tests that run cells: a session takes over the process's console, so they run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class KernelCollection
{
    public const string Name = "Kernel";
}

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

/// <summary>What a cell did.</summary>
public sealed record Ran(CellResult Result, RecordingOutput Output)
{
    public string? Value => Output.Value;

    public CellStatus Status => Result.Status;

    public CellError Error => Result.Error ?? throw new InvalidOperationException("The cell did not fail.");
}

/// <summary>A session of its own for a test.</summary>
public sealed class TestSession : IDisposable
{
    // A cell that hangs should fail its test, not the whole run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public TestSession(KernelOptions? options = null) => Kernel = new KernelSession(options ?? new KernelOptions());

    public KernelSession Kernel { get; }

    /// <summary>Runs a cell, however it ends.</summary>
    public async Task<Ran> Try(string code)
    {
        var output = new RecordingOutput();
        return new Ran(await Kernel.ExecuteAsync(new CellRequest(code), output).WaitAsync(Patience), output);
    }

    /// <summary>Runs a cell that must succeed.</summary>
    public async Task<Ran> Run(string code)
    {
        Ran ran = await Try(code);
        if (ran.Status != CellStatus.Ok) Assert.Fail($"{code}\n{string.Join('\n', ran.Result.Error?.Traceback ?? [])}");
        return ran;
    }

    /// <summary>The text/plain of a cell's trailing expression.</summary>
    public async Task<string?> Value(string code) => (await Run(code)).Value;

    /// <summary>Starts a cell that prints "started", and waits until it did.</summary>
    public Task<CellResult> Start(string code, out RecordingOutput output)
    {
        var recording = new RecordingOutput();
        Task<CellResult> running = Kernel.ExecuteAsync(new CellRequest(code), recording).WaitAsync(Patience);
        recording.WaitFor(o => o.Events.Count > 0);
        output = recording;
        return running;
    }

    /// <summary>Completes where the marker | stands.</summary>
    public Task<CompletionResult> Complete(string marked)
    {
        (string code, int position) = At(marked);
        return Kernel.CompleteAsync(code, position).WaitAsync(Patience);
    }

    /// <summary>The texts proposed where the marker | stands.</summary>
    public async Task<string[]> Proposals(string marked) => [.. (await Complete(marked)).Items.Select(item => item.Text)];

    /// <summary>Inspects where the marker | stands.</summary>
    public Task<MimeBundle?> Inspect(string marked)
    {
        (string code, int position) = At(marked);
        return Kernel.InspectAsync(code, position).WaitAsync(Patience);
    }

    public void Dispose() => Kernel.Dispose();

    private static (string Code, int Position) At(string marked)
    {
        int position = marked.LastIndexOf('|');
        return (marked.Remove(position, 1), position);
    }
}
