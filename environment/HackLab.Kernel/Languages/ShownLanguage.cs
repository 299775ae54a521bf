using HackLab.Kernel.Directives;
using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Languages;

/// <summary>A language whose text is not run here but shown by the client: markdown, HTML, JavaScript.</summary>
internal sealed class ShownLanguage(string mimeType, IReadOnlyList<string> names) : ILanguage
{
    public IReadOnlyList<string> Names => names;

    public string Summary => $"The lines that follow are shown as {mimeType}.";

    public void Run(CellPart part, CellJob job)
    {
        MimeBundle bundle = MimeBundle.Of(mimeType, part.Text.Trim('\n'));
        job.Cell.Pump.Post(() => job.Cell.Output.Display(bundle, null));
    }
}
