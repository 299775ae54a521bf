using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Kernel.Completion;

/// <summary>What an argument list is for, however unfinished it is.</summary>
internal static class Callee
{
    /// <summary>The methods, constructors or delegate's Invoke that may be meant, the one that fits best first.</summary>
    public static IReadOnlyList<IMethodSymbol> Methods(ArgumentListSyntax list, SemanticModel model) => list.Parent switch
    {
        InvocationExpressionSyntax call => OfCall(call, model),
        BaseObjectCreationExpressionSyntax creation => Constructors(creation, model, list.SpanStart),
        ConstructorInitializerSyntax initializer => FittingFirst(
            model.GetSymbolInfo(initializer), [.. (model.GetSymbolInfo(initializer).Symbol?.ContainingType.InstanceConstructors) ?? []]),
        _ => [],
    };

    /// <summary>The indexers that brackets may mean.</summary>
    public static IReadOnlyList<IPropertySymbol> Indexers(BracketedArgumentListSyntax list, SemanticModel model)
    {
        if (list.Parent is not ElementAccessExpressionSyntax access || model.GetTypeInfo(access.Expression).Type is not { } type) return [];
        return [.. model.LookupSymbols(list.SpanStart, type).OfType<IPropertySymbol>().Where(p => p.IsIndexer),
            .. type.GetMembers().OfType<IPropertySymbol>().Where(p => p.IsIndexer && model.IsAccessible(list.SpanStart, p))];
    }

    private static IReadOnlyList<IMethodSymbol> OfCall(InvocationExpressionSyntax call, SemanticModel model)
    {
        SymbolInfo info = model.GetSymbolInfo(call);
        IMethodSymbol[] group = [.. model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>()];
        if (group.Length == 0 && model.GetTypeInfo(call.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }) return [invoke];
        return FittingFirst(info, group);
    }

    private static IReadOnlyList<IMethodSymbol> Constructors(BaseObjectCreationExpressionSyntax creation, SemanticModel model, int offset)
    {
        if (model.GetTypeInfo(creation).Type is not INamedTypeSymbol type) return [];
        return FittingFirst(model.GetSymbolInfo(creation), [.. type.InstanceConstructors.Where(c => model.IsAccessible(offset, c))]);
    }

    private static IReadOnlyList<IMethodSymbol> FittingFirst(SymbolInfo info, IMethodSymbol[] group)
    {
        IEnumerable<IMethodSymbol> fitting = info.Symbol is IMethodSymbol chosen ? [chosen] : info.CandidateSymbols.OfType<IMethodSymbol>();
        // The chosen one is constructed (Select<int, string>), those of the group are not: the same definition is shown once.
        return [.. fitting.Concat(group).DistinctBy(m => (m.ReducedFrom ?? m).OriginalDefinition, SymbolEqualityComparer.Default)];
    }
}
