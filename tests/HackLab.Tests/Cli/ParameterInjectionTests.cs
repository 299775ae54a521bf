using HackLab.Cli;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Running;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class ParameterInjectionTests
{
    private const string Declared = """
        int epochs = 20;
        var rate = 0.1; var name = "a"; double? clip = null;
        long seed = 1L, other = 2; float f = 1; bool fast = false; decimal price = 1m; char c = 'x'; var down = -1;
        Size size = Size.Sample;
        int[] layers = [64, 32];
        """;

    [Theory]
    [InlineData("epochs", "3", "int epochs = 3;")]
    [InlineData("epochs", "-3", "int epochs = -3;")]
    [InlineData("rate", "2", "var rate = 2d;")]
    [InlineData("rate", "1e-3", "var rate = 0.001d;")]
    [InlineData("name", "say \"hi\" \\ there", "var name = \"say \\\"hi\\\" \\\\ there\";")]
    [InlineData("clip", "0.5", "double? clip = 0.5d;")]
    [InlineData("clip", "null", "double? clip = null;")]
    [InlineData("seed", "7", "long seed = 7L;")]
    [InlineData("other", "9", "long other = 9L;")]
    [InlineData("f", "0.5", "float f = 0.5f;")]
    [InlineData("fast", "True", "bool fast = true;")]
    [InlineData("price", "9.99", "decimal price = 9.99m;")]
    [InlineData("c", "'", "char c = '\\'';")]
    [InlineData("down", "-5", "var down = -5;")]
    [InlineData("size", "Full", "Size size = Size.Full;")]
    [InlineData("size", "Size.Full", "Size size = Size.Full;")]
    public void A_value_becomes_a_literal_of_the_declared_type(string name, string value, string expected)
    {
        Notebook notebook = NotebookTexts.Of(NotebookTexts.Text("# T"), NotebookTexts.Code(Declared, "parameters"), NotebookTexts.Code("epochs"));
        ParameterInjection.Apply(notebook, "n.ipynb", new Dictionary<string, string> { [name] = value });

        NotebookCell injected = notebook.Cells[2];
        Assert.Equal(["injected-parameters"], injected.Tags);
        Assert.Equal("// Set on the command line.\n" + expected, injected.Source);
        Assert.Equal(4, NotebookTexts.Parse(notebook.ToJson()).Cells.Count);
    }

    [Theory]
    [InlineData("epochs", "many", "a whole number of type int (now 20)")]
    [InlineData("epochs", "0.5", "a whole number of type int")]
    [InlineData("rate", "fast", "a number of type double")]
    [InlineData("fast", "1", "true or false")]
    [InlineData("size", "Full; Evil()", "one of Size's names")]
    [InlineData("layers", "1", "only numbers, text")]
    [InlineData("epoch", "3", "declares no \"epoch\"; it declares epochs, rate, name")]
    public void What_does_not_fit_is_refused_with_what_would(string name, string value, string expected)
    {
        Notebook notebook = NotebookTexts.Of(NotebookTexts.Code(Declared, "parameters"));
        var error = Assert.Throws<UsageException>(() =>
            ParameterInjection.Apply(notebook, "n.ipynb", new Dictionary<string, string> { [name] = value }));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Single(notebook.Cells);
    }

    [Fact]
    public void Without_a_parameters_cell_nothing_can_be_overridden()
    {
        var error = Assert.Throws<UsageException>(() =>
            ParameterInjection.Apply(NotebookTexts.OfCode("int a = 1;"), "n.ipynb", new Dictionary<string, string> { ["a"] = "2" }));
        Assert.Contains("no cell is tagged \"parameters\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_an_executed_notebook_again_replaces_the_injected_cell()
    {
        Notebook notebook = NotebookTexts.Of(NotebookTexts.Code("int a = 1;", "parameters"));
        ParameterInjection.Apply(notebook, "n.ipynb", new Dictionary<string, string> { ["a"] = "2" });
        ParameterInjection.Apply(notebook, "n.ipynb", new Dictionary<string, string> { ["a"] = "3" });
        Assert.EndsWith("int a = 3;", notebook.Cells[1].Source, StringComparison.Ordinal);
        Assert.Equal(2, notebook.Cells.Count);
    }

    [Theory]
    [InlineData("epochs")]
    [InlineData("=3")]
    public void A_pair_without_name_or_equals_sign_is_refused(string pair) => Assert.Throws<UsageException>(() => ParameterInjection.Parse([pair]));

    [Fact]
    public void A_value_may_hold_equals_signs_and_the_last_one_wins() =>
        Assert.Equal("a=b", ParameterInjection.Parse(["x=1", "x=a=b"])["x"]);
}
