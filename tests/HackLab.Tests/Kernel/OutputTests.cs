using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection(KernelCollection.Name)]
public sealed class OutputTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Everything_comes_in_the_order_in_which_it_was_made()
    {
        RecordingOutput output = (await _session.Run("Console.Write(1); Console.Error.Write(2); Console.Write(3); display(4); Console.Write(5); 6")).Output;
        string[] told = [.. output.Events.Select(e => e switch
        {
            RecordingOutput.Streamed { Stream: OutputStream.StandardOutput } text => "out " + text.Text,
            RecordingOutput.Streamed text => "error " + text.Text,
            RecordingOutput.Displayed shown => "display " + shown.Value.Data["text/plain"],
            RecordingOutput.Resulted result => "result " + result.Value.Data["text/plain"],
            _ => "?",
        })];
        Assert.Equal(["out 1", "error 2", "out 3", "display 4", "out 5", "result 6"], told);
    }

    [Fact]
    public async Task Output_of_a_failing_cell_comes_before_its_error()
    {
        RecordingOutput output = (await _session.Try("Console.Write(\"before\"); throw new Exception(\"after\");")).Output;
        Assert.IsType<RecordingOutput.Streamed>(output.Events[0]);
        Assert.IsType<CellError>(output.Events[1]);
        Assert.Equal(2, output.Events.Count);
    }

    [Fact]
    public async Task Output_of_background_work_belongs_to_the_cell_that_started_it()
    {
        RecordingOutput first = (await _session.Run(
            "var go = new TaskCompletionSource(); var later = Task.Run(async () => { await go.Task; Console.Write(\"from the first\"); display(\"shown\"); });")).Output;
        RecordingOutput second = (await _session.Run("go.SetResult(); await later; Console.Write(\"from the second\");")).Output;
        first.WaitFor(o => o.Displays.Count == 1);
        Assert.Equal("from the first", first.StandardOutput);
        Assert.Equal("from the second", second.StandardOutput);
        Assert.Empty(second.Displays);
    }

    [Fact]
    public async Task A_million_lines_arrive_whole_and_in_order_in_pieces()
    {
        RecordingOutput output = (await _session.Run("for (int i = 0; i < 1_000_000; i++) Console.WriteLine(i);")).Output;
        string text = output.StandardOutput;
        int line = 0;
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            if (line == 1_000_000) break;
            Assert.Equal(line++, int.Parse(text.AsSpan(range), System.Globalization.CultureInfo.InvariantCulture));
        }
        Assert.Equal(1_000_000, line);
        Assert.InRange(output.Events.Count, 2, 20_000);
    }

    [Fact]
    public async Task A_slow_reader_makes_the_cell_wait_and_costs_no_memory()
    {
        using var hold = new ManualResetEventSlim();
        var output = new HeldOutput(hold);
        Task<CellResult> running = _session.Kernel.ExecuteAsync(
            new CellRequest("long written = 0; while (true) { Console.Write(new string('x', 10_000)); written += 10_000; }"), output);
        output.Reached.Wait(TestContext.Current.CancellationToken);
        _session.Kernel.Interrupt();
        hold.Set();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.Equal("True", await _session.Value("written < 10_000_000"));
    }

    [Theory]
    [InlineData("Console.Write(\"a\"); Console.Write('b'); Console.Write(1.5); Console.Write(\"{0}-{1}\", 1, 2);", "ab1.51-2")]
    [InlineData("Console.WriteLine(); Console.WriteLine(true); Console.WriteLine(new[] { 'x', 'y' });", "\nTrue\nxy\n")]
    [InlineData("Console.Out.Write(\"é☃😀 中文\");", "é☃😀 中文")]
    [InlineData("await Console.Out.WriteLineAsync(\"later\");", "later\n")]
    [InlineData("await Task.Run(() => Console.Write(\"pool\"));", "pool")]
    [InlineData("var t = new System.Threading.Thread(() => Console.Write(\"thread\")); t.Start(); t.Join();", "thread")]
    public async Task Console_text_arrives_as_written(string code, string expected) =>
        Assert.Equal(expected, (await _session.Run(code)).Output.StandardOutput);

    [Fact]
    public async Task Lines_of_many_threads_do_not_mix()
    {
        RecordingOutput output = (await _session.Run("Parallel.For(0, 2000, i => Console.WriteLine($\"line {i:0000}\"));")).Output;
        string[] lines = output.StandardOutput.TrimEnd('\n').Split('\n');
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => $"line {i:0000}"), lines.Order());
    }

    [Fact]
    public async Task Input_is_asked_from_the_person_after_what_was_printed()
    {
        var output = new RecordingOutput();
        var asked = new List<(string Prompt, bool Password, int Before)>();
        output.Answer = (prompt, password, _) =>
        {
            asked.Add((prompt, password, output.Events.Count));
            return $"answer {asked.Count}";
        };
        CellResult result = await _session.Kernel.ExecuteAsync(new CellRequest(
            "Console.Write(\"name? \"); var a = Console.ReadLine(); var b = input(\"age?\"); var c = password(\"secret?\").GetClearTextPassword();" +
            "var d = await GetInputAsync(\"more?\"); $\"{a}|{b}|{c}|{d}\""), output);
        Assert.Equal(CellStatus.Ok, result.Status);
        Assert.Equal([("", false, 1), ("age?", false, 1), ("secret?", true, 1), ("more?", false, 1)], asked);
        Assert.Equal("answer 1|answer 2|answer 3|answer 4", output.Value);
    }

    [Fact]
    public async Task Without_a_person_input_says_so()
    {
        Assert.Contains("nobody can be asked", (await _session.Try("input(\"name?\")")).Error.Message);
        Assert.Equal("True", await _session.Value("Console.ReadLine() == null"));
    }

    [Fact]
    public async Task A_secret_does_not_show_itself()
    {
        var output = new RecordingOutput { Answer = (_, _, _) => "hunter2" };
        await _session.Kernel.ExecuteAsync(new CellRequest("var secret = password(); Console.Write(secret); secret"), output);
        Assert.DoesNotContain(output.Events, e => e is RecordingOutput.Streamed s && s.Text.Contains("hunter2"));
        Assert.DoesNotContain("hunter2", output.Events.OfType<RecordingOutput.Resulted>().Single().Value.Data.Values.SelectMany(v => v.Split(' ', '>', '<')));
    }

    [Fact]
    public async Task A_reader_that_fails_does_not_fail_the_cell()
    {
        CellResult result = await _session.Kernel.ExecuteAsync(new CellRequest("Console.WriteLine(1); display(2); 3"), new GoneOutput());
        Assert.Equal(CellStatus.Ok, result.Status);
        Assert.Equal("4", await _session.Value("4"));
    }

    /// <summary>Does not take text until it is let go.</summary>
    private sealed class HeldOutput(ManualResetEventSlim hold) : ICellOutput
    {
        public ManualResetEventSlim Reached { get; } = new();

        public void Stream(OutputStream stream, string text)
        {
            Reached.Set();
            hold.Wait();
        }

        public void Display(MimeBundle value, string? displayId) { }

        public void UpdateDisplay(MimeBundle value, string displayId) { }

        public void Result(MimeBundle value) { }

        public void Error(CellError error) { }

        public void ClearOutput(bool wait) { }

        public string? RequestInput(string prompt, bool password, CancellationToken cancellation) => null;
    }

    /// <summary>A client that has vanished.</summary>
    private sealed class GoneOutput : ICellOutput
    {
        public void Stream(OutputStream stream, string text) => throw new IOException("gone");

        public void Display(MimeBundle value, string? displayId) => throw new IOException("gone");

        public void UpdateDisplay(MimeBundle value, string displayId) => throw new IOException("gone");

        public void Result(MimeBundle value) => throw new IOException("gone");

        public void Error(CellError error) => throw new IOException("gone");

        public void ClearOutput(bool wait) => throw new IOException("gone");

        public string? RequestInput(string prompt, bool password, CancellationToken cancellation) => null;
    }
}
