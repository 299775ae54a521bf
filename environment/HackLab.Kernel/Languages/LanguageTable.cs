using HackLab.Kernel.Directives;
using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Languages;

/// <summary>The languages that cells can be in, and those that are known but not run here.</summary>
internal sealed class LanguageTable : IDisposable
{
    // Of .NET Interactive's notebooks: text in them must never be taken for C#.
    private static readonly HashSet<string> Elsewhere =
        ["fsharp", "f#", "pwsh", "powershell", "python", "kql", "r-lang", "http", "httpRequest", "vscode", "bash", "julia", "vb", "visualbasic"];

    private readonly Dictionary<string, ILanguage> _languages = [];

    public LanguageTable(Session session)
    {
        foreach (ILanguage language in (ILanguage[])
        [
            new ShownLanguage("text/markdown", ["markdown", "md"]),
            new ShownLanguage("text/html", ["html"]),
            new ShownLanguage("application/javascript", ["javascript", "js"]),
            new MermaidLanguage(),
            Sql = new SqlLanguage(session),
            Values = new ValueLanguage(session),
        ])
        {
            foreach (string name in language.Names) _languages.Add(name, language);
        }
    }

    /// <summary>The language that holds tables.</summary>
    public SqlLanguage Sql { get; }

    /// <summary>The language that holds texts.</summary>
    public ValueLanguage Values { get; }

    /// <summary>Each language but C# that runs here.</summary>
    public IEnumerable<ILanguage> All => _languages.Values.Distinct();

    /// <summary>The usual name of each language that runs here.</summary>
    public IEnumerable<string> Names => _languages.Values.Select(language => language.Names[0]).Distinct().Prepend("csharp");

    /// <summary>Whether a name after #! starts a part in some language.</summary>
    public bool Knows(string name) => name is "csharp" or "c#" or "C#" || _languages.ContainsKey(name) || Elsewhere.Contains(name);

    /// <summary>Runs a part; false if its language is not there, after saying so.</summary>
    public bool Run(CellPart part, CellJob job)
    {
        if (_languages.TryGetValue(part.Language!, out ILanguage? language))
        {
            language.Run(part, job);
            return true;
        }
        MimeBundle message = MimeBundle.Text(
            $"Skipped: this is {part.Language}, which this kernel does not run. It runs {string.Join(", ", Names)}.");
        job.Cell.Pump.Post(() => job.Cell.Output.Display(message, null));
        return false;
    }

    public void Dispose()
    {
        foreach (ILanguage language in _languages.Values.Distinct()) (language as IDisposable)?.Dispose();
    }
}
