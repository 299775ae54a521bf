using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection("Kernel")]
public sealed class DirectivesImportTests : IDisposable
{
    private readonly Notebook _notebook = new();

    [Fact]
    public async Task Load_runs_a_script_each_time_and_the_session_sees_its_names()
    {
        _notebook.Write("count.csx", "loads++; int Twice(int x) => 2 * x;\nTwice(3)");
        await _notebook.Good("int loads = 0;");
        await _notebook.Good("#load \"count.csx\"");
        RecordingOutput second = await _notebook.Good("#load \"count.csx\"");
        Assert.Empty(second.Displays);
        Assert.Null(second.Value);
        Assert.Equal("(2, 10)", await _notebook.Value("(loads, Twice(5))"));
    }

    [Fact]
    public async Task Import_runs_a_file_once_until_it_changes_or_is_forced()
    {
        _notebook.Write("once.csx", "runs++;");
        await _notebook.Good("int runs = 0;");
        await _notebook.Good("#!import once.csx");
        RecordingOutput again = await _notebook.Good("#!import \"once.csx\"");
        Assert.Contains("imported before", again.ShownText, StringComparison.Ordinal);
        Assert.Equal("1", await _notebook.Value("runs"));
        await _notebook.Good("#!import once.csx --force");
        Assert.Equal("2", await _notebook.Value("runs"));
        _notebook.Write("once.csx", "runs += 10;");
        await _notebook.Good("#!import once.csx");
        Assert.Equal("12", await _notebook.Value("runs"));
    }

    [Fact]
    public async Task A_notebook_gives_its_code_cells_with_their_language_and_not_its_prose()
    {
        _notebook.Write("lesson.ipynb", """
            {"cells":[
              {"cell_type":"markdown","metadata":{},"source":["int prose = 1;"]},
              {"cell_type":"code","metadata":{},"outputs":[],"source":["int a = 20;\n","int b = 22;"]},
              {"cell_type":"code","metadata":{"polyglot_notebook":{"kernelName":"fsharp"}},"outputs":[],"source":"let a = 99"},
              {"cell_type":"code","metadata":{"dotnet_interactive":{"language":"html"}},"outputs":[],"source":"<b>hi</b>"},
              {"cell_type":"code","metadata":{},"outputs":[],"source":"a + b"}],
             "metadata":{"kernelspec":{"name":".net-csharp","language":"C#"}},"nbformat":4,"nbformat_minor":5}
            """);
        RecordingOutput output = await _notebook.Good("#!import lesson.ipynb");
        Assert.Contains(output.Displays, shown => shown.Data.GetValueOrDefault("text/html") == "<b>hi</b>");
        Assert.Contains("Skipped: this is fsharp", output.ShownText, StringComparison.Ordinal);
        Assert.EndsWith("42", output.ShownText, StringComparison.Ordinal);
        Assert.Null(output.Value);
        Assert.Contains("CS0103", (await _notebook.Bad("prose")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dib_file_gives_its_cells_and_errors_name_its_lines()
    {
        _notebook.Write("tools.dib", "#!meta\n\n{\"kernelInfo\":{}}\n\n#!markdown\n\n# Title\n\n#!csharp\n\nint good = 7;\n\n#!csharp\n\nint bad = nothing;\n");
        CellError error = await _notebook.Bad("// the cell\n#!import tools.dib");
        Assert.StartsWith("tools.dib(15,11): error CS0103", error.Message, StringComparison.Ordinal);
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Contains("    int bad = nothing;", error.Traceback);
        Assert.Contains("   imported by cell 1, line 2", error.Traceback);
        Assert.Equal("7", await _notebook.Value("good"));
    }

    [Fact]
    public async Task An_exception_in_an_imported_file_names_the_file_and_the_line()
    {
        _notebook.Write("fails.csx", "int Half(int x)\n{\n    if (x % 2 != 0) throw new ArgumentException(\"odd\");\n    return x / 2;\n}\n");
        await _notebook.Good("#!import fails.csx");
        CellError later = await _notebook.Bad("\nHalf(3)");
        Assert.Equal("ArgumentException", later.Name);
        Assert.Contains("   at Half(int x) in fails.csx, line 3", later.Traceback);
        Assert.Equal(2, later.Line);
        _notebook.Write("direct.csx", "\n\nthrow new InvalidOperationException(\"here\");");
        CellError direct = await _notebook.Bad("#!import direct.csx");
        Assert.Equal(["System.InvalidOperationException: here", "   at direct.csx, line 3", "   imported by cell 3, line 1"], direct.Traceback);
    }

    [Fact]
    public async Task Nested_imports_are_found_beside_the_importing_file()
    {
        _notebook.Write("lib/outer.csx", "#!import inner.csx\nint outer = inner + 1;");
        _notebook.Write("lib/inner.csx", "int inner = 1;");
        await _notebook.Good("#!import lib/outer.csx");
        Assert.Equal("2", await _notebook.Value("outer"));
        _notebook.Write("lib/broken.csx", "\n#!import nowhere.csx");
        CellError error = await _notebook.Bad("#!import lib/broken.csx");
        Assert.StartsWith("broken.csx, line 2: #!import: there is no file nowhere.csx (looked for ", error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_notebook.Folder, "lib", "nowhere.csx"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_of_imports_is_refused_and_told()
    {
        _notebook.Write("a.csx", "#!import b.csx");
        _notebook.Write("b.csx", "int fromB = 1;\n#!import a.csx");
        CellError error = await _notebook.Bad("#!import a.csx");
        Assert.Contains("a circle: a.csx, which imports b.csx, which imports a.csx.", error.Message, StringComparison.Ordinal);
        await _notebook.Good("1");
    }

    [Fact]
    public async Task A_source_file_with_a_namespace_and_extension_methods_can_be_imported()
    {
        _notebook.Write("Shapes.cs", "using System;\nnamespace Shapes\n{\n    public static class Areas { public static double Area(this double r) => Math.PI * r * r; }\n}\n");
        await _notebook.Good("#!import Shapes.cs\nusing Shapes;");
        Assert.Equal("12.6", await _notebook.Value("(2.0).Area().ToString(\"0.0\")"));
    }

    [Theory]
    [InlineData("#!import notes.txt", "files of kind .txt cannot be imported")]
    [InlineData("#!import", "which file?")]
    [InlineData("#!import a.csx --forse", "Did you mean --force?")]
    [InlineData("#!import half.ipynb", "half.ipynb is not a Jupyter notebook")]
    [InlineData("#!import list.ipynb", "list.ipynb is not a Jupyter notebook")]
    [InlineData("#load \"half.ipynb\"", "#!import also reads .ipynb")]
    [InlineData("#!imprt a.csx", "Did you mean #!import?")]
    public async Task What_cannot_be_imported_is_told_in_words(string code, string words)
    {
        _notebook.Write("notes.txt", "text");
        _notebook.Write("a.csx", "");
        _notebook.Write("half.ipynb", "{\"cells\":[{\"cell_type\":\"code\",");
        _notebook.Write("list.ipynb", "[1, 2]");
        CellError error = await _notebook.Bad("// first line\n" + code);
        Assert.Equal("DirectiveError", error.Name);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task Only_lines_that_start_at_column_0_are_directives()
    {
        Assert.Equal("#!nothing", await _notebook.Value("var text = @\"\n#!nothing\";\ntext.Trim()"));
        CellError error = await _notebook.Bad("  #!nothing\n1");
        Assert.Equal("CompilationError", error.Name);
    }

    [Theory]
    [InlineData("#!import a.csx\nint x =", Completeness.Incomplete)]
    [InlineData("#!set --name x --value 1\nvar y = x;", Completeness.Complete)]
    [InlineData("#!sql\nSELECT (", Completeness.Complete)]
    public void Completeness_is_that_of_the_CSharp_after_a_directive(string code, Completeness expected) =>
        Assert.Equal(expected, _notebook.Kernel.IsComplete(code));

    public void Dispose() => _notebook.Dispose();
}
