using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Pages;
using HackLab.Cli.Running;
using Xunit;
using static HackLab.Tests.Cli.NotebookTexts;

namespace HackLab.Tests.Cli;

public sealed class NotebookPageTests
{
    private static readonly WebAssets None = new("no-such-folder");

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("</pre></main><img src=x onerror=alert(1)>")]
    [InlineData("\e[31m<b>\e[0m\"'&")]
    public void Text_of_any_output_cannot_become_markup(string text)
    {
        string plain = text.Replace("\e[31m", "").Replace("\e[0m", "");
        foreach (JsonObject output in new[]
        {
            new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text },
            Shown("text/plain", text), Shown("application/json", text), Shown("text/latex", text), Shown("text/vnd.mermaid", text), Shown("x/unknown", text),
            new JsonObject { ["output_type"] = "error", ["ename"] = text, ["evalue"] = text, ["traceback"] = new JsonArray(text) },
        })
        {
            string page = Page(output);
            Assert.DoesNotContain(plain, page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Code_titles_and_alternative_texts_are_escaped_too()
    {
        Notebook notebook = Of(Text("# A <script>alert(1)</script> `</title>`"), Code("var s = \"</script><script>alert(2)\"; // </pre>"));
        JsonObject picture = Shown("image/png", "AAAA\"><script>alert(3)</script>");
        picture["data"]!["text/plain"] = "\"><script>alert(4)</script>";
        notebook.Cells[1].Outputs = [picture];
        string page = Render(notebook);
        Assert.DoesNotContain("<script>alert(2)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(3)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(4)", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page[..page.IndexOf("</title>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_output_cannot_end_its_own_element_early()
    {
        string page = Page(Shown("application/javascript", "document.title = '</script><b>';"));
        Assert.Contains("document.title = '<\\/script><b>';</script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_and_pictures_are_inline_with_their_alternative_text()
    {
        Assert.Contains("<div class=\"output html\"><b>bold</b></div>", Page(Shown("text/html", "<b>bold</b>")), StringComparison.Ordinal);
        JsonObject picture = Shown("image/png", "AAAA\nBBBB\n");
        picture["data"]!["text/plain"] = "ROC curve";
        Assert.Contains("<img src=\"data:image/png;base64,AAAABBBB\" alt=\"ROC curve\">", Page(picture), StringComparison.Ordinal);
        Assert.Contains("alt=\"The title\"", Page(Shown("image/svg+xml", "<svg><title>The title</title></svg>")), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_has_tables_links_footnotes_and_the_lessons_own_html()
    {
        string page = Render(Of(Text("""
            ## Task

            | a | b |
            |---|---|
            | 1 | 2 |

            [next](2-intermediate.ipynb), [up](#Task) and a note[^1].

            <details><summary>Physics</summary>

            Energy is $E = mc^2$.

            </details>

            [^1]: Small print.
            """), Text("Again[^1].\n\n[^1]: Other.")));
        Assert.Contains("<td>2</td>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"2-intermediate.ipynb\">next</a>", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"Task\">", page, StringComparison.Ordinal);
        Assert.Contains("<details><summary>Physics</summary>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"c1-fn:1\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"c2-fn:1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_contents_link_to_every_heading_even_of_equal_name()
    {
        string page = Render(Of(Text("# Title"), Text("## Exercise"), Text("## Exercise"), Text("### `x` & more")));
        Assert.Contains("<a href=\"#Exercise\">Exercise</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#Exercise-2\">Exercise</a>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"Exercise-2\"", page, StringComparison.Ordinal);
        Assert.Contains("x &amp; more</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<a href=\"#Title\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_contents_stand_below_the_title_or_first_where_there_is_none()
    {
        string titled = Render(Of(Text("# Title\n\nFirst words."), Text("## One"), Text("## Two")));
        int title = titled.IndexOf("</h1>", StringComparison.Ordinal), contents = titled.IndexOf("<nav", StringComparison.Ordinal);
        Assert.InRange(contents, title, titled.IndexOf("First words", StringComparison.Ordinal));
        string plain = Render(Of(Text("First words."), Text("# Late"), Text("## One"), Text("## Two")));
        Assert.InRange(plain.IndexOf("<nav", StringComparison.Ordinal), 0, plain.IndexOf("First words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("inline $a_1 < b$ text", "a_1 &lt; b")]
    [InlineData("$$\n\\frac{1}{2}\n$$", "\\frac{1}{2}")]
    [InlineData("text\n\n\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}\n\ntext", "\\begin{align}")]
    public void Formulas_are_kept_as_TeX_with_a_note_where_KaTeX_is_missing(string markdown, string tex)
    {
        string page = Render(Of(Text(markdown)));
        Assert.Contains(tex, page, StringComparison.Ordinal);
        Assert.Contains("class=\"math", page, StringComparison.Ordinal);
        Assert.Contains("shown as TeX source", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$$\nx\n$$\n\n\\begin{align}\na\n\\end{align}", 2)]
    [InlineData("$$\n\\begin{align}\na\n\\end{align}\n$$", 1)]
    [InlineData("```\n\\begin{align}\na\n\\end{align}\n```", 0)]
    [InlineData("\\begin{align}\nnever closed", 0)]
    public void A_TeX_environment_that_stands_alone_is_a_formula(string markdown, int formulas) =>
        Assert.Equal(formulas, Render(Of(Text(markdown))).Split("<div class=\"math\">").Length - 1);

    [Fact]
    public void Code_in_text_is_coloured_as_code_in_cells_and_diagrams_stay_diagrams()
    {
        string page = Render(Of(Text("```csharp\nvar x = 1;\n```\n\n```mermaid\ngraph LR; a-->b\n```\n\n```text\nvar\n```")));
        Assert.Contains("<span class=\"k\">var</span> x", page, StringComparison.Ordinal);
        Assert.Matches("class=\"mermaid\">\\s*graph LR; a--(&gt;|>)b", page);
        Assert.Contains("<code class=\"language-text\">var", page, StringComparison.Ordinal);
    }

    [Fact]
    public void KaTeX_goes_into_pages_with_formulas_only_and_with_the_fonts_they_need()
    {
        using var folder = new TemporaryFolder();
        folder.Write("katex/katex.min.js", "KATEX</script>");
        folder.Write("katex/katex.min.css", "@font-face{font-family:KaTeX_Main;src:url(fonts/KaTeX_Main-Regular.woff2) format(\"woff2\"),url(fonts/KaTeX_Main-Regular.ttf)}"
            + "@font-face{font-family:KaTeX_Fraktur;src:url(fonts/KaTeX_Fraktur-Bold.woff2) format(\"woff2\")}.katex{x:y}");
        folder.Write("katex/fonts/KaTeX_Main-Regular.woff2", "main");
        folder.Write("katex/fonts/KaTeX_Fraktur-Bold.woff2", "fraktur");
        var assets = new WebAssets(folder.Path);

        string with = Render(Of(Text("$x$")), assets), without = Render(Of(Text("x")), assets);
        Assert.Contains("KATEX<\\/script>", with, StringComparison.Ordinal);
        Assert.Contains("url(data:font/woff2;base64,bWFpbg==)", with, StringComparison.Ordinal);
        Assert.DoesNotContain("KaTeX_Fraktur", with, StringComparison.Ordinal);
        Assert.DoesNotContain("fonts/", with, StringComparison.Ordinal);
        Assert.DoesNotContain("KATEX", without, StringComparison.Ordinal);
        Assert.Contains("ZnJha3R1cg==", Render(Of(Text("$\\mathfrak{g}$")), assets), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_beside_the_notebook_and_attachments_become_part_of_the_page()
    {
        using var folder = new TemporaryFolder();
        folder.Write("images/a b.png", "png");
        Notebook notebook = Of(Text("![one](images/a%20b.png) ![two](attachment:x.png) <img alt=\"three\" src=\"images/a b.png\"> ![gone](images/none.png)"));
        notebook.Cells[0].Json["attachments"] = JsonNode.Parse("""{"x.png":{"image/png":"QUJD"}}""");
        string page = NotebookPage.Render(notebook, new NotebookOutcome("n", Path.Combine(folder.Path, "n.ipynb")), None);
        Assert.Equal(3, page.Split("data:image/png;base64,cG5n").Length + page.Split("data:image/png;base64,QUJD").Length - 2);
        Assert.Contains("images/none.png", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_did_not_run_and_what_failed_says_so()
    {
        Notebook notebook = OfCode("a", "b", "c");
        var outcome = new NotebookOutcome("n", "n.ipynb")
        {
            Cells =
            [
                new CellOutcome(1, "1", "a", CellOutcomeKind.Skipped) { Reason = "needs <a> GPU" },
                new CellOutcome(2, "2", "b", CellOutcomeKind.TimedOut) { Reason = "ran longer than 5 s" },
                new CellOutcome(3, "3", "c", CellOutcomeKind.NotRun),
            ],
        };
        string page = NotebookPage.Render(notebook, outcome, None);
        Assert.Contains("Not run: needs &lt;a&gt; GPU.", page, StringComparison.Ordinal);
        Assert.Contains("This cell ran longer than 5 s.", page, StringComparison.Ordinal);
        Assert.Contains("an error in <a href=\"#cell-2\">cell 2</a>", page, StringComparison.Ordinal);
        Assert.Contains("Not run: an earlier cell ended the run.", page, StringComparison.Ordinal);
    }

    private static JsonObject Shown(string mimeType, string content) =>
        new() { ["output_type"] = "display_data", ["data"] = new JsonObject { [mimeType] = content }, ["metadata"] = new JsonObject() };

    private static string Page(JsonObject output)
    {
        Notebook notebook = OfCode("1");
        notebook.Cells[0].Outputs = [output];
        return Render(notebook);
    }

    private static string Render(Notebook notebook, WebAssets? assets = null) => NotebookPage.Render(notebook, new NotebookOutcome("n", "n.ipynb"), assets ?? None);
}
