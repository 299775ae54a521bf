namespace HackLab.Kernel.Completion;

/// <summary>Completes directive lines: their names, and the paths that some of them take.</summary>
internal sealed class DirectiveCompletion(Session session)
{
    private static readonly string[] Libraries = [".dll"];
    private static readonly string[] Notebooks = [".ipynb", ".dib", ".cs", ".csx"];

    /// <summary>The proposals at a position of the cell.</summary>
    public CompletionResult Complete(CellSource source, int position)
    {
        string typed = source.Line[..source.Column];
        int nameEnd = typed.IndexOfAny([' ', '\t', '"']);
        if (nameEnd < 0) return Names(source, typed, position);
        string[]? extensions = typed[..nameEnd] switch
        {
            "#r" => Libraries,
            "#load" or "#!import" => Notebooks,
            _ => null,
        };
        string argument = typed[nameEnd..].TrimStart(' ', '\t');
        bool closed = argument.Count(c => c == '"') > 1;
        if (extensions is null || closed) return new CompletionResult([], position, position);
        return Paths(argument.TrimStart('"'), source, position, extensions);
    }

    private CompletionResult Names(CellSource source, string typed, int position)
    {
        int end = source.Column;
        while (end < source.Line.Length && (char.IsLetterOrDigit(source.Line[end]) || source.Line[end] is '!' or '-')) end++;
        IEnumerable<Candidate> directives = session.Directives.All.Select(directive => new Candidate(
            new CompletionItem(directive.Name, "directive", $"{directive.Name} {directive.Usage}".TrimEnd() + ": " + directive.Summary), directive.Name, 0));
        IEnumerable<Candidate> languages = session.Languages.Names.Select(name => new Candidate(
            new CompletionItem("#!" + name, "directive", $"#!{name}: the lines that follow are {name}."), "#!" + name, 1));
        return new CompletionResult(Candidate.Choose(directives.Concat(languages), typed), position - source.Column, position + end - source.Column);
    }

    private CompletionResult Paths(string typed, CellSource source, int position, string[] extensions)
    {
        if (typed.StartsWith("nuget", StringComparison.OrdinalIgnoreCase)) return new CompletionResult([], position, position);
        int slash = typed.LastIndexOfAny(['/', '\\']);
        string folder = Path.GetFullPath(typed[..(slash + 1)], session.Options.WorkingDirectory);
        string start = typed[(slash + 1)..];
        int end = source.Column;
        while (end < source.Line.Length && source.Line[end] is not ('"' or '/' or '\\')) end++;
        return new CompletionResult(
            Candidate.Choose(Entries(folder, extensions), start), position - start.Length, position + end - source.Column);
    }

    private static List<Candidate> Entries(string folder, string[] extensions)
    {
        var entries = new List<Candidate>();
        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo) entries.Add(new Candidate(new CompletionItem(entry.Name + "/", "path", "folder"), entry.Name, 1));
                else if (extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                    entries.Add(new Candidate(new CompletionItem(entry.Name, "path", "file"), entry.Name, 0));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A folder that is not there, or may not be read, has nothing to propose.
        }
        return entries;
    }
}
