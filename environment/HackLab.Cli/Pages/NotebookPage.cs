using System.Globalization;
using System.Net;
using System.Text;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Running;

namespace HackLab.Cli.Pages;

/// <summary>An executed notebook as one HTML file that needs nothing else: to read, to print, to hand out.</summary>
internal static class NotebookPage
{
    public static string Render(Notebook notebook, NotebookOutcome outcome, WebAssets? assets = null)
    {
        assets ??= WebAssets.Installed;
        var markdown = new PageMarkdown(new PagePictures(Path.GetDirectoryName(Path.GetFullPath(outcome.Path))!));
        var outputs = new PageOutputs(markdown);
        var body = new StringBuilder();
        Dictionary<int, CellOutcome> outcomes = outcome.Cells.ToDictionary(cell => cell.Number);
        for (int i = 0; i < notebook.Cells.Count; i++) WriteCell(body, notebook, i + 1, outcomes.GetValueOrDefault(i + 1), markdown, outputs);
        string text = PageContents.BelowTitle(body.ToString(), PageContents.ToHtml(markdown.Headings));

        string title = WebUtility.HtmlEncode(notebook.Title ?? outcome.Name);
        string? mermaid = markdown.HasDiagram || outputs.HasDiagram ? assets.MermaidScript : null;
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="HackLab {ProductVersion.Number}">
            <title>{title}</title>
            <style>{Resource("page.css")}</style>
            {PageFormulas.Style(markdown.Formulas, assets)}</head>
            <body>
            <main>
            {Banner(outcome)}{PageFormulas.Note(markdown.Formulas, assets)}{text}<footer>{Footer(outcome)}</footer>
            </main>
            {PageFormulas.Script(markdown.Formulas, assets)}{Diagrams(mermaid)}</body>
            </html>

            """;
    }

    private static void WriteCell(StringBuilder body, Notebook notebook, int number, CellOutcome? outcome, PageMarkdown markdown, PageOutputs outputs)
    {
        NotebookCell cell = notebook.Cells[number - 1];
        if (cell.Kind == CellKind.Markdown)
        {
            body.Append($"<section class=\"cell text\" id=\"cell-{number}\">\n")
                .Append(markdown.ToHtml(cell.Source, number, cell.Json["attachments"] as System.Text.Json.Nodes.JsonObject))
                .Append("</section>\n");
            return;
        }
        string source = cell.Source.TrimEnd();
        if (cell.Kind == CellKind.Raw || source.Length == 0) return;
        string language = notebook.LanguageOf(cell);
        string code = language == "csharp" ? CSharpColouring.ToHtml(source) : WebUtility.HtmlEncode(source);
        body.Append($"<section class=\"cell code{(outcome?.IsFailure == true ? " failed" : "")}\" id=\"cell-{number}\">\n")
            .Append($"<a class=\"number\" href=\"#cell-{number}\" title=\"Cell {number}{Took(outcome)}\">{number}</a>\n")
            .Append($"<pre class=\"source\" data-language=\"{WebUtility.HtmlEncode(language)}\"><code>{code}</code></pre>\n")
            .Append(outputs.ToHtml(cell.Outputs, number))
            .Append(Remark(outcome))
            .Append("</section>\n");
    }

    private static string Took(CellOutcome? outcome) => outcome is { DidRun: true } ? $": took {Seconds(outcome.Elapsed)}" : "";

    private static string Remark(CellOutcome? outcome)
    {
        string? remark = outcome?.Kind switch
        {
            CellOutcomeKind.Skipped => $"Not run: {outcome.Reason}.",
            CellOutcomeKind.NotRun => "Not run: an earlier cell ended the run.",
            CellOutcomeKind.ExpectedError => "This error is expected.",
            CellOutcomeKind.Failed or CellOutcomeKind.TimedOut or CellOutcomeKind.Stopped when outcome.Reason is { } reason => $"This cell {Verb(outcome)}{reason}.",
            _ => null,
        };
        return remark is null ? "" : $"<p class=\"remark\">{WebUtility.HtmlEncode(remark)}</p>\n";
    }

    private static string Verb(CellOutcome outcome) => outcome.Kind switch { CellOutcomeKind.TimedOut => "", CellOutcomeKind.Stopped => "was ", _ => "is " };

    private static string Banner(NotebookOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            return $"<p class=\"banner failed\">The run ended with an error in <a href=\"#cell-{failure.Number}\">cell {failure.Number}</a>.</p>\n";
        }
        return outcome.IsStopped ? "<p class=\"banner\">The run was stopped before its end; what was executed is here.</p>\n" : "";
    }

    private static string Footer(NotebookOutcome outcome)
    {
        string memory = outcome.PeakBytes == 0 ? "" : $", {(outcome.PeakBytes >> 20).ToString(CultureInfo.InvariantCulture)} MB of memory";
        return WebUtility.HtmlEncode($"{outcome.Name} · {outcome.Cells.Count(cell => cell.DidRun)} code cells run in {Seconds(outcome.Elapsed)}{memory} · HackLab {ProductVersion.Number}");
    }

    private static string Diagrams(string? mermaid) => mermaid is null ? ""
        : $"<script>{PageOutputs.InScript(mermaid)}</script>\n<script>mermaid.initialize({{ startOnLoad: true, securityLevel: \"strict\" }});</script>\n";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(time.TotalSeconds < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) + " s";

    private static string Resource(string name)
    {
        using Stream stream = typeof(NotebookPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
