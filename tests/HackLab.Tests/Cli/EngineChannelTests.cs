using System.IO.Pipes;
using HackLab.Cli.Engines;
using HackLab.Cli.Running;
using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Cli;

/// <summary>Both ends of the pipe between the runner and an engine process, in one process.</summary>
public sealed class EngineChannelTests
{
    [Fact]
    public async Task Output_of_every_kind_arrives_at_its_cell()
    {
        await using Channel channel = await Channel.OpenAsync();
        var displays = new DisplayRegistry();
        OutputRecorder first = new(displays, 1), second = new(displays, 2);
        CellResult result = await channel.Client.ExecuteAsync(new CellRequest("all\n\"é\" 😀", "sql"), first);
        await channel.Client.ExecuteAsync(new CellRequest("late"), second);

        Assert.Equal(CellStatus.Error, result.Status);
        Assert.Equal(("E", 3, 4), (result.Error!.Name, result.Error.Line, result.Error.Column));
        Assert.Equal(["stream", "display_data", "execute_result", "error", "stream"], first.ToJson().Select(one => (string?)one!["output_type"]));
        Assert.Contains("sql: all\n\"é\" 😀", HackLab.Cli.Notebooks.MultilineText.Join(first.ToJson()[0]!["text"]), StringComparison.Ordinal);
        Assert.Empty(second.ToJson());
        Assert.True(channel.Client.PeakBytes > 0);
    }

    [Fact]
    public async Task An_interrupt_reaches_a_running_cell()
    {
        await using Channel channel = await Channel.OpenAsync();
        Task<CellResult> run = channel.Client.ExecuteAsync(new CellRequest("wait"), new OutputRecorder(new DisplayRegistry(), 1));
        await channel.Kernel.Waiting.Task;
        channel.Client.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await run).Status);
    }

    [Fact]
    public async Task An_engine_that_vanishes_fails_the_running_cell_and_every_later_one()
    {
        await using Channel channel = await Channel.OpenAsync();
        Task<CellResult> run = channel.Client.ExecuteAsync(new CellRequest("wait"), new OutputRecorder(new DisplayRegistry(), 1));
        await channel.Kernel.Waiting.Task;
        channel.BreakServerSide();
        Assert.Equal("gone", (await Assert.ThrowsAsync<EngineLostException>(() => run)).Message);
        Task<CellResult> later = channel.Client.ExecuteAsync(new CellRequest("1"), new OutputRecorder(new DisplayRegistry(), 2));
        await Assert.ThrowsAsync<EngineLostException>(() => later);
    }

    [Fact]
    public async Task A_runner_that_vanishes_stops_the_running_cell_and_ends_the_engine()
    {
        await using Channel channel = await Channel.OpenAsync();
        _ = channel.Client.ExecuteAsync(new CellRequest("wait"), new OutputRecorder(new DisplayRegistry(), 1));
        await channel.Kernel.Waiting.Task;
        channel.BreakClientSide();
        await channel.Serving;
        Assert.True(channel.Kernel.WasInterrupted);
    }

    private sealed class Channel : IAsyncDisposable
    {
        private readonly NamedPipeServerStream _runnerSide;
        private readonly NamedPipeClientStream _engineSide;

        private Channel(NamedPipeServerStream runnerSide, NamedPipeClientStream engineSide)
        {
            (_runnerSide, _engineSide) = (runnerSide, engineSide);
            Serving = new EngineServer(Kernel, engineSide).RunAsync();
            Client = new EngineClient(runnerSide, () => Task.FromResult("gone"));
        }

        public FakeKernel Kernel { get; } = new();

        public EngineClient Client { get; }

        public Task Serving { get; }

        public static async Task<Channel> OpenAsync()
        {
            string name = "hacklab-test-" + Guid.NewGuid().ToString("N");
            var runnerSide = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
            var engineSide = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
            await Task.WhenAll(runnerSide.WaitForConnectionAsync(), engineSide.ConnectAsync());
            return new Channel(runnerSide, engineSide);
        }

        public void BreakServerSide() => _engineSide.Dispose();

        public void BreakClientSide() => _runnerSide.Dispose();

        public async ValueTask DisposeAsync()
        {
            Kernel.Interrupt();
            await _runnerSide.DisposeAsync();
            await _engineSide.DisposeAsync();
        }
    }
}
