using HackLab.Kernel.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HackLab.Kernel.Completion;

/// <summary>Proposes what can be typed at a position of a cell.</summary>
internal sealed class Completer(Session session)
{
    /// <summary>The proposals, best first, and the range that one of them replaces.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public CompletionResult Complete(string code, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, code.Length);
        CellSource source = CellSource.At(code, position, session.Languages.Knows);
        return source.Place switch
        {
            CellPlace.Code => CompleteCode(code, position, source, cancellation),
            CellPlace.Directive => new DirectiveCompletion(session).Complete(source, position),
            _ => Nothing(position),
        };
    }

    private static CompletionResult Nothing(int position) => new([], position, position);

    private CompletionResult CompleteCode(string code, int position, CellSource source, CancellationToken cancellation)
    {
        (int start, int end) = Word(code, position);
        if (start < end && char.IsDigit(code[start])) return Nothing(position);
        (string part, SourceCodeKind kind, string? library) = CellModel.PartAt(source.CSharp, source.Offset);
        using var recommendations = new Recommendations(part, kind, cancellation);
        SyntaxNode root = recommendations.Tree.GetRoot(cancellation);
        if (CodeText.Contains(root, source.Offset)) return Nothing(position);

        SemanticModel model = CellModel.Of(session.Compiler, recommendations.Tree, library);
        IEnumerable<Candidate> candidates = Candidates(recommendations, root, model, source.Offset, source.Offset - (position - start), cancellation);
        // A verbatim name is completed like any other.
        return new CompletionResult(Candidate.Choose(candidates, code[start..position].TrimStart('@')), start, end);
    }

    private static IEnumerable<Candidate> Candidates(
        Recommendations recommendations, SyntaxNode root, SemanticModel model, int offset, int wordStart, CancellationToken cancellation)
    {
        SyntaxToken before = TokenBefore(root, wordStart);
        var symbols = new SymbolCandidates(model, offset);
        if (InitializerMembers.At(before, model, wordStart) is { } members) return symbols.Of(members);
        return
        [
            .. symbols.Of(recommendations.At(model, offset, cancellation)),
            .. NamedArguments.At(before, model),
            .. Keywords.After(before).Select(word => new Candidate(new CompletionItem(word, "keyword"), word, Candidate.Member)),
        ];
    }

    /// <summary>The last token that ends at or before a position; the default one if there is none.</summary>
    private static SyntaxToken TokenBefore(SyntaxNode root, int offset)
    {
        SyntaxToken token = root.FindToken(offset);
        while (token.RawKind != 0 && (token.SpanStart >= offset || token.Span.End > offset || token.IsMissing)) token = token.GetPreviousToken();
        return token;
    }

    /// <summary>The name that a position touches, as a range that is empty where none is.</summary>
    private static (int Start, int End) Word(string code, int position)
    {
        int start = position, end = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1])) start--;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end])) end++;
        if (start > 0 && code[start - 1] == '@') start--;
        return (start, end);
    }
}
