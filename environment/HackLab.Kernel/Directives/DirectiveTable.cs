using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Directives;

/// <summary>All directives by name.</summary>
internal sealed class DirectiveTable
{
    private readonly Session _session;
    private readonly SortedDictionary<string, Directive> _directives = new(StringComparer.Ordinal);

    public DirectiveTable(Session session)
    {
        _session = session;
        foreach (Directive directive in (IEnumerable<Directive>)[.. ReferenceDirectives.All, .. SessionDirectives.All, .. ShareDirectives.All, .. new ImportDirectives().All])
            _directives.Add(directive.Name, directive);
    }

    /// <summary>The directives in alphabetical order.</summary>
    public IEnumerable<Directive> All => _directives.Values;

    /// <summary>Starts a cell.</summary>
    public DirectiveScope Open(CellJob job)
    {
        _session.Packages.Forget();
        return new DirectiveScope();
    }

    /// <summary>Carries out what directives left to be done together: packages are restored once for all their lines.</summary>
    /// <exception cref="DirectiveException">It cannot be carried out.</exception>
    public void Settle(CellJob job)
    {
        if (_session.Packages.IsWaiting) _session.Packages.Restore(job);
    }

    /// <summary>Carries out a directive line.</summary>
    /// <exception cref="DirectiveException">It is unknown, or cannot be carried out.</exception>
    public void Run(CellPart part, CellJob job, DirectiveScope scope)
    {
        (string name, string arguments) = CellParser.Name(part.Text);
        string full = (part.Text.StartsWith("#!", StringComparison.Ordinal) ? "#!" : "#") + name;
        if (!_directives.TryGetValue(full, out Directive? directive))
        {
            string nearest = Nearest.To(full, _directives.Keys.Concat(_session.Languages.Names.Select(n => "#!" + n)));
            throw new DirectiveException($"There is no directive {full}. Did you mean {nearest}? #!lsmagic lists them all.", part.Line);
        }
        if (name is not ("r" or "i")) Settle(job);
        try
        {
            directive.Run(new DirectiveCall(name, arguments, part.Line, job, scope, _session));
        }
        catch (DirectiveException problem) when (problem.Line is null)
        {
            throw new DirectiveException(problem.Message, part.Line, problem.Kind);
        }
    }
}
