using Microsoft.CodeAnalysis;

namespace ApiSurface;

/// <summary>Writes a type's own line: its kind, its base class, the interfaces that it adds, its constraints.</summary>
internal static partial class Rendering
{
    internal static string Header(INamedTypeSymbol type)
    {
        string access = Surface.IsProtected(type) ? "protected " : "";
        return type.TypeKind switch
        {
            TypeKind.Enum => $"{access}enum",
            TypeKind.Delegate => $"{access}delegate {Type(type.DelegateInvokeMethod!.ReturnType)} "
                + $"({Parameters(type.DelegateInvokeMethod)})",
            TypeKind.Interface => $"{access}interface{Bases(type)}{Constraints(type.TypeParameters)}",
            TypeKind.Struct => $"{access}struct{Bases(type)}{Constraints(type.TypeParameters)}",
            _ => $"{access}{ClassKind(type)}class{Bases(type)}{Constraints(type.TypeParameters)}",
        };
    }

    private static string ClassKind(INamedTypeSymbol type) =>
        type.IsStatic ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";

    private static string Bases(INamedTypeSymbol type)
    {
        List<string> bases = [];
        if (type.BaseType is { SpecialType: SpecialType.None } parent) bases.Add(Type(parent));
        IEnumerable<INamedTypeSymbol> inherited = type.BaseType?.AllInterfaces ?? [];
        bases.AddRange(type.AllInterfaces.Except(inherited, SymbolEqualityComparer.Default).Cast<INamedTypeSymbol>()
            .Where(Surface.IsVisible).Select(Type).Order(StringComparer.Ordinal));
        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    private static string Constraints(IEnumerable<ITypeParameterSymbol> parameters) =>
        string.Concat(parameters.Select(parameter => (parameter, constraints: Constraints(parameter)))
            .Where(entry => entry.constraints.Count > 0)
            .Select(entry => $" where {entry.parameter.Name} : {string.Join(", ", entry.constraints)}"));

    private static List<string> Constraints(ITypeParameterSymbol parameter)
    {
        List<string> constraints = [];
        if (parameter.HasUnmanagedTypeConstraint) constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint) constraints.Add("struct");
        else if (parameter.HasReferenceTypeConstraint) constraints.Add("class");
        else if (parameter.HasNotNullConstraint) constraints.Add("notnull");
        constraints.AddRange(parameter.ConstraintTypes.Select(Type));
        if (parameter.HasConstructorConstraint) constraints.Add("new()");
        return constraints;
    }
}
