using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Directives;

/// <summary>One use of a directive in a cell.</summary>
/// <param name="Name">As typed, without # or #!.</param>
/// <param name="Arguments">The rest of the line, trimmed.</param>
/// <param name="Line">Its line in the cell, from 1.</param>
/// <param name="Job">The run of the cell.</param>
/// <param name="Scope">Work for the end of the cell.</param>
/// <param name="Session">What it may change.</param>
internal sealed record DirectiveCall(string Name, string Arguments, int Line, CellJob Job, DirectiveScope Scope, Session Session);

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
