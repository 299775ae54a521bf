using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

/// <summary>Tests that run cells: a session takes over the process's console, so they run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class KernelCollection
{
    public const string Name = "Kernel";
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
