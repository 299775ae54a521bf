using System.Text;
using HackLab.Cli.Notebooks;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class NotebookReaderTests
{
    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("not json", "line 1")]
    [InlineData("{\n \"cells\": [\n", "line ")]
    [InlineData("[1]", "JSON object")]
    [InlineData("{}", "nbformat")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "nbformat 3; expected 4")]
    [InlineData("{\"nbformat\":4}", "\"cells\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\"},7]}", "cell 2")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"heading\",\"source\":\"\"}]}", "heading; expected code, markdown or raw")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\"}]}", "\"source\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":[\"a\",3]}]}", "\"source\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\\ud800\"}]}", "\"source\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"metadata\":[]}]}", "\"metadata\"")]
    [InlineData("{\"nbformat\":4,\"nbformat\":4,\"cells\":[]}", "not valid JSON")]
    public void A_bad_file_is_refused_with_the_file_and_the_place(string text, string expected)
    {
        var error = Assert.Throws<NotebookFormatException>(() => NotebookReader.ParseIpynb(Encoding.UTF8.GetBytes(text), "lessons/bad.ipynb"));
        Assert.StartsWith("lessons/bad.ipynb", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_refused_in_the_same_way()
    {
        var error = Assert.Throws<NotebookFormatException>(() => NotebookReader.Read("nowhere/x.ipynb"));
        Assert.StartsWith("nowhere/x.ipynb: cannot be read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_obstacle()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "{\"nbformat\":4,\"cells\":[]}"u8];
        Assert.Empty(NotebookReader.ParseIpynb(bytes, "x.ipynb").Cells);
    }

    [Fact]
    public void A_source_is_the_same_as_one_string_and_as_lines()
    {
        Notebook notebook = NotebookTexts.Parse("""
            {"nbformat":4,"cells":[{"cell_type":"code","source":"a\nb"},{"cell_type":"code","source":["a\n","b"]}]}
            """);
        Assert.Equal("a\nb", notebook.Cells[0].Source);
        Assert.Equal("a\nb", notebook.Cells[1].Source);
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "fsharp")]
    [InlineData("""{"dotnet_interactive":{"language":"sql"}}""", "sql")]
    [InlineData("""{"dotnet_interactive":{"language":"C#"}}""", "csharp")]
    [InlineData("{}", "csharp")]
    public void A_cells_language_comes_from_its_metadata_else_from_the_notebook(string metadata, string language)
    {
        Notebook notebook = NotebookTexts.Parse("""
            {"nbformat":4,"metadata":{"kernelspec":{"language":"C#","name":".net-csharp"}},"cells":[{"cell_type":"code","source":"1","metadata":META}]}
            """.Replace("META", metadata, StringComparison.Ordinal));
        Assert.Equal(language, notebook.LanguageOf(notebook.Cells[0]));
    }

    [Theory]
    [InlineData("skip-execution", "tagged skip-execution")]
    [InlineData("skip-execution:needs a GPU", "needs a GPU")]
    [InlineData("skip-execution:", "tagged skip-execution")]
    [InlineData("skip-executions", null)]
    public void The_skip_tag_may_give_a_reason(string tag, string? reason) =>
        Assert.Equal(reason, CellTags.SkipReason(NotebookCell.Code("1", "a", tag)));
}
