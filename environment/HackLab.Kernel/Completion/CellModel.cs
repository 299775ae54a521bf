using HackLab.Kernel.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Kernel.Completion;

/// <summary>
/// The C# of a cell as completion and inspection see it. As when the cell runs, its namespaces and extension classes are a
/// library apart, so a position in one of them is looked at there.
/// </summary>
internal static class CellModel
{
    /// <summary>The part of the code that a position lies in, with the other part blanked, and how it is to be parsed.</summary>
    public static (string Code, SourceCodeKind Kind, string? Library) PartAt(string code, int offset)
    {
        (string? library, string? script) = LibraryCell.Split(code);
        if (library is null) return (code, SourceCodeKind.Script, null);
        return IsIn(library, offset) ? (library, SourceCodeKind.Regular, null) : (script ?? new string(' ', code.Length), SourceCodeKind.Script, library);
    }

    /// <summary>The meaning of a tree as the session's next piece.</summary>
    /// <param name="compiler">The session's.</param>
    /// <param name="tree">A script, or the library part of a cell.</param>
    /// <param name="library">The library part that goes with a script; null if there is none.</param>
    public static SemanticModel Of(SubmissionCompiler compiler, SyntaxTree tree, string? library)
    {
        if (tree.Options.Kind == SourceCodeKind.Regular) return compiler.NextLibrary(tree).GetSemanticModel(tree);
        CSharpCompilation compilation = compiler.Next(tree);
        if (library is not null)
        {
            SyntaxTree parsed = CSharpSyntaxTree.ParseText(library, SubmissionCompiler.ParseOptions.WithKind(SourceCodeKind.Regular));
            compilation = compilation.AddReferences(compiler.NextLibrary(LibraryCell.MakePublic(parsed)).ToMetadataReference());
        }
        return compilation.GetSemanticModel(tree);
    }

    private static bool IsIn(string library, int offset)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(library, SubmissionCompiler.ParseOptions).GetRoot();
        return root.Members.Any(member => member.SpanStart <= offset && offset <= member.Span.End);
    }
}
