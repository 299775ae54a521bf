using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection(KernelCollection.Name)]
public sealed class InterruptTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    public static TheoryData<string> Endless =>
    [
        "while (true) { }",
        "for (;;) ;",
        "do { } while (true);",
        "var all = new List<byte[]>(); while (true) { all.Add(new byte[1000]); if (all.Count > 1000) all.Clear(); }",
        "await Task.Delay(-1);",
        "System.Threading.Thread.Sleep(-1);",
        "Parallel.For(0, 1000, _ => { while (true) { } });",
        "while (true) { try { while (true) { } } catch { } }",
        "while (true) { try { try { while (true) { } } catch { while (true) { } } } catch (Exception) { } finally { } }",
        "Enumerable.Range(0, int.MaxValue).Select(x => x * 2L).Where(x => x < 0).Count();",
        "IEnumerable<int> Ever() { while (true) yield return 1; }\nEver().Last();",
        "var gate = new object(); var held = new System.Threading.ManualResetEventSlim(); new System.Threading.Thread(() => { lock (gate) { held.Set(); System.Threading.Thread.Sleep(-1); } }) { IsBackground = true }.Start(); held.Wait(); lock (gate) { }",
        "Task.Delay(-1).Wait();",
        "new TaskCompletionSource().Task.GetAwaiter().GetResult();",
        "var never = new TaskCompletionSource(); await never.Task;",
        "while (true) await Task.Yield();",
        "while (true) { await Task.Delay(1); }",
        "again: goto again;",
        "async Task Spin() { while (true) await Task.Yield(); }\nawait Task.WhenAll(Spin(), Spin());",
        "await Task.Run(() => { while (true) { } });",
        "new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)) { IsBackground = true }.Start(); new System.Threading.ManualResetEvent(false).WaitOne();",
        "await foreach (var x in Ever()) { }\nasync IAsyncEnumerable<int> Ever() { while (true) { await Task.Yield(); yield return 1; } }",
        "class Deep { public static void Go() { while (true) { } } }\nDeep.Go();",
        "Func<int, int> self = null; self = x => self(x) + 1; while (true) { try { self(1); } catch (InsufficientExecutionStackException) { } }",
    ];

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task An_endless_cell_stops_and_everything_is_kept(string code)
    {
        await _session.Run("int kept = 41; record Kept(int X); int Twice(int x) => 2 * x;");
        // Types and methods must stand before statements that never end, or they would be reached only behind them.
        Task<CellResult> running = _session.Start("kept = 42;\nConsole.WriteLine(\"started\");\n" + code, out RecordingOutput output);
        _session.Kernel.Interrupt();
        CellResult result = await running;
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Contains("interrupted", Assert.Single(output.Events.OfType<CellError>()).Message);
        Assert.Equal("84", await _session.Value("Twice(kept)"));
        Assert.Equal("Kept { X = 1 }", await _session.Value("new Kept(1)"));
        // The next cell may loop and wait again.
        Assert.Equal("10", await _session.Value("int n = 0; while (n < 10) { n++; await Task.Yield(); } System.Threading.Thread.Sleep(1); n"));
    }

    [Fact]
    public async Task A_hundred_interrupts_in_a_row_lose_nothing()
    {
        await _session.Run("int turns = 0;");
        string[] endless =
        [
            "while (true) { }", "await Task.Delay(-1);", "System.Threading.Thread.Sleep(-1);", "while (true) { try { while (true) { } } catch { } }",
            "Parallel.For(0, 8, _ => { while (true) { } });",
        ];
        for (int i = 0; i < 100; i++)
        {
            Task<CellResult> running = _session.Start($"turns++; Console.WriteLine(\"started\"); {endless[i % endless.Length]}", out _);
            _session.Kernel.Interrupt();
            Assert.Equal(CellStatus.Interrupted, (await running).Status);
        }
        Assert.Equal("100", await _session.Value("turns"));
    }

    [Fact]
    public async Task An_interrupt_while_nothing_runs_does_nothing()
    {
        _session.Kernel.Interrupt();
        Assert.Equal("45", await _session.Value("int sum = 0; for (int i = 0; i < 10; i++) sum += i; await Task.Delay(1); sum"));
        _session.Kernel.Interrupt();
        _session.Kernel.Interrupt();
        Assert.Equal("3", await _session.Value("System.Threading.Thread.Sleep(1); new[] { 1, 2 }.Select(x => x).Sum()"));
    }

    [Fact]
    public async Task Interrupting_twice_is_like_once()
    {
        Task<CellResult> running = _session.Start("Console.WriteLine(\"started\"); while (true) { }", out RecordingOutput output);
        _session.Kernel.Interrupt();
        _session.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.Single(output.Events.OfType<CellError>());
        Assert.Equal("1", await _session.Value("1"));
    }

    [Fact]
    public async Task The_token_of_the_cell_is_cancelled()
    {
        Task<CellResult> running = _session.Start(
            "Console.WriteLine(\"started\"); await Task.Delay(-1, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken);", out _);
        _session.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    [Fact]
    public async Task Endless_recursion_is_an_exception()
    {
        await _session.Run("int kept = 1;");
        Ran ran = await _session.Try("int Down(int n) => Down(n + 1) + 1;\nDown(0)");
        Assert.Equal("InsufficientExecutionStackException", ran.Error.Name);
        Assert.Contains(ran.Error.Traceback, line => line.Contains("times more"));
        Assert.Equal("InsufficientExecutionStackException", (await _session.Try("class R { public R Next() { return Next(); } }\nnew R().Next();")).Error.Name);
        Assert.Equal("1", await _session.Value("kept"));
    }

    [Theory]
    [InlineData("Func<int, int> self = null; self = x => self(x) + 1; self(1)")]
    [InlineData("Func<int, int> self = null; self = x => { return self.Invoke(x) + 1; }; self(1)")]
    [InlineData("Func<int, int> self = null; self = delegate (int x) { return self(x) + 1; }; self(1)")]
    [InlineData("class Circle { public double R => R; }\nnew Circle().R")]
    [InlineData("class Circle { public double R { get { return R; } set { R = value; } } }\nnew Circle().R = 1")]
    [InlineData("class Circle { public double R { get => 1; set => R = value; } }\nnew Circle().R = 1")]
    [InlineData("class Circle { public override string ToString() => $\"{this}\"; }\nnew Circle().ToString()")]
    [InlineData("bool Even(int n) => Odd(n - 1); bool Odd(int n) => Even(n - 1);\nEven(1)")]
    public async Task Endless_recursion_of_every_kind_is_an_exception(string code) =>
        Assert.Equal("InsufficientExecutionStackException", (await _session.Try(code)).Error.Name);

    [Fact]
    public async Task Queued_cells_still_run()
    {
        Task<CellResult> running = _session.Start("Console.WriteLine(\"started\"); while (true) { }", out _);
        Task<Ran> queued = _session.Run("6 * 7");
        _session.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.Equal("42", (await queued).Value);
    }

    [Fact]
    public async Task A_wait_for_input_can_be_interrupted()
    {
        var output = new RecordingOutput();
        using var asked = new ManualResetEventSlim();
        output.Answer = (_, _, cancellation) =>
        {
            asked.Set();
            cancellation.WaitHandle.WaitOne();
            throw new OperationCanceledException(cancellation);
        };
        Task<CellResult> running = _session.Kernel.ExecuteAsync(new CellRequest("Console.ReadLine()"), output);
        asked.Wait(TestContext.Current.CancellationToken);
        _session.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    [Fact]
    public async Task An_interrupt_just_before_the_cell_begins_is_not_lost()
    {
        for (int i = 0; i < 50; i++)
        {
            Task<Ran> running = _session.Try("while (true) { }");
            _session.Kernel.Interrupt();        // the cells' thread may not have woken yet
            Assert.Equal(CellStatus.Interrupted, (await running).Status);
        }
        Assert.Equal("2", await _session.Value("1 + 1"));
    }

    [Fact]
    public async Task A_cell_that_ends_after_its_session_still_ends()
    {
        var session = new TestSession();
        Task<CellResult> running = session.Start("Console.WriteLine(\"started\"); while (true) { }", out _);
        session.Dispose();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    [Fact]
    public void Waiting_for_a_pump_that_has_ended_returns_and_its_text_is_refused()
    {
        var pump = new HackLab.Kernel.Output.OutputPump();
        var output = new RecordingOutput();
        Assert.True(pump.Write(output, OutputStream.StandardOutput, "heard"));
        pump.Dispose();
        pump.Drain();
        pump.Post(() => throw new InvalidOperationException("never sent"));
        Assert.False(pump.Write(output, OutputStream.StandardOutput, "not heard"));
        Assert.Equal("heard", output.StandardOutput);
    }
}
