using Microsoft.CodeAnalysis;

namespace HackLab.Kernel.Compilation;

/// <summary>The cell is not C# that compiles.</summary>
/// <param name="diagnostics">The errors, in the order of the source.</param>
internal sealed class CompilationFailedException(IReadOnlyList<Diagnostic> diagnostics) : Exception(string.Join(Environment.NewLine, diagnostics))
{
    /// <summary>The errors, in the order of the source; at least one.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
