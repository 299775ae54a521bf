using HackLab.Kernel.Directives;
using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Languages;

/// <summary>
/// #!mermaid: diagrams drawn by the page that shows the notebook, without a network. The library travels with the first
/// diagram of a session, and again with that same diagram when its cell runs again; others carry only their source.
/// </summary>
internal sealed class MermaidLanguage : ILanguage
{
    private string? _carrier;

    public IReadOnlyList<string> Names { get; } = ["mermaid"];

    public string Usage => "[--library]";

    public string Summary =>
        "The lines that follow are a Mermaid diagram. The session's first diagram brings the drawing library along; --library brings it again.";

    public void Run(CellPart part, CellJob job)
    {
        DirectiveOptions options;
        try
        {
            options = DirectiveOptions.Read("#!mermaid", part.Arguments, ["--library"], []);
        }
        catch (DirectiveException problem)
        {
            throw new DirectiveException(problem.Message, Math.Max(1, part.Line - 1));
        }
        string source = part.Text.Trim('\n');
        if (source.Trim().Length == 0) return;
        bool carries = options.Has("--library") || _carrier is null || _carrier == source;
        string? library = carries ? MermaidLibrary.Packed() : null;
        if (library is not null) _carrier ??= source;
        MimeBundle bundle = new(new Dictionary<string, string>
        {
            ["text/html"] = MermaidView.Of(source, library, MermaidLibrary.IsThere),
            ["text/vnd.mermaid"] = source,
            ["text/plain"] = source,
        });
        job.Cell.Pump.Post(() => job.Cell.Output.Display(bundle, null), bundle.Data.Values.Sum(text => text.Length));
    }
}
