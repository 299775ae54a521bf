using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace HackLab.Kernel.Inspection;

/// <summary>The documentation comment of a symbol, what it inherits included.</summary>
/// <param name="Element">Holds summary, param, returns …</param>
internal sealed record SymbolDocumentation(XElement Element)
{
    // Comments can inherit in a circle.
    private const int MostGenerations = 8;

    /// <summary>A symbol's documentation; null if it has none.</summary>
    public static SymbolDocumentation? Of(ISymbol symbol, Microsoft.CodeAnalysis.Compilation compilation) =>
        Read(symbol, compilation, 0) is { HasElements: true } element ? new SymbolDocumentation(element) : null;

    /// <summary>What is said of a parameter.</summary>
    public XElement? Parameter(string name) =>
        Element.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == name);

    private static XElement? Read(ISymbol symbol, Microsoft.CodeAnalysis.Compilation compilation, int generation)
    {
        if (generation > MostGenerations) return null;
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        XElement? own = symbol switch
        {
            IParameterSymbol parameter => OfParameter(parameter, compilation, generation),
            INamespaceSymbol => null,
            _ => Parse(symbol.OriginalDefinition.GetDocumentationCommentXml()),
        };
        if (own is null && symbol is IPropertySymbol { ContainingType.IsRecord: true } property) own = OfRecordProperty(property, compilation, generation);
        XElement? directive = own?.Element("inheritdoc");
        if (own is not null && directive is null) return own;
        ISymbol? source = (string?)directive?.Attribute("cref") is { } cref
            ? Referenced(cref, symbol, compilation)
            : Inherited(symbol);
        XElement? inherited = source is null ? null : Read(source, compilation, generation + 1);
        return own is null ? inherited : Merge(own, inherited);
    }

    /// <summary>What a cref names. The types of cells are found only from within, for they have no name in the compilation.</summary>
    private static ISymbol? Referenced(string cref, ISymbol from, Microsoft.CodeAnalysis.Compilation compilation)
    {
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation) is { } symbol) return symbol;
        for (INamedTypeSymbol? scope = from.ContainingType; scope is not null; scope = scope.ContainingType)
        {
            IEnumerable<ISymbol> members = scope.GetMembers().Concat(scope.GetTypeMembers().SelectMany(type => type.GetMembers()));
            if (members.FirstOrDefault(member => member.GetDocumentationCommentId() == cref) is { } found) return found;
        }
        return null;
    }

    private static XElement? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml)) return null;
        try
        {
            return XElement.Parse("<doc>" + xml + "</doc>", LoadOptions.PreserveWhitespace) is { } document
                ? document.Element("member") ?? document.Element("doc") ?? document
                : null;
        }
        catch (XmlException)
        {
            return null;        // a comment that is no XML: the compiler says so where it matters
        }
    }

    private static XElement Merge(XElement own, XElement? inherited)
    {
        var merged = new XElement("doc", own.Elements().Where(e => e.Name != "inheritdoc"));
        foreach (XElement element in inherited?.Elements() ?? [])
        {
            if (!merged.Elements(element.Name).Any(e => (string?)e.Attribute("name") == (string?)element.Attribute("name"))) merged.Add(element);
        }
        return merged;
    }

    private static XElement? OfParameter(IParameterSymbol parameter, Microsoft.CodeAnalysis.Compilation compilation, int generation) =>
        Summary(Read(parameter.ContainingSymbol, compilation, generation + 1), parameter.Name);

    /// <summary>A record's positional properties are described as its parameters.</summary>
    private static XElement? OfRecordProperty(IPropertySymbol property, Microsoft.CodeAnalysis.Compilation compilation, int generation) =>
        Summary(Read(property.ContainingType, compilation, generation + 1), property.Name);

    private static XElement? Summary(XElement? documentation, string parameter) =>
        documentation?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == parameter) is { } found
            ? new XElement("doc", new XElement("summary", found.Nodes()))
            : null;

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        IEventSymbol { OverriddenEvent: { } happening } => happening,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.BaseType?.InstanceConstructors
            .FirstOrDefault(c => c.Parameters.Select(p => p.Type).SequenceEqual(constructor.Parameters.Select(p => p.Type), SymbolEqualityComparer.Default)),
        INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } parent } => parent,
        INamedTypeSymbol type => type.Interfaces.FirstOrDefault(),
        { ContainingType: { } owner } => owner.AllInterfaces.SelectMany(contract => contract.GetMembers())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(owner.FindImplementationForInterfaceMember(member), symbol)),
        _ => null,
    };
}
