using HackLab.Cli.Notebooks;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class DibReaderTests
{
    [Fact]
    public void Each_language_line_opens_a_cell_and_other_directives_stay_inside()
    {
        Notebook notebook = DibReader.Parse("""
            #!meta

            {"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp"},{"name":"mylang","aliases":["ml"]}]}}

            #!markdown

            # Title

            #!csharp

            #!time
            var x = 1;

            x

            #!ml
            other
            #!fsharp
            let y = 2
            """, "a.dib");

        Assert.Equal(["# Title", "#!time\nvar x = 1;\n\nx", "other", "let y = 2"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["csharp", "ml", "fsharp"], notebook.Cells.Skip(1).Select(notebook.LanguageOf));
        Assert.Equal(4, notebook.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Fact]
    public void Text_before_the_first_language_line_is_in_the_default_language()
    {
        Notebook notebook = DibReader.Parse("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"sql\"}}\n#!csharp\n1\n", "a.dib");
        Assert.Equal("csharp", notebook.LanguageOf(Assert.Single(notebook.Cells)));
        Notebook plain = DibReader.Parse("var a = 1;\r\na", "a.dib");
        Assert.Equal("var a = 1;\na", Assert.Single(plain.Cells).Source);
        Assert.Equal("csharp", plain.LanguageOf(plain.Cells[0]));
    }

    [Fact]
    public void It_becomes_a_notebook_that_reads_back()
    {
        Notebook notebook = DibReader.Parse("#!markdown\n# T\n#!csharp\n1+1\n", "a.dib");
        Notebook again = NotebookTexts.Parse(notebook.ToJson());
        Assert.Equal(notebook.Cells.Select(cell => cell.Source), again.Cells.Select(cell => cell.Source));
        Assert.Equal(".net-csharp", again.KernelName);
        Assert.Equal("T", again.Title);
    }

    [Fact]
    public void Bad_meta_names_the_file_and_the_line()
    {
        var error = Assert.Throws<NotebookFormatException>(() => DibReader.Parse("\n#!meta\n{oops\n#!csharp\n1", "a.dib"));
        Assert.StartsWith("a.dib, line 3: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_cells_are_left_out() => Assert.Empty(DibReader.Parse("#!csharp\n\n#!markdown\n  \n", "a.dib").Cells);
}
