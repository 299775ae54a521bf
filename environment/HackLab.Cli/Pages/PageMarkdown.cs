using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
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
        MarkdownDocument document = Markdown.Parse(TexEnvironments.Wrap(markdown.ReplaceLineEndings("\n")), Pipeline);
        foreach (MarkdownObject node in document.Descendants().ToList())
        {
            switch (node)
            {
                case HeadingBlock heading: Anchor(heading); break;
                case MathBlock block: Formulas.Add(block.Lines.ToString()); break;
                case MathInline inline: Note(inline); break;
                case LinkInline { IsImage: true, Url: { } url } image: image.Url = pictures.Inline(url, attachments); break;
                case FencedCodeBlock { Info: "csharp" or "cs" or "c#" or "C#" } code: Colour(code); break;
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

    [GeneratedRegex("(id=\"|href=\"#)(fn|fnref):")]
    private static partial Regex Footnotes();

    [GeneratedRegex("(<img\\b[^>]*?\\bsrc=\")(?!data:|https?:)([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex RawPictures();

    private void Note(MathInline formula)
    {
        Formulas.Add(formula.Content.ToString());
        if (formula.DelimiterCount > 1) formula.GetAttributes().AddClass("display");
    }

    /// <summary>Code in text looks like code in cells.</summary>
    private static void Colour(FencedCodeBlock code)
    {
        string html = $"<pre><code>{CSharpColouring.ToHtml(code.Lines.ToString())}</code></pre>";
        code.Parent![code.Parent.IndexOf(code)] = new HtmlBlock(null) { Lines = new StringLineGroup(html) };
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
