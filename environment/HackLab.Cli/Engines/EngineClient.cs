using System.Collections.Concurrent;
using HackLab.Kernel;

namespace HackLab.Cli.Engines;

/// <summary>The runner's side of the pipe: sends cells, and hands what comes back to the outputs of their cells.</summary>
internal sealed class EngineClient
{
    private readonly StreamWriter _writer;
    private readonly StreamReader _reader;
    private readonly Func<Task<string>> _howItEnded;
    private readonly ConcurrentDictionary<int, Cell> _cells = new();
    private readonly Lock _sending = new();
    private readonly Task _reading;
    private int _number;

    /// <param name="pipe">Both directions.</param>
    /// <param name="howItEnded">Words for an engine that ended while a cell ran.</param>
    public EngineClient(Stream pipe, Func<Task<string>> howItEnded)
    {
        _writer = new StreamWriter(pipe) { AutoFlush = true, NewLine = "\n" };
        _reader = new StreamReader(pipe, leaveOpen: true);
        _howItEnded = howItEnded;
        _reading = Task.Run(ReadAllAsync);
    }

    public long PeakBytes { get; private set; }

    /// <summary>Ends when the engine has closed its side and everything it sent has been handed on.</summary>
    public Task Ended => _reading;

    public Task<CellResult> ExecuteAsync(CellRequest request, ICellOutput output)
    {
        var cell = new Cell(output);
        int number = Interlocked.Increment(ref _number);
        _cells[number] = cell;
        Send(new EngineMessage(EngineWord.Run, number) { Code = request.Code, Language = request.Language });
        if (_reading.IsCompleted) _ = LoseAsync(cell);   // it ended before the cell was in the table
        return cell.Result.Task;
    }

    public void Interrupt() => Send(new EngineMessage(EngineWord.Interrupt));

    public void Exit() => Send(new EngineMessage(EngineWord.Exit));

    private void Send(EngineMessage message)
    {
        lock (_sending)
        {
            try
            {
                _writer.WriteLine(message.ToLine());
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // The engine is gone: the reading side reports it, with the reason.
            }
        }
    }

    private async Task ReadAllAsync()
    {
        try
        {
            while (await _reader.ReadLineAsync() is { } line) Receive(EngineMessage.Parse(line));
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or System.Text.Json.JsonException)
        {
            // A line cut in the middle, or a broken pipe: the process died. Reported below.
        }
        foreach (Cell cell in _cells.Values) await LoseAsync(cell);
    }

    private void Receive(EngineMessage message)
    {
        if (!_cells.TryGetValue(message.Cell, out Cell? cell)) return;
        ICellOutput output = cell.Output;
        switch (message.Word)
        {
            case EngineWord.Stream: output.Stream(message.Stream!.Value, message.Text!); break;
            case EngineWord.Display: output.Display(Bundle(message), message.DisplayId); break;
            case EngineWord.UpdateDisplay: output.UpdateDisplay(Bundle(message), message.DisplayId!); break;
            case EngineWord.Result: output.Result(Bundle(message)); break;
            case EngineWord.Error: output.Error(message.Error!); break;
            case EngineWord.ClearOutput: output.ClearOutput(message.Wait!.Value); break;
            case EngineWord.Done:
                PeakBytes = Math.Max(PeakBytes, message.PeakBytes ?? 0);
                cell.Result.TrySetResult(new CellResult(message.Status!.Value, message.Elapsed!.Value, message.Error));
                break;
        }
    }

    private static MimeBundle Bundle(EngineMessage message) => new(message.Data!, message.Metadata);

    private async Task LoseAsync(Cell cell)
    {
        if (!cell.Result.Task.IsCompleted) cell.Result.TrySetException(new EngineLostException(await _howItEnded()));
    }

    private sealed record Cell(ICellOutput Output)
    {
        // Continuations elsewhere: the reading loop must not run the runner's next step.
        public TaskCompletionSource<CellResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
