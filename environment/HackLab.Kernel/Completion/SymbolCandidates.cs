using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HackLab.Kernel.Completion;

/// <summary>Makes proposals of symbols: one for each name, overloads counted.</summary>
internal sealed class SymbolCandidates(SemanticModel model, int offset)
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue,
        localOptions: SymbolDisplayLocalOptions.IncludeType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>The proposals for symbols that can stand at the position.</summary>
    public IEnumerable<Candidate> Of(IEnumerable<ISymbol> symbols) => symbols.Where(IsForPeople).GroupBy(s => s.Name).Select(Of);

    /// <summary>The Jupyter "type" of a symbol.</summary>
    public static string Kind(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => Kind(alias.Target),
        INamespaceSymbol => "namespace",
        INamedTypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        INamedTypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol => "class",
        IFieldSymbol field => IsOfSession(field) ? "local" : "field",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IParameterSymbol => "parameter",
        ILocalSymbol or IRangeVariableSymbol => "local",
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => "function",
        IMethodSymbol method => IsOfSession(method) || method.ContainingType.Name == "Kernel" ? "function" : "method",
        _ => "keyword",
    };

    private static bool IsForPeople(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { IsScriptClass: true } => false,
        IMethodSymbol method => method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction
            or MethodKind.DelegateInvoke && IsName(symbol),
        _ => IsName(symbol),
    };

    private static bool IsName(ISymbol symbol) => symbol.Name.Length > 0 && SyntaxFacts.IsValidIdentifier(symbol.Name);

    private static bool IsOfSession(ISymbol symbol) => symbol.ContainingType is { IsScriptClass: true };

    private static int Weight(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => Candidate.Local,
        _ when IsOfSession(symbol) => Candidate.Session,
        INamespaceSymbol or IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => Candidate.Far,
        ITypeSymbol or IAliasSymbol => Candidate.Type,
        _ when symbol.ContainingType is { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType } => Candidate.OfEveryObject,
        _ => Candidate.Member,
    };

    private Candidate Of(IGrouping<string, ISymbol> group)
    {
        ISymbol[] symbols = [.. group];
        // A name that several cells declared means the latest.
        if (symbols.Length > 1 && symbols.Any(IsOfSession))
            symbols = [.. model.LookupSymbols(offset, name: group.Key).DefaultIfEmpty(symbols[^1])];
        // Of overloads the simplest is told.
        ISymbol first = symbols.Length == 1 ? symbols[0]
            : symbols.MinBy(s => s is IMethodSymbol method ? (method.Parameters.Length, Signature(s).Length) : (0, 0))!;
        string text = SyntaxFacts.GetKeywordKind(group.Key) == SyntaxKind.None ? group.Key : "@" + group.Key;
        int others = symbols.Count(s => s is IMethodSymbol) - 1;
        string signature = Signature(first) + (others > 0 ? $" (+ {others} overload{(others > 1 ? "s" : "")})" : "");
        return new Candidate(new CompletionItem(text, Kind(first), signature), group.Key, symbols.Min(Weight));
    }

    private static string Signature(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => "",
        IAliasSymbol alias => alias.Target.ToDisplayString(Format),
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum, HasConstantValue: true } constant => $"{constant.ContainingType.Name} = {constant.ConstantValue}",
        _ => symbol.ToDisplayString(Format),
    };
}
