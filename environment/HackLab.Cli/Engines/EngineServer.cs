using HackLab.Kernel;

namespace HackLab.Cli.Engines;

/// <summary>The engine process's side of the pipe: gives incoming cells to the kernel and sends their output back.</summary>
internal sealed class EngineServer(IKernel kernel, Stream pipe)
{
    private readonly Lock _sending = new();
    private readonly StreamWriter _writer = new(pipe) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Serves until the runner says so or is gone; then the running cell, if any, is told to stop.</summary>
    public async Task RunAsync()
    {
        using var reader = new StreamReader(pipe, leaveOpen: true);
        Task last = Task.CompletedTask;
        while (await ReadAsync(reader) is { Word: not EngineWord.Exit } message)
        {
            // Not awaited: an interrupt must be read while the cell runs.
            if (message.Word == EngineWord.Run) last = ExecuteAsync(message);
            else if (message.Word == EngineWord.Interrupt) kernel.Interrupt();
        }
        if (!last.IsCompleted) kernel.Interrupt();
    }

    private static async Task<EngineMessage?> ReadAsync(StreamReader reader)
    {
        try
        {
            return await reader.ReadLineAsync() is { } line ? EngineMessage.Parse(line) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task ExecuteAsync(EngineMessage message)
    {
        CellResult result = await kernel.ExecuteAsync(new CellRequest(message.Code!, message.Language!), new Output(this, message.Cell));
        Send(new EngineMessage(EngineWord.Done, message.Cell)
        {
            Status = result.Status, Elapsed = result.Elapsed, Error = result.Error, PeakBytes = PeakMemory.OfThisProcess(),
        });
    }

    private void Send(EngineMessage message)
    {
        string line = message.ToLine();
        lock (_sending)
        {
            try
            {
                _writer.WriteLine(line);
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // The runner is gone; the reading side sees that too and ends this process.
            }
        }
    }

    /// <summary>A cell's output, as messages that carry the cell's number, so that late output finds its cell.</summary>
    private sealed class Output(EngineServer server, int cell) : ICellOutput
    {
        public void Stream(OutputStream stream, string text) =>
            server.Send(new EngineMessage(EngineWord.Stream, cell) { Stream = stream, Text = text });

        public void Display(MimeBundle value, string? displayId) => Show(EngineWord.Display, value, displayId);

        public void UpdateDisplay(MimeBundle value, string displayId) => Show(EngineWord.UpdateDisplay, value, displayId);

        public void Result(MimeBundle value) => Show(EngineWord.Result, value, displayId: null);

        public void Error(CellError error) => server.Send(new EngineMessage(EngineWord.Error, cell) { Error = error });

        public void ClearOutput(bool wait) => server.Send(new EngineMessage(EngineWord.ClearOutput, cell) { Wait = wait });

        public string? RequestInput(string prompt, bool password, CancellationToken cancellation) => null;   // nobody is there to ask

        private void Show(EngineWord word, MimeBundle value, string? displayId) =>
            server.Send(new EngineMessage(word, cell) { Data = value.Data, Metadata = value.Metadata, DisplayId = displayId });
    }
}
