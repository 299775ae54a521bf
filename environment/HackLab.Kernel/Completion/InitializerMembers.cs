using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Kernel.Completion;

/// <summary>What can be set in <c>new Point { … }</c> and <c>point with { … }</c>.</summary>
internal static class InitializerMembers
{
    /// <summary>The members that are not yet set; null where an element of such braces does not start.</summary>
    public static IReadOnlyList<ISymbol>? At(SyntaxToken before, SemanticModel model, int offset)
    {
        if (before.Parent is not InitializerExpressionSyntax braces) return null;
        if (!before.IsKind(SyntaxKind.OpenBraceToken) && !before.IsKind(SyntaxKind.CommaToken)) return null;
        if (TypeOf(braces, model) is not { } type) return null;
        // Braces of a collection hold elements, which are any expressions.
        if (braces.Parent is not WithExpressionSyntax && IsCollection(type)) return null;
        HashSet<string> set = [.. braces.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => a.Left.ToString())];
        var members = new List<ISymbol>();
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            members.AddRange(current.GetMembers().Where(member =>
                !member.IsStatic && CanBeSet(member) && model.IsAccessible(offset, member) && set.Add(member.Name)));
        }
        return members;
    }

    private static ITypeSymbol? TypeOf(InitializerExpressionSyntax braces, SemanticModel model) => braces.Parent switch
    {
        BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation).Type,
        WithExpressionSyntax with => model.GetTypeInfo(with.Expression).Type,
        AssignmentExpressionSyntax nested => model.GetTypeInfo(nested.Left).Type,
        _ => null,
    };

    private static bool IsCollection(ITypeSymbol type) =>
        type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    // An inner object can be filled through a property that cannot itself be set.
    private static bool CanBeSet(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: false, SetMethod: not null } => true,
        IPropertySymbol { IsIndexer: false, IsImplicitlyDeclared: false, Type: { IsReferenceType: true, SpecialType: SpecialType.None } } => true,
        IFieldSymbol field => field is { IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false },
        _ => false,
    };
}
