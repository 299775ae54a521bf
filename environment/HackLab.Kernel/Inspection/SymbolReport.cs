using System.Collections;
using HackLab.Kernel.Completion;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Formatting;
using Microsoft.CodeAnalysis;

namespace HackLab.Kernel.Inspection;

/// <summary>Tells about a symbol: signature, documentation, and of a session's variable its value.</summary>
internal sealed class SymbolReport(SessionVariables variables, SemanticModel model)
{
    private const int MostOverloads = 12;
    private const int LongestValue = 200;

    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue | SymbolDisplayLocalOptions.IncludeRef,
        kindOptions: SymbolDisplayKindOptions.IncludeNamespaceKeyword | SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    // Cells are compiled without nullable references, so their marks would only puzzle.
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The report in both forms.</summary>
    public MimeBundle Of(Found found) => new(new Dictionary<string, string>
    {
        ["text/markdown"] = Text(found, new DocumentationText(markdown: true)),
        ["text/plain"] = Text(found, new DocumentationText(markdown: false)),
    });

    /// <summary>The parameters of a method, indexer or delegate.</summary>
    public static IReadOnlyList<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
        _ => [],
    };

    private string Text(Found found, DocumentationText text)
    {
        ISymbol first = found.Symbols[0];
        IEnumerable<string> signatures = found.Symbols.Take(found.Argument is null ? 1 : MostOverloads).Select(Signature);
        text.Code(string.Join('\n', signatures));
        int others = found.Symbols.Count - (found.Argument is null ? 1 : MostOverloads);
        if (others > 0) text.Paragraph($"(+ {others} overload{(others > 1 ? "s" : "")})");
        IParameterSymbol? current = Current(found);
        var documentation = SymbolDocumentation.Of(first, model.Compilation);
        if (current is not null)
            text.Parameter(current.Name, current.Type.ToDisplayString(Short), documentation?.Parameter(current.Name));
        if (Value(first) is { } value) text.Paragraph("Value now: ", value);
        if (first is INamedTypeSymbol type) text.Paragraph(Members(type));
        if (documentation is not null) text.Sections(documentation.Element);
        return text.ToString();
    }

    private static IParameterSymbol? Current(Found found)
    {
        if (found.Argument is not { } index) return null;
        IReadOnlyList<IParameterSymbol> parameters = Parameters(found.Symbols[0]);
        if (found.ArgumentName is { } name) return parameters.FirstOrDefault(p => p.Name == name);
        return index < parameters.Count ? parameters[index] : parameters is [.., { IsParams: true } rest] ? rest : null;
    }

    private static string Signature(ISymbol symbol) => symbol switch
    {
        _ when IsVariable(symbol) => $"{Type(symbol)} {symbol.Name}",
        INamespaceSymbol => "namespace " + symbol.ToDisplayString(),
        ILocalSymbol or IParameterSymbol => symbol.ToDisplayString(Format),
        IMethodSymbol { ContainingType.IsScriptClass: true } or IPropertySymbol { ContainingType.IsScriptClass: true } =>
            symbol.ToDisplayString(Format.WithMemberOptions(Format.MemberOptions & ~SymbolDisplayMemberOptions.IncludeContainingType)),
        INamedTypeSymbol { TypeKind: not TypeKind.Enum and not TypeKind.Delegate } type => TypeSignature(type),
        _ => symbol.ToDisplayString(Format),
    };

    private static string TypeSignature(INamedTypeSymbol type)
    {
        IEnumerable<INamedTypeSymbol> bases = type.BaseType is { SpecialType: SpecialType.None } parent ? [parent, .. type.Interfaces] : type.Interfaces;
        string list = string.Join(", ", bases.Select(b => b.ToDisplayString(Short)));
        string name = type.ToDisplayString(Format);
        // Types that are keywords are written without their kind.
        if (!name.Contains(' ', StringComparison.Ordinal)) name = (type.IsValueType ? "struct " : "class ") + name;
        return name + (list.Length > 0 ? " : " + list : "");
    }

    private static string Members(INamedTypeSymbol type)
    {
        ISymbol[] members = [.. type.GetMembers().Where(m => m is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false })];
        IEnumerable<string> counts = new[]
        {
            (members.Count(m => m is IMethodSymbol { MethodKind: MethodKind.Constructor }), "constructor"),
            (members.Where(m => m is IMethodSymbol { MethodKind: MethodKind.Ordinary }).Select(m => m.Name).Distinct().Count(), "method"),
            (members.Count(m => m is IPropertySymbol), "property"),
            (members.Count(m => m is IFieldSymbol), type.TypeKind == TypeKind.Enum ? "value" : "field"),
            (members.Count(m => m is IEventSymbol), "event"),
        }.Where(c => c.Item1 > 0).Select(c => $"{c.Item1} {(c.Item1 == 1 ? c.Item2 : c.Item2 == "property" ? "properties" : c.Item2 + "s")}");
        string origin = type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"In {space.ToDisplayString()}" : "Of this notebook";
        string list = string.Join(", ", counts);
        return list.Length > 0 ? $"{origin}: {list}." : $"{origin}.";
    }

    private static bool IsVariable(ISymbol symbol) => symbol is IFieldSymbol { ContainingType.IsScriptClass: true };

    private static string Type(ISymbol symbol) => ((IFieldSymbol)symbol).Type.ToDisplayString(Short);

    /// <summary>
    /// A short value. Only what can be told without running code of the notebook, which may be running on its own thread:
    /// single values of the base library, and how long a collection is.
    /// </summary>
    private string? Value(ISymbol symbol)
    {
        if (!IsVariable(symbol) || variables.Find(symbol.Name) is not { } variable) return null;
        string? text = variable.Value switch
        {
            null when variable.Type.IsValueType => null,
            null => "null",
            string word => $"\"{word}\"",
            char or bool or DateTime or DateTimeOffset or TimeSpan or Guid or decimal => Scalar.Text(variable.Value),
            Enum or System.Type => Scalar.Text(variable.Value),
            Array array => $"{TypeName.Of(array.GetType().GetElementType()!)}[{string.Join(", ", Enumerable.Range(0, array.Rank).Select(array.GetLength))}]",
            var number when number.GetType().IsPrimitive => Scalar.Text(number),
            ICollection collection when collection.GetType().Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) is true =>
                $"{TypeName.Of(collection.GetType())}, {collection.Count} element{(collection.Count == 1 ? "" : "s")}",
            var other => other.GetType() == variable.Type ? null : TypeName.Of(other.GetType()),
        };
        return text is { Length: > LongestValue } ? text[..LongestValue] + "…" : text;
    }
}
