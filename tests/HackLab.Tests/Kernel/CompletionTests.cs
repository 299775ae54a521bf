using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection(KernelCollection.Name)]
public sealed class CompletionTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Console.Wri|", "WriteLine")]
    [InlineData("Console.|", "ReadLine")]
    [InlineData("\"a\".Le|", "Length")]
    [InlineData("var s = \"a\".Le|", "Length")]
    [InlineData("var s = \"a\".Le|\nint broken = ;;; )", "Length")]
    [InlineData("int broken = (;\nConsole.Wri|", "WriteLine")]
    [InlineData("Math.|", "Sqrt")]
    [InlineData("new[] { 1, 2 }.Sel|", "Select")]
    [InlineData("new[] { 1, 2 }.Select(x => x.|", "CompareTo")]
    [InlineData("new[] { \"a\" }.Where(w => w.Length > 0).Select(w => w.Tri|)", "Trim")]
    [InlineData("new[] { \"a\" }.OrderBy(w => { var k = w.Length; return k.|", "CompareTo")]
    [InlineData("var l = new List<|", "string")]
    [InlineData("var l = new List<Da|", "DateTime")]
    [InlineData("var l = new Dic|", "Dictionary")]
    [InlineData("await Task.Del|", "Delay")]
    [InlineData("using System.|", "IO")]
    [InlineData("using System.Collections.Gen|", "Generic")]
    [InlineData("DayOfWeek.Mo|", "Monday")]
    [InlineData("System.Text.StringB|", "StringBuilder")]
    [InlineData("foreach (var item in new[] { 1 }) { it|", "item")]
    [InlineData("void F(double weight) { wei|", "weight")]
    [InlineData("from x in new[] { \"a\" } select x.Le|", "Length")]
    [InlineData("$\"{\"a\".Le|}\"", "Length")]
    [InlineData("disp|", "display")]
    [InlineData("#!time\nConsole.Wri|", "WriteLine")]
    [InlineData("#!markdown\n# Title\n#!csharp\nConsole.Wri|", "WriteLine")]
    [InlineData("int early = 1;\n#!html\n<b>\n#!csharp\near|", "early")]
    [InlineData("\r\n\r\nvar x = 1;\r\nConsole.Wri|", "WriteLine")]
    [InlineData("(int First, int Second) pair = (1, 2);\npair.Fi|", "First")]
    [InlineData("\"a\"?.Le|", "Length")]
    [InlineData("namespace Shapes { class Circle { double R; double Area() => Math.PI * R| } }", "R")]
    [InlineData("static class More { public static int Twice(this int x) => 2 * x; }\n3.Twi|", "Twice")]
    [InlineData("5.0.ToStr|", "ToString")]
    public async Task A_name_is_proposed(string marked, string expected) => Assert.Contains(expected, await _session.Proposals(marked));

    [Theory]
    [InlineData("fore|", "foreach")]
    [InlineData("var x = ne|", "new")]
    [InlineData("async Task F() { aw|", "await")]
    [InlineData("if (3 i|", "is")]
    [InlineData("new System.Collections.Generic.List<in|", "int")]
    [InlineData("class P { pub|", "public")]
    [InlineData("class P { public int X { ge|", "get")]
    [InlineData("ret|", "return")]
    [InlineData("int.TryParse(\"1\", o|", "out")]
    public async Task A_keyword_that_fits_is_proposed(string marked, string expected) =>
        Assert.Contains((await _session.Complete(marked)).Items, item => item.Text == expected && item.Kind == "keyword");

    [Theory]
    [InlineData("Console.fo|", "for")]
    [InlineData("var x = whi|", "while")]
    [InlineData("int wh|", "while")]
    public async Task A_keyword_that_does_not_fit_is_not_proposed(string marked, string unexpected) =>
        Assert.DoesNotContain(unexpected, await _session.Proposals(marked));

    [Theory]
    [InlineData("var s = \"Consol|\";")]
    [InlineData("var s = \"Consol|")]
    [InlineData("var s = \"\"\"\n  Consol|\n  \"\"\";")]
    [InlineData("var s = $\"Consol|\";")]
    [InlineData("var s = $\"{1}Consol|\";")]
    [InlineData("// Consol|")]
    [InlineData("// Consol|\nint y = 1;")]
    [InlineData("/* Consol|")]
    [InlineData("/// <summary>Consol|</summary>\nclass C { }")]
    [InlineData("var n = 12|")]
    [InlineData("#!html\n<b>Consol|")]
    [InlineData("#!lsmagic Consol|")]
    public async Task Nothing_is_proposed_in_text_and_numbers(string marked) => Assert.Empty((await _session.Complete(marked)).Items);

    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = x => x; new System.Text.StringBuilder().|", "get_Length")]
    [InlineData("new DateTime().|", "op_Addition")]
    [InlineData("HackLab.Kernel.Runtime.|", "Guard")]
    [InlineData("new { A = 1 }.|", "<A>i__Field")]
    [InlineData("|", "Script")]
    [InlineData("var xs = new List<int>(); xs.|", ".ctor")]
    [InlineData("", "<Factory>")]
    public async Task What_is_not_for_people_is_hidden(string marked, string hidden) =>
        Assert.DoesNotContain(hidden, await _session.Proposals(marked.Length == 0 ? "|" : marked));

    [Theory]
    [InlineData("Console.Wri|", 8, 11)]
    [InlineData("Console.Wri|teLine()", 8, 17)]
    [InlineData("Console.|", 8, 8)]
    [InlineData("#!time\nConsole.Wri|", 15, 18)]
    [InlineData("var x = 1;\r\nConsole.Wri|teLine", 20, 29)]
    [InlineData("#!ti|", 0, 4)]
    [InlineData("var @class = 1; @cl|", 16, 19)]
    public async Task The_range_is_the_name_being_typed(string marked, int start, int end)
    {
        CompletionResult result = await _session.Complete(marked);
        Assert.NotEmpty(result.Items);
        Assert.Equal((start, end), (result.Start, result.End));
    }

    [Fact]
    public async Task Variables_types_and_methods_of_earlier_cells_are_proposed()
    {
        await _session.Run("var temperature = 21.5;\nrecord Star(string Name, double Mass);\ndouble Celsius(double f) => (f - 32) / 1.8;");
        await _session.Run("var stars = new[] { new Star(\"Sun\", 1) };");
        CompletionResult variable = await _session.Complete("temp|");
        Assert.Equal("temperature", variable.Items[0].Text);
        Assert.Equal("local", variable.Items[0].Kind);
        Assert.Contains("double", variable.Items[0].Signature);
        Assert.Contains("Mass", await _session.Proposals("stars[0].|"));
        Assert.Contains("Mass", await _session.Proposals("stars.Select(s => s.Ma|"));
        Assert.Equal("function", (await _session.Complete("Cels|")).Items[0].Kind);
        Assert.Contains("Star", await _session.Proposals("var s = new St|"));
    }

    [Fact]
    public async Task A_name_declared_in_several_cells_is_the_latest()
    {
        await _session.Run("var measured = 1;");
        await _session.Run("var measured = \"one\";");
        CompletionItem item = Assert.Single((await _session.Complete("measur|")).Items, i => i.Text == "measured");
        Assert.Contains("string", item.Signature);
        Assert.Contains("Substring", await _session.Proposals("measured.|"));
    }

    [Fact]
    public async Task Namespaces_and_extension_methods_of_earlier_cells_are_proposed()
    {
        await _session.Run("namespace Lab.Optics { public class Lens { public double Focus; } }");
        await _session.Run("static class Doubling { public static double Doubled(this double x) => 2 * x; }");
        Assert.Contains("Lens", await _session.Proposals("using Lab.Optics;\nnew Le|"));
        Assert.Contains("Doubled", await _session.Proposals("(1.5).Dou|"));
    }

    [Fact]
    public async Task Usings_of_earlier_cells_count()
    {
        await _session.Run("using System.IO;");
        Assert.Contains("ReadAllText", await _session.Proposals("File.Rea|"));
    }

    [Fact]
    public async Task Libraries_loaded_by_a_directive_are_proposed()
    {
        await _session.Run($"#r \"{typeof(FsCheck.Gen<int>).Assembly.Location.Replace('\\', '/')}\"");
        Assert.Contains("FsCheck", await _session.Proposals("using FsC|"));
        Assert.NotEmpty(await _session.Proposals("FsCheck.Gen|"));
    }

    [Fact]
    public async Task What_starts_as_typed_comes_first_and_humps_and_parts_only_where_nothing_does()
    {
        await _session.Run("int samples = 1, Sampling = 2, setAllMeasuredPoints = 3, resample = 4;");
        string[] proposals = await _session.Proposals("samp|");
        Assert.Equal(["samples", "Sampling"], proposals[..2]);
        Assert.DoesNotContain("setAllMeasuredPoints", proposals);
        Assert.Equal(["setAllMeasuredPoints"], await _session.Proposals("sAMeP|"));
        Assert.Contains("resample", await _session.Proposals("esamp|"));
        Assert.Contains("WriteLine", await _session.Proposals("Console.WL|"));
        Assert.DoesNotContain("Console", await _session.Proposals("samp|"));
    }

    [Fact]
    public async Task Overloads_are_one_proposal_with_their_count()
    {
        CompletionItem item = Assert.Single((await _session.Complete("\"a\".Substr|")).Items, i => i.Text == "Substring");
        Assert.Equal("method", item.Kind);
        Assert.Equal("string Substring(int startIndex) (+ 1 overload)", item.Signature);
    }

    [Theory]
    [InlineData("Cons|", "Console", "class")]
    [InlineData("DateTim|", "DateTime", "struct")]
    [InlineData("IDispos|", "IDisposable", "interface")]
    [InlineData("DayOf|", "DayOfWeek", "enum")]
    [InlineData("System.Coll|", "Collections", "namespace")]
    [InlineData("DateTime.No|", "Now", "property")]
    [InlineData("Math.P|", "PI", "field")]
    [InlineData("Console.Cancel|", "CancelKeyPress", "event")]
    [InlineData("Console.WriteL|", "WriteLine", "method")]
    [InlineData("int F(int depth) => dep|", "depth", "parameter")]
    [InlineData("{ int inner = 1; inn| }", "inner", "local")]
    [InlineData("disp|", "display", "function")]
    [InlineData("#!who|", "#!whos", "directive")]
    public async Task The_kind_is_told(string marked, string text, string kind) =>
        Assert.Equal(kind, Assert.Single((await _session.Complete(marked)).Items, item => item.Text == text).Kind);

    [Fact]
    public async Task Initializers_propose_what_is_not_yet_set()
    {
        await _session.Run("class Probe { public double Energy { get; set; } public int Channel; public string Name { get; } = \"\"; static int Made; }\nrecord Hit(double X, double Y);");
        Assert.Equal(["Channel", "Energy"], await _session.Proposals("new Probe { | }"));
        Assert.Equal(["Channel"], await _session.Proposals("new Probe { Energy = 1, |"));
        Assert.Equal(["X", "Y"], await _session.Proposals("var h = new Hit(1, 2); var g = h with { |"));
        Assert.Contains("Math", await _session.Proposals("new List<double> { Ma|"));
    }

    [Fact]
    public async Task Parameter_names_are_proposed_for_arguments()
    {
        await _session.Run("double Fit(double[] x, int degree = 1, bool robust = false) => 0;");
        Assert.Contains("degree:", await _session.Proposals("Fit(new double[0], deg|"));
        Assert.DoesNotContain("x:", await _session.Proposals("Fit(new double[0], |"));
        Assert.DoesNotContain("robust:", await _session.Proposals("Fit(new double[0], robust: true, |"));
    }

    [Theory]
    [InlineData("#!ti|", "#!time")]
    [InlineData("#|", "#r")]
    [InlineData("#!|", "#!markdown")]
    [InlineData("var x = 1;\n#!wh|", "#!who")]
    public async Task Directives_are_proposed(string marked, string expected) => Assert.Contains(expected, await _session.Proposals(marked));

    [Fact]
    public async Task A_directive_is_none_within_a_string() =>
        Assert.Empty(await _session.Proposals("var s = \"\"\"\n#!ti|\n\"\"\";"));

    [Fact]
    public async Task Paths_are_proposed_for_directives_that_take_them()
    {
        string folder = Directory.CreateTempSubdirectory("completion").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "libraries"));
        foreach (string name in (string[])["Lens.dll", "notes.txt", "first.ipynb", "libraries/Optics.dll"])
            File.WriteAllText(Path.Combine(folder, name), "");
        using var session = new TestSession(new KernelOptions { WorkingDirectory = folder });
        Assert.Equal(["Lens.dll", "libraries/"], await session.Proposals("#r \"|"));
        Assert.Equal(["Optics.dll"], await session.Proposals("#r \"libraries/Op|\""));
        Assert.Equal(["first.ipynb"], await session.Proposals("#load \"fi|"));
        Assert.Empty(await session.Proposals("#r \"nuget: |"));
        Assert.Empty(await session.Proposals("#r \"missing/|"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_running_cell_does_not_keep_completion_waiting()
    {
        await _session.Run("var ready = 1;");
        // The cell holds its own thread and asks for more than the pool has.
        Task<CellResult> running = _session.Start(
            "Console.WriteLine(\"started\"); Parallel.For(0, 64, _ => { while (true) { } });", out _);
        Assert.Contains("ready", await _session.Proposals("rea|"));
        Assert.NotNull(await _session.Inspect("rea|dy"));
        Assert.False(running.IsCompleted);
        _session.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    [Fact]
    public async Task Completion_and_running_cells_do_not_disturb_each_other()
    {
        await _session.Run("int total = 0;");
        bool done = false;
        Task<int> asking = Task.Run(async () =>
        {
            int asked = 0;
            while (!Volatile.Read(ref done))
            {
                Assert.Contains("total", await _session.Proposals("tot|"));
                Assert.NotNull(await _session.Inspect("tot|al"));
                asked++;
            }
            return asked;
        });
        for (int i = 0; i < 60; i++) await _session.Run($"var step{i} = {i}; total += step{i}; record Kept{i}(int Value);");
        Volatile.Write(ref done, true);
        Assert.True(await asking > 0);
        Assert.Equal("1770", await _session.Value("total"));
        Assert.Contains("step59", await _session.Proposals("step|"));
    }

    [Fact]
    public async Task A_cancelled_completion_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _session.Kernel.CompleteAsync("Console.", 8, cancelled.Token));
        Assert.Contains("WriteLine", await _session.Proposals("Console.|"));
    }

    [Fact]
    public async Task A_position_outside_the_text_is_moved_to_its_end() =>
        Assert.Contains((await _session.Kernel.CompleteAsync("Console.", 99, TestContext.Current.CancellationToken)).Items, i => i.Text == "WriteLine");
}
