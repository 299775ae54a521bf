using HackLab.Kernel.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Kernel.Inspection;

/// <summary>What a position is about.</summary>
/// <param name="Symbols">The symbol, the best fitting overload first; empty for a keyword.</param>
/// <param name="Word">The name or keyword.</param>
/// <param name="Argument">Which argument is being typed, from 0; null outside an argument list.</param>
/// <param name="ArgumentName">Its name, if it is given by name.</param>
internal sealed record Found(IReadOnlyList<ISymbol> Symbols, string Word, int? Argument = null, string? ArgumentName = null);

/// <summary>Finds what a position is about: the name it touches, else the call whose arguments it is in.</summary>
internal static class SymbolFinder
{
    /// <summary>The finding; null if there is nothing.</summary>
    public static Found? At(SyntaxNode root, SemanticModel model, int offset, CancellationToken cancellation)
    {
        if (!CodeText.Contains(root, offset) && Word(root, offset) is { RawKind: not 0 } word)
        {
            ISymbol[] symbols = [.. Symbols(word, model, cancellation).OfType<ISymbol>().Where(IsNamed).Distinct<ISymbol>(SymbolEqualityComparer.Default)];
            if (symbols.Length > 0) return new Found(symbols, word.ValueText);
            if (word.IsKind(SyntaxKind.NewKeyword) && word.Parent is BaseObjectCreationExpressionSyntax creation
                && model.GetSymbolInfo(creation, cancellation).Symbol is { } constructor) return new Found([constructor], word.ValueText);
            if (SyntaxFacts.IsKeywordKind(word.Kind()) || SyntaxFacts.GetContextualKeywordKind(word.ValueText) != SyntaxKind.None)
                return WordText.OfKeyword(word.ValueText) is null ? null : new Found([], word.ValueText);
        }
        return Call(root, model, offset);
    }

    private static bool IsNamed(ISymbol symbol) => symbol is not IErrorTypeSymbol and not INamedTypeSymbol { IsScriptClass: true };

    private static SyntaxToken Word(SyntaxNode root, int offset)
    {
        SyntaxToken right = root.FindToken(offset);
        if (IsWord(right) && right.SpanStart <= offset && offset <= right.Span.End) return right;
        SyntaxToken left = offset > 0 ? root.FindToken(offset - 1) : default;
        return IsWord(left) && left.Span.End == offset ? left : default;
    }

    private static bool IsWord(SyntaxToken token) =>
        !token.IsMissing && (token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsKeywordKind(token.Kind()));

    private static IEnumerable<ISymbol?> Symbols(SyntaxToken word, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode node = word.Parent!;
        if (node is PredefinedTypeSyntax predefined) return [model.GetTypeInfo(predefined, cancellation).Type];
        if (!word.IsKind(SyntaxKind.IdentifierToken)) return [];
        if (node is not SimpleNameSyntax name) return [model.GetDeclaredSymbol(node, cancellation)];
        SymbolInfo info = model.GetSymbolInfo(name, cancellation);
        if (name.Parent is NameColonSyntax or NameEqualsSyntax && info.Symbol is null) return [];
        IEnumerable<ISymbol?> first = info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
        // The other overloads, of which the chosen one is a constructed form perhaps.
        return first.Concat(model.GetMemberGroup(name, cancellation))
            .DistinctBy(s => s is IMethodSymbol method ? (method.ReducedFrom ?? method).OriginalDefinition : s, SymbolEqualityComparer.Default);
    }

    private static Found? Call(SyntaxNode root, SemanticModel model, int offset)
    {
        if (offset == 0) return null;
        for (SyntaxNode? node = root.FindToken(offset - 1).Parent; node is not null; node = node.Parent)
        {
            if (node is not BaseArgumentListSyntax list || !IsWithin(list, offset)) continue;
            IReadOnlyList<ISymbol> callees = list is BracketedArgumentListSyntax brackets
                ? Callee.Indexers(brackets, model)
                : Callee.Methods((ArgumentListSyntax)list, model);
            if (callees.Count == 0) continue;
            int argument = list.Arguments.GetSeparators().Count(comma => comma.SpanStart < offset);
            string? name = argument < list.Arguments.Count ? list.Arguments[argument].NameColon?.Name.Identifier.ValueText : null;
            IEnumerable<ISymbol> fitting = callees
                .OrderBy(callee => Takes(callee, argument) ? 0 : 1)
                .ThenBy(callee => Misfit(callee, list, argument, model))
                .ThenBy(callee => SymbolReport.Parameters(callee).Sum(p => p.ToDisplayString().Length));
            return new Found([.. fitting], callees[0].Name, argument, name);
        }
        return null;
    }

    private static bool IsWithin(BaseArgumentListSyntax list, int offset)
    {
        SyntaxToken open = list.GetFirstToken(includeZeroWidth: true), close = list.GetLastToken(includeZeroWidth: true);
        return open.Span.End <= offset && (close.IsMissing || offset <= close.SpanStart);
    }

    private static bool Takes(ISymbol callee, int argument)
    {
        IReadOnlyList<IParameterSymbol> parameters = SymbolReport.Parameters(callee);
        return argument < parameters.Count || argument == 0 || parameters is [.., { IsParams: true }];
    }

    /// <summary>How badly the arguments before the current one fit: a conversion counts 1, what cannot be converted 10.</summary>
    private static int Misfit(ISymbol callee, BaseArgumentListSyntax list, int argument, SemanticModel model)
    {
        IReadOnlyList<IParameterSymbol> parameters = SymbolReport.Parameters(callee);
        int misfit = 0;
        for (int i = 0; i < Math.Min(argument, Math.Min(parameters.Count, list.Arguments.Count)); i++)
        {
            if (list.Arguments[i].NameColon is not null) continue;
            Conversion conversion = model.ClassifyConversion(list.Arguments[i].Expression, parameters[i].Type);
            misfit += conversion.IsIdentity ? 0 : conversion.Exists && conversion.IsImplicit ? 1 : 10;
        }
        return misfit;
    }
}
