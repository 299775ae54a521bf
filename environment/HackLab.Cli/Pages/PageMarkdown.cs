using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HackLab.Cli.Pages;

/// <summary>One entry of a page's table of contents.</summary>
internal sealed record PageHeading(int Level, string Text, string Anchor);

/// <summary>Turns markdown cells into HTML. The lessons' own raw HTML passes through: they are ours, and use &lt;details&gt;.</summary>
internal sealed partial class PageMarkdown(PagePictures pictures)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseMathematics().UseFootnotes().UseTaskLists().UseAutoLinks().UseDiagrams().UseAlertBlocks()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    private readonly HashSet<string> _anchors = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every heading so far.</summary>
    public List<PageHeading> Headings { get; } = [];

    /// <summary>Every formula so far, as TeX.</summary>
    public List<string> Formulas { get; } = [];

    /// <summary>Whether a diagram has been met.</summary>
    public bool HasDiagram { get; private set; }

    /// <param name="markdown">The cell's text.</param>
    /// <param name="cellNumber">Makes footnotes of different cells different.</param>
    /// <param name="attachments">Pictures stored in the cell.</param>
    public string ToHtml(string markdown, int cellNumber, System.Text.Json.Nodes.JsonObject? attachments = null)
    {
        MarkdownDocument document = Markdown.Parse(Environments().Replace(markdown.ReplaceLineEndings("\n"), "\n\n$$$$\n$1\n$$$$\n\n"), Pipeline);
        foreach (MarkdownObject node in document.Descendants())
        {
            switch (node)
            {
                case HeadingBlock heading: Anchor(heading); break;
                case MathBlock block: Formulas.Add(block.Lines.ToString()); break;
                case MathInline inline: Note(inline); break;
                case LinkInline { IsImage: true, Url: { } url } image: image.Url = pictures.Inline(url, attachments); break;
                case FencedCodeBlock { Info: "mermaid" }: HasDiagram = true; break;
            }
        }
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        string html = Footnotes().Replace(writer.ToString(), $"$1c{cellNumber}-$2:");
        return RawPictures().Replace(html, match => match.Groups[1].Value + pictures.Inline(match.Groups[2].Value, attachments) + "\"");
    }

    // Jupyter renders TeX environments that stand alone; Markdig knows dollar signs only.
    [GeneratedRegex(@"(?<!\$\$\s*)(?<=\n\s*\n|\A)(\\begin\{(equation|align|gather|multline|eqnarray|cases|aligned)(\*?)\}.*?\\end\{\2\3\})", RegexOptions.Singleline)]
    private static partial Regex Environments();

    [GeneratedRegex("(id=\"|href=\"#)(fn|fnref):")]
    private static partial Regex Footnotes();

    [GeneratedRegex("(<img\\b[^>]*?\\bsrc=\")(?!data:|https?:)([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex RawPictures();

    private void Note(MathInline formula)
    {
        Formulas.Add(formula.Content.ToString());
        if (formula.DelimiterCount > 1) formula.GetAttributes().AddClass("display");
    }

    private void Anchor(HeadingBlock heading)
    {
        string text = string.Concat(heading.Inline?.Descendants().Select(Words) ?? []).Trim();

        // Jupyter's rule, so that links inside a lesson work here as there.
        string anchor = text.Replace(' ', '-');
        for (int copy = 2; !_anchors.Add(anchor); copy++) anchor = $"{text.Replace(' ', '-')}-{copy}";
        heading.GetAttributes().Id = anchor;
        Headings.Add(new PageHeading(heading.Level, text, anchor));
    }

    private static string Words(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline formula => formula.Content.ToString(),
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    };
}
