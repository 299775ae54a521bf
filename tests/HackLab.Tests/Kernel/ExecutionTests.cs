using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection(KernelCollection.Name)]
public sealed class ExecutionTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("\"héllo ☃ 😀\"", "héllo ☃ 😀")]
    [InlineData("1.0 / 3", "0.3333333333333333")]
    [InlineData("(object)null", "null")]
    [InlineData("string s = null; s", "null")]
    [InlineData("int? n = null; n", "null")]
    [InlineData("await Task.FromResult(42)", "42")]
    [InlineData("await Task.Delay(1); 7", "7")]
    [InlineData("int x = 3; x++; x", "3", "4")]
    [InlineData("true", "True")]
    [InlineData("var (a, b) = (1, 2); a + b", "3")]
    [InlineData("5 switch { > 3 => \"big\", _ => \"small\" }", "big")]
    public async Task A_trailing_expression_is_the_result(string code, params string[] values) =>
        Assert.Equal(values[^1], await _session.Value(code));

    [Theory]
    [InlineData("int x = 3;")]
    [InlineData("Console.WriteLine(1)")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("void F() { }\nF()")]
    [InlineData("display(1)")]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("// only a comment")]
    [InlineData("using System.IO;")]
    public async Task A_statement_has_no_result(string code) => Assert.Null(await _session.Value(code));

    [Fact]
    public async Task Variables_types_methods_and_usings_live_on()
    {
        await _session.Run("using System.Globalization;\nint n = 20;\nint Twice(int x) => 2 * x;\nrecord Point(double X, double Y);\nenum Side { Left, Right }");
        await _session.Run("n = Twice(n) + 2; var p = new Point(1, 2); var side = Side.Right;");
        Assert.Equal("42", await _session.Value("n"));
        Assert.Equal("Point { X = 1, Y = 5 }", await _session.Value("var q = p with { Y = 5 };\nq"));
        Assert.Equal("True", await _session.Value("p == new Point(1, 2) && side == Side.Right"));
        Assert.Equal("1.5", await _session.Value("1.5.ToString(CultureInfo.InvariantCulture)"));
    }

    [Fact]
    public async Task Everything_can_be_declared_again()
    {
        await _session.Run("int v = 1; int F() => 1; class K { public int A = 1; }");
        await _session.Run("string v = \"two\"; string F() => \"f\" + v; class K { public string A = \"second\"; }");
        Assert.Equal("ftwosecond", await _session.Value("F() + new K().A"));
        await _session.Run("double v = 3;");
        Assert.Equal("ftwo", await _session.Value("F()"));
        Assert.Equal("3", await _session.Value("v"));
    }

    [Fact]
    public async Task Functions_of_earlier_cells_see_their_variables_change()
    {
        await _session.Run("int count = 0; void Add() { count++; }");
        await _session.Run("for (int i = 0; i < 5; i++) Add();");
        Assert.Equal("5", await _session.Value("count"));
    }

    [Theory]
    [InlineData("if (int.TryParse(\"42\", out var parsed)) { }", "parsed", "42")]
    [InlineData("object o = 5; if (o is int number) { }", "number", "5")]
    [InlineData("var (left, right) = (1, 2);", "left + right", "3")]
    [InlineData("int.TryParse(\"7\", out int direct)", "direct", "7")]
    public async Task Variables_made_in_expressions_are_kept(string first, string second, string value)
    {
        await _session.Run(first);
        Assert.Equal(value, await _session.Value(second));
    }

    [Fact]
    public async Task A_failing_cell_keeps_what_it_had_set()
    {
        await _session.Run("int kept = 1;");
        Assert.Equal(CellStatus.Error, (await _session.Try("kept = 2; int fresh = 3; throw new InvalidOperationException(\"no\"); int never = 4;")).Status);
        Assert.Equal("5", await _session.Value("kept + fresh"));
        Assert.Equal(CellStatus.Error, (await _session.Try("int broken = ;")).Status);
        Assert.Equal(CellStatus.Error, (await _session.Try("kept = 9; missing = 1;")).Status);
        Assert.Equal("2", await _session.Value("kept"));
    }

    [Fact]
    public async Task Waiting_for_a_task_the_blocking_way_is_no_deadlock()
    {
        await _session.Run("async Task<int> Load() { await Task.Delay(5); await Task.Yield(); return 5; }");
        Assert.Equal("5", await _session.Value("Load().Result"));
        Assert.Equal("5", await _session.Value("Load().GetAwaiter().GetResult()"));
        Assert.Equal("10", await _session.Value("await Load() + Task.Run(Load).Result"));
        Assert.Equal("30", await _session.Value("(await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await Load()))).Sum()"));
    }

    [Fact]
    public async Task Awaits_come_back_to_the_thread_of_the_cell() =>
        Assert.Equal("True", await _session.Value(
            "int before = Environment.CurrentManagedThreadId; await Task.Delay(1); await Task.Yield(); before == Environment.CurrentManagedThreadId"));

    [Fact]
    public async Task Namespaces_and_extension_methods_can_be_in_cells()
    {
        await _session.Run("namespace Optics { public class Lens { public double Focus = 0.5; public double Power => 1 / Focus; } }");
        Assert.Equal("2", await _session.Value("new Optics.Lens().Power"));
        Assert.Equal("2", await _session.Value("using Optics;\nnew Lens().Power"));
        Assert.Equal("42", await _session.Value("static class Extra { public static int Doubled(this int x) => 2 * x; }\nvar half = 21;\nhalf.Doubled()"));
        Assert.Equal("84", await _session.Value("42.Doubled()"));
        Assert.Equal("8", await _session.Value("static int Tripled(this int x) => 3 * x;\n2.Tripled() + 1.Doubled()"));
    }

    [Theory]
    [InlineData("unsafe { int x = 5; int* p = &x; *p = 6; Console.Write(x); }", "6")]
    [InlineData("int i = 0; again: i++; if (i < 3) goto again; Console.Write(i);", "3")]
    [InlineData("IEnumerable<int> Numbers() { int i = 0; while (true) { if (i > 2) yield break; yield return i++; } }\nConsole.Write(string.Join(\",\", Numbers()));", "0,1,2")]
    [InlineData("async IAsyncEnumerable<int> Ticks() { for (int i = 0; i < 3; i++) { await Task.Yield(); yield return i; } }\nawait foreach (var t in Ticks()) Console.Write(t);", "012")]
    [InlineData("{ Span<int> s = stackalloc int[4]; for (int i = 0; i < s.Length; i++) s[i] = i; int sum = 0; foreach (ref int v in s) { v *= 2; sum += v; } Console.Write(sum); }", "12")]
    [InlineData("int[] a = [1, 2, 3]; for (int i = 0; i < 3; i++) { ref int r = ref a[i]; r += 10; } Console.Write(a.Sum());", "36")]
    [InlineData("foreach (var (k, v) in new Dictionary<string, int> { [\"a\"] = 1 }) Console.Write(k + v);", "a1")]
    [InlineData("int n = 0; do n++; while (n < 4); Console.Write(n);", "4")]
    [InlineData("for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) if (i == j) Console.Write(i); else Console.Write('-');", "0--1")]
    [InlineData("T Largest<T>(IEnumerable<T> xs) where T : IComparable<T> => xs.Max();\nConsole.Write(Largest(new[] { 3, 1, 2 }));", "3")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nConsole.Write(Fib(10));", "55")]
    [InlineData("int Outer() { int Inner(int n) => n == 0 ? 0 : 1 + Inner(n - 1); return Inner(5); }\nConsole.Write(Outer());", "5")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1; Console.Write(e.Body);", "(x + 1)")]
    [InlineData("var q = new[] { 1, 2, 3 }.AsQueryable().Where(x => x > 1); Console.Write(q.Count());", "2")]
    [InlineData("Func<int, Func<int, int>> add = a => b => a + b; Console.Write(add(1)(2));", "3")]
    [InlineData("Func<Task> work = async () => await Task.Yield(); await work(); Console.Write(1);", "1")]
    [InlineData("Func<Task<int>> work = async () => await Task.FromResult(4); Console.Write(await work());", "4")]
    [InlineData("Func<int> thrown = () => throw new Exception(); try { thrown(); } catch (Exception) { Console.Write(\"caught\"); }", "caught")]
    [InlineData("int total = 0; new List<int> { 1, 2 }.ForEach(x => total += x); Console.Write(total);", "3")]
    [InlineData("Action<int> print = x => Console.Write(x); print(3);", "3")]
    [InlineData("int x = 1; ref int Get() => ref x; Get() = 5; Console.Write(x);", "5")]
    [InlineData("switch (3) { case 1: goto case 3; case 3: Console.Write(\"three\"); break; }", "three")]
    [InlineData("switch (1) { case 1: goto case 3; case 3: Console.Write(\"three\"); break; }", "three")]
    [InlineData("string Kind(object o) => o switch { int n when n > 0 => \"positive\", string { Length: 0 } => \"empty\", null => \"null\", _ => \"?\" };\nConsole.Write(Kind(1) + Kind(\"\") + Kind(null));", "positiveemptynull")]
    [InlineData("using (var w = new System.IO.StringWriter()) { w.Write(1); Console.Write(w); }", "1")]
    [InlineData("{ using var w = new System.IO.StringWriter(); w.Write(2); Console.Write(w); }", "2")]
    [InlineData("checked { try { int m = int.MaxValue; m++; } catch (OverflowException) { Console.Write(\"over\"); } }", "over")]
    [InlineData("var t = new { Name = \"a\", N = 1 }; Console.Write(t.Name + t.N);", "a1")]
    [InlineData("var keep = delegate (int x) { while (x < 3) x++; return x; }; Console.Write(keep(0));", "3")]
    [InlineData("static int Square(int x) => x * x;\nConsole.Write(new[] { 1, 2 }.Select(Square).Sum());", "5")]
    [InlineData("Func<int, bool> isOdd = static x => x % 2 == 1; Console.Write(isOdd(3));", "True")]
    [InlineData("class Node<T>(T value) { public T Value => value; public Node<T> Next; public int Count() => Next == null ? 1 : 1 + Next.Count(); }\nConsole.Write(new Node<int>(1) { Next = new Node<int>(2) }.Count());", "2")]
    [InlineData("class Temp { double c; public double F { get => c * 9 / 5 + 32; set { for (int i = 0; i < 1; i++) c = (value - 32) * 5 / 9; } } }\nConsole.Write(new Temp { F = 212 }.F);", "212")]
    [InlineData("class List { public List Next; public int Depth => Next == null ? 1 : 1 + Next.Depth; public int Sum { get { return Next == null ? 1 : 1 + Next.Sum; } set => Next.Sum = value; } }\nvar l = new List { Next = new List() }; Console.Write(l.Depth + l.Sum);", "4")]
    [InlineData("int Parse(string s) { try { return int.Parse(s); } catch (FormatException) when (s.Length > 0) { return -1; } finally { Console.Write('f'); } }\nConsole.Write(Parse(\"x\"));", "f-1")]
    public async Task The_language_works_under_the_guards(string code, string expected) =>
        Assert.Equal(expected, (await _session.Run(code)).Output.StandardOutput);

    [Theory]
    [InlineData("lock (new object()) { await Task.Yield(); }")]
    [InlineData("void F() { return 1; }")]
    [InlineData("int x = \"text\";")]
    public async Task What_is_not_CSharp_is_refused(string code) =>
        Assert.Equal("CompilationError", (await _session.Try(code)).Error.Name);

    [Fact]
    public async Task Cells_are_optimised()
    {
        await _session.Run("class Marker { }");
        Assert.Equal("True", await _session.Value(
            "!typeof(Marker).Assembly.GetCustomAttributes(false).OfType<System.Diagnostics.DebuggableAttribute>().Any(a => a.IsJITOptimizerDisabled)"));
    }

    [Fact]
    public async Task Cells_run_one_after_the_other_in_the_order_asked_for()
    {
        await _session.Run("var order = new List<int>();");
        Task<Ran>[] cells = [.. Enumerable.Range(0, 40).Select(i => _session.Run($"await Task.Yield(); order.Add({i});"))];
        await Task.WhenAll(cells);
        Assert.Equal("True", await _session.Value("order.SequenceEqual(Enumerable.Range(0, 40))"));
    }

    [Fact]
    public async Task A_silent_cell_shows_nothing_of_its_own()
    {
        var output = new RecordingOutput();
        CellResult result = await _session.Kernel.ExecuteAsync(new CellRequest("int hidden = 3; hidden", Silent: true), output);
        Assert.Equal(CellStatus.Ok, result.Status);
        Assert.Empty(output.Events);
        Assert.Equal("3", await _session.Value("hidden"));
    }

    [Fact]
    public async Task Two_sessions_do_not_see_each_other()
    {
        using var other = new TestSession();
        await _session.Run("int mine = 1;");
        Assert.Equal(CellStatus.Error, (await other.Try("mine")).Status);
        Assert.Equal("1", await _session.Value("mine"));
    }

    [Fact]
    public async Task Warming_up_leaves_nothing_behind()
    {
        await _session.Kernel.WarmUpAsync();
        Assert.Equal("3", await _session.Value("1 + 2"));
        Assert.Equal("", (await _session.Run("#!who")).Output.Displays[0].Data["text/plain"]);
    }
}
