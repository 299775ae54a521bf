using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection(KernelCollection.Name)]
public sealed class ErrorsTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("int x = \"a\";", 1, 9)]
    [InlineData("int y = 1;\nint x = missing;", 2, 9)]
    [InlineData("#!time\n\nint x = missing;", 3, 9)]
    [InlineData("#!markdown\n# T\n#!csharp\n  missing();", 4, 3)]
    [InlineData("while (true) { missing(); }", 1, 16)]
    [InlineData("int F(int n) =>\n  F(n - 1);\nmissing();", 3, 1)]
    [InlineData("namespace N { class C { int x = missing; } }", 1, 33)]
    [InlineData("int z = 1;\nnamespace N {\n  class C { int x = missing; }\n}", 3, 21)]
    [InlineData("var a = new[] { 1 }.Select(x => x.Missing);", 1, 35)]
    public async Task A_compile_error_has_the_position_as_typed(string code, int line, int column)
    {
        CellError error = (await _session.Try(code)).Error;
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains("error CS", error.Message);
        // The caret stands under the first wrong character.
        Assert.Equal("    " + code.Split('\n')[line - 1], error.Traceback[1]);
        Assert.Equal(column - 1 + 4, error.Traceback[2].IndexOf('^'));
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"no\");", 1)]
    [InlineData("int y = 1;\n\nthrow new InvalidOperationException(\"no\");", 3)]
    [InlineData("#!time\nint y = 1;\nthrow new InvalidOperationException(\"no\");", 3)]
    [InlineData("int F(int n) =>\n  n == 0\n    ? 0\n    : F(n - 1);\nF(1);\nthrow new InvalidOperationException(\"no\");", 6)]
    [InlineData("class C { public C N; public int D =>\n  N == null ? 0 : N.D; }\nthrow new InvalidOperationException(\"no\");", 3)]
    [InlineData("for (int i = 0; i < 3; i++)\n  if (i == 2)\n    throw new InvalidOperationException(\"no\");", 3)]
    [InlineData("Func<int, int> f = x =>\n  x > 0 ? throw new InvalidOperationException(\"no\") : 1;\nint y = 0;\nf(1);", 2)]
    [InlineData("int z = 1;\nawait Task.Yield();\nthrow new InvalidOperationException(\"no\");", 3)]
    public async Task A_runtime_error_has_its_line_as_typed(string code, int line)
    {
        CellError error = (await _session.Try(code)).Error;
        Assert.Equal(("InvalidOperationException", "no", (int?)line), (error.Name, error.Message, error.Line));
        Assert.Contains(error.Traceback, frame => frame.Contains($"line {line}"));
        Assert.DoesNotContain(error.Traceback, frame => frame.Contains("HackLab.Kernel") || frame.Contains("MoveNext") || frame.Contains("<Initialize>"));
    }

    [Fact]
    public async Task Frames_of_earlier_cells_are_named()
    {
        await _session.Run("int Half(int x)\n{\n    if (x % 2 == 1) throw new ArgumentException(\"odd\");\n    return x / 2;\n}");
        await _session.Run("class Machine { public int Run(int x) => Half2(x); static int Half2(int x) { throw new ArgumentException(\"stuck\"); } }");
        CellError error = (await _session.Try("int a = 1;\nHalf(3)")).Error;
        Assert.Contains(error.Traceback, frame => frame.Contains("Half(int x) in cell 1, line 3"));
        Assert.Contains(error.Traceback, frame => frame.Contains("cell 3, line 2"));
        Assert.Contains((await _session.Try("new Machine().Run(1)")).Error.Traceback, frame => frame.Contains("Machine.Half2(int x) in cell 2, line 1"));
    }

    [Fact]
    public async Task Inner_exceptions_are_told()
    {
        CellError error = (await _session.Try(
            "try { int.Parse(\"x\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }")).Error;
        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Contains(error.Traceback, line => line.StartsWith("caused by System.FormatException"));
    }

    [Theory]
    [InlineData("Task.Run(() => throw new FormatException(\"inside\")).Wait();", "FormatException")]
    [InlineData("await Task.Run(() => throw new FormatException(\"inside\"));", "FormatException")]
    [InlineData("Parallel.For(0, 1, _ => throw new FormatException(\"inside\"));", "FormatException")]
    public async Task A_lone_exception_of_a_task_is_told_as_itself(string code, string name)
    {
        CellError error = (await _session.Try(code)).Error;
        Assert.Equal((name, "inside"), (error.Name, error.Message));
    }

    [Fact]
    public async Task Several_exceptions_of_tasks_are_all_told()
    {
        CellError error = (await _session.Try(
            "Task.WaitAll(Task.Run(() => throw new FormatException(\"first\")), Task.Run(() => throw new ArgumentException(\"second\")));")).Error;
        Assert.Equal("AggregateException", error.Name);
        string text = string.Join('\n', error.Traceback);
        Assert.Contains("first", text);
        Assert.Contains("second", text);
    }

    [Fact]
    public async Task Library_cells_tell_their_lines()
    {
        await _session.Run("\nnamespace Labs {\n  public static class Tools {\n    public static void Fail() => throw new InvalidOperationException(\"in the library\");\n  }\n}");
        CellError error = (await _session.Try("Labs.Tools.Fail();")).Error;
        Assert.Contains(error.Traceback, frame => frame.Contains("Tools.Fail() in cell 1, line 4"));
    }

    [Fact]
    public async Task An_unknown_directive_names_the_nearest()
    {
        CellError error = (await _session.Try("int x = 1;\n#!tmie")).Error;
        Assert.Contains("#!time", error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task A_silent_cell_tells_its_error_only_in_the_result()
    {
        var output = new RecordingOutput();
        CellResult result = await _session.Kernel.ExecuteAsync(new CellRequest("throw new Exception(\"quiet\");", Silent: true), output);
        Assert.Equal("quiet", result.Error?.Message);
        Assert.Empty(output.Events);
    }

    [Fact]
    public async Task Many_compile_errors_are_counted_not_listed()
    {
        CellError error = (await _session.Try(string.Join('\n', Enumerable.Range(0, 30).Select(i => $"missing{i}();")))).Error;
        Assert.Equal("… and 20 more errors", error.Traceback[^1]);
    }

    [Theory]
    [InlineData("new System.Threading.Thread(() => { go.Task.Wait(); throw new InvalidOperationException(\"stray\"); }).Start();")]
    [InlineData("async void Later() { await go.Task.ConfigureAwait(false); throw new InvalidOperationException(\"stray\"); }\nLater();")]
    public async Task An_exception_that_nobody_awaits_is_told_in_the_cell_that_started_the_work(string start)
    {
        await _session.Run("var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);");
        RecordingOutput starter = (await _session.Run(start)).Output, later = (await _session.Run("go.SetResult();")).Output;
        starter.WaitFor(output => output.StandardError.Contains("stray", StringComparison.Ordinal));
        Assert.Contains("background work that this cell started", starter.StandardError, StringComparison.Ordinal);
        Assert.Equal("", later.StandardError);
        Assert.Equal("2", await _session.Value("1 + 1"));
    }

    [Fact]
    public async Task An_exception_outside_any_flow_is_told_in_the_latest_cell()
    {
        RecordingOutput output = (await _session.Run(
            "new System.Threading.Thread(() => throw new InvalidOperationException(\"no flow\")).UnsafeStart();")).Output;
        output.WaitFor(o => o.StandardError.Contains("no flow", StringComparison.Ordinal));
    }
}
