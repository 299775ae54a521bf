using Microsoft.CodeAnalysis.CSharp;

namespace HackLab.Kernel.Compilation;

/// <summary>A compiled piece of C#: its assembly image and what is needed to run it.</summary>
/// <param name="Compilation">What later pieces see, if this one declares anything.</param>
/// <param name="Image">The assembly.</param>
/// <param name="Symbols">Its portable debug symbols, for lines in tracebacks.</param>
/// <param name="EntryType">The type that holds the entry method; null if there is nothing to run (only usings).</param>
/// <param name="EntryMethod">A static method (object[] submissions) → Task&lt;object&gt;.</param>
/// <param name="Declares">Whether it declares anything that later cells can use.</param>
/// <param name="HasTrailingExpression">Whether it ends in an expression without a semicolon, whose value is shown.</param>
internal sealed record Submission(
    CSharpCompilation Compilation,
    byte[] Image,
    byte[] Symbols,
    string? EntryType,
    string? EntryMethod,
    bool Declares,
    bool HasTrailingExpression);
