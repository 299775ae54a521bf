using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using HackLab.Cli.Commands;
using HackLab.Kernel;

namespace HackLab.Cli.Engines;

/// <summary>
/// Runs a notebook's cells in a process of their own. A process, because each notebook needs its own working directory,
/// console and environment, its peak memory is to be told apart, and a cell that ends the process or never stops must not
/// take the runner and the other notebooks with it. The outputs live here, on the runner's side, so they are kept.
/// </summary>
internal sealed class ChildEngine : ICellEngine
{
    /// <summary>The hidden first argument that makes this program an engine process.</summary>
    public const string Verb = "--engine";

    private const int TailLength = 2000;
    private readonly Process _process;
    private readonly EngineClient _client;
    private readonly StringBuilder _tail;
    private long _peakAtKill;

    private ChildEngine(Process process, Stream pipe, StringBuilder tail)
    {
        _process = process;
        _tail = tail;
        _client = new EngineClient(pipe, HowItEndedAsync);
    }

    public long PeakBytes => Math.Max(_client.PeakBytes, _peakAtKill);

    /// <summary>Starts a process that works in <paramref name="folder"/>.</summary>
    /// <exception cref="EngineLostException">It ended before it was ready.</exception>
    public static async Task<ICellEngine> StartAsync(string folder, IReadOnlyDictionary<string, string> environment)
    {
        string name = "hacklab-" + Guid.NewGuid().ToString("N");
        var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        ProcessStartInfo start = Itself();
        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(name);
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach ((string key, string value) in environment) start.Environment[key] = value;
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        var tail = new StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(tail, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(tail, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Task connected = pipe.WaitForConnectionAsync();
        Task exited = process.WaitForExitAsync();
        await Task.WhenAny(connected, exited);
        var engine = new ChildEngine(process, pipe, tail);
        return connected.IsCompletedSuccessfully ? engine : throw new EngineLostException(await engine.HowItEndedAsync());
    }

    public Task<CellResult> ExecuteAsync(CellRequest request, ICellOutput output) => _client.ExecuteAsync(request, output);

    public void Interrupt() => _client.Interrupt();

    public void Kill()
    {
        try
        {
            _peakAtKill = Math.Max(_process.PeakWorkingSet64, _process.WorkingSet64);   // it can no longer tell itself
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself in the meantime.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Exit();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            await _client.Ended.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }
        _process.Dispose();
    }

    private static ProcessStartInfo Itself()
    {
        (string executable, IReadOnlyList<string> leading) = OwnCommand.Find();
        return new ProcessStartInfo(executable, leading);
    }

    private static void Keep(StringBuilder tail, string? line)
    {
        if (line is null) return;
        lock (tail)
        {
            tail.AppendLine(line);
            if (tail.Length > 2 * TailLength) tail.Remove(0, tail.Length - TailLength);
        }
    }

    private async Task<string> HowItEndedAsync()
    {
        await _process.WaitForExitAsync();
        string said;
        lock (_tail) said = _tail.ToString().Trim();
        string code = _process.ExitCode > 128 && !OperatingSystem.IsWindows()
            ? $"by signal {_process.ExitCode - 128}" : $"with exit code {_process.ExitCode}";
        return $"The process that ran the cells ended {code}." + (said.Length > 0 ? "\n" + said : "");
    }
}
