using HackLab.Kernel.Directives;
using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Languages;

/// <summary>#!value --name x: the lines that follow, or a file, are the text of a C# variable.</summary>
internal sealed class ValueLanguage(Session session) : ILanguage
{
    private readonly Dictionary<string, string> _texts = [];

    public IReadOnlyList<string> Names { get; } = ["value"];

    public string Usage => "--name x [--from-file path] [--mime-type m]";

    public string Summary => "The lines that follow, or the file, become the C# string x; with a MIME type they are shown too.";

    public void Run(CellPart part, CellJob job)
    {
        int line = Math.Max(1, part.Line - 1);
        try
        {
            Set(part, job, line);
        }
        catch (DirectiveException problem) when (problem.Line is null)
        {
            throw new DirectiveException(problem.Message, line);
        }
    }

    /// <summary>A text.</summary>
    /// <exception cref="DirectiveException">There is none of that name.</exception>
    public string Get(string name, string directive) => _texts.TryGetValue(name, out string? text) ? text
        : throw new DirectiveException(_texts.Count == 0
            ? $"{directive}: there is no value {name}; #!value --name {name} makes one."
            : $"{directive}: there is no value {name}. Did you mean {Nearest.To(name, _texts.Keys)}?");

    private void Set(CellPart part, CellJob job, int line)
    {
        DirectiveOptions options = DirectiveOptions.Read("#!value", part.Arguments, [], ["-n --name", "--from-file", "--mime-type"]);
        string name = options.Name("--name");
        string text = part.Text.Trim('\n');
        if (options.Find("--from-file") is { } file)
        {
            if (text.Trim().Length > 0) throw new DirectiveException("#!value: the text is either in the lines that follow or --from-file, not both.");
            using var scope = new DirectiveScope();
            text = File.ReadAllText(new DirectiveCall("value", "", line, job, scope, session).ExistingFile(file.Value));
        }
        _texts[name] = text;
        SharedVariable.Declare(name, "string", text, job, session);
        if (options.Find("--mime-type") is not { } mimeType) return;
        MimeBundle bundle = MimeBundle.Of(mimeType.Value, text);
        job.Cell.Pump.Post(() => job.Cell.Output.Display(bundle, null));
    }
}
