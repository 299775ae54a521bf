using HackLab.Kernel.Compilation;
using HackLab.Kernel.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HackLab.Kernel.Inspection;

/// <summary>Explains what stands at a position of a cell: what Shift-Tab shows.</summary>
internal sealed class Inspector(Session session)
{
    /// <summary>The explanation as text/markdown and text/plain; null if there is nothing to explain.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public MimeBundle? Inspect(string code, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, code.Length);
        CellSource source = CellSource.At(code, position, session.Languages.Knows);
        return source.Place switch
        {
            CellPlace.Code => InspectCode(source, cancellation),
            CellPlace.Directive => WordText.OfDirective(session, source.Line),
            _ => null,
        };
    }

    private MimeBundle? InspectCode(CellSource source, CancellationToken cancellation)
    {
        (string part, SourceCodeKind kind, string? library) = CellModel.PartAt(source.CSharp, source.Offset);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(part, SubmissionCompiler.ParseOptions.WithKind(kind), cancellationToken: cancellation);
        SemanticModel model = CellModel.Of(session.Compiler, tree, library);
        Found? found = SymbolFinder.At(tree.GetRoot(cancellation), model, source.Offset, cancellation);
        if (found is null) return null;
        return found.Symbols.Count == 0 ? WordText.OfKeyword(found.Word) : new SymbolReport(session.Variables, model).Of(found);
    }
}
