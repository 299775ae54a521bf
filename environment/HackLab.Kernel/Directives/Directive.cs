using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Directives;

/// <summary>One use of a directive in a cell.</summary>
/// <param name="Name">As typed, without # or #!.</param>
/// <param name="Arguments">The rest of the line, trimmed.</param>
/// <param name="Line">Its line in the cell, from 1.</param>
/// <param name="Job">The run of the cell.</param>
/// <param name="Scope">Work for the end of the cell.</param>
/// <param name="Session">What it may change.</param>
internal sealed record DirectiveCall(string Name, string Arguments, int Line, CellJob Job, DirectiveScope Scope, Session Session)
{
    /// <summary>The file of a path as typed: relative to the working directory, then to the file that is being imported.</summary>
    /// <exception cref="DirectiveException">There is none.</exception>
    public string ExistingFile(string path)
    {
        if (path.Length == 0) throw new DirectiveException($"#{(Name == "load" ? "" : "!")}{Name}: which file? Write its path after it, in quotes.");
        List<string> candidates = [Path.GetFullPath(path, Session.Options.WorkingDirectory)];
        if (Job.Source is { } source) candidates.Add(Path.GetFullPath(path, Path.GetDirectoryName(source.File)!));
        return candidates.FirstOrDefault(File.Exists) ?? throw new DirectiveException(
            $"#{(Name == "load" ? "" : "!")}{Name}: there is no file {path} (looked for {string.Join(" and ", candidates.Distinct())}).");
    }
}

/// <summary>A directive that the kernel knows.</summary>
/// <param name="Name">With # or #!, as it is typed.</param>
/// <param name="Usage">Its arguments.</param>
/// <param name="Summary">One sentence for #!lsmagic.</param>
/// <param name="Run">Carries it out; throws DirectiveException in words.</param>
internal sealed record Directive(string Name, string Usage, string Summary, Action<DirectiveCall> Run);

/// <summary>Work that directives leave for the end of the cell, last first: #!time prints then.</summary>
internal sealed class DirectiveScope : IDisposable
{
    private readonly Stack<Action> _atEnd = new();

    public void AtEnd(Action action) => _atEnd.Push(action);

    public void Dispose()
    {
        while (_atEnd.TryPop(out Action? action)) action();
    }
}
