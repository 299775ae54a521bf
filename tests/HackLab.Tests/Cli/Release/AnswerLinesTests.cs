using HackLab.Cli.Notebooks;
using HackLab.Cli.Release;
using Xunit;

namespace HackLab.Tests.Cli.Release;

public class AnswerLinesTests
{
    private const string Cell = "var all = 1;\n    double s = v * v;   //!\n    return s; //!\n    //? return Blank(v);   // square it\n    //?\nCheck(\"T-1\", all);";

    [Fact]
    public void Learners_get_their_lines_in_place_of_the_answer()
    {
        AnswerLines lines = AnswerLines.In(Cell, "cell x");
        Assert.Equal("var all = 1;\n    return Blank(v);   // square it\n\nCheck(\"T-1\", all);", lines.Student);
        Assert.Equal("var all = 1;\n    double s = v * v;\n    return s;\nCheck(\"T-1\", all);", lines.Solved);
        Assert.Equal("double s = v * v;\nreturn s;", lines.Answer);
        Assert.True(lines.Any && lines.HasBlank);
    }

    [Fact]
    public void A_wrong_answer_stands_where_the_answer_stood() =>
        Assert.Equal("var all = 1;\n    a;\n\n    b;\nCheck(\"T-1\", all);", AnswerLines.In(Cell, "cell x").With("a;\n\nb;\n"));

    [Fact]
    public void A_cell_without_marks_stays_as_it_is()
    {
        AnswerLines lines = AnswerLines.In("int x = 1; // ! not a mark\n", "cell x");
        Assert.False(lines.Any);
        Assert.Equal("int x = 1; // ! not a mark\n", lines.Student);
        Assert.Equal(lines.Student, lines.Solved);
        Assert.Equal("", lines.Answer);
    }

    [Theory]
    [InlineData("a; //!\nb;\nc; //!", "line 2")]
    [InlineData("a; //!\n\n//? c;", "line 2")]
    [InlineData("x;\n//? c;", "line 2")]
    public void Lines_that_do_not_stand_together_are_told(string cell, string where)
    {
        string message = Assert.Throws<NotebookFormatException>(() => AnswerLines.In(cell, "cell x")).Message;
        Assert.StartsWith("cell x, " + where, message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_edition_keeps_headings_and_exercises() => Assert.Equal(
        "# Title\n\n## 1 First\n\n### Exercise 1 · Count\n\n**Goal** count.",
        CodeEdition.Skeleton("# Title\n\nMuch text.\n\n## 1 First\n\n```csharp\n# no heading\n```\nMore.\n\n### Exercise 1 · Count\n\n**Goal** count.\n\n<details><summary>Hint</summary>\n\nx\n</details>\n\nText."));
}
