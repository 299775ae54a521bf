using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ApiSurface;

/// <summary>Writes members and their parameters; the name of a constructor is <c>new</c>, of an indexer <c>this</c>.</summary>
internal static partial class Rendering
{
    internal static string? Member(ISymbol member) => member switch
    {
        IMethodSymbol method => Method(method),
        IPropertySymbol property => Property(property),
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } value => $"enumvalue {value.Name} = {value.ConstantValue}",
        IFieldSymbol field => Field(field),
        IEventSymbol @event => $"{Modifiers(@event)}event {Type(@event.Type)} {@event.Name}",
        _ => null,
    };

    private static string? Method(IMethodSymbol method)
    {
        string parameters = $"({Parameters(method)})";
        return method.MethodKind switch
        {
            // A structure's own parameterless constructor is the compiler's.
            MethodKind.Constructor when method.IsImplicitlyDeclared && method.ContainingType.IsValueType => null,
            MethodKind.Constructor => $"{Modifiers(method)}new{parameters}",
            MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion =>
                $"{Modifiers(method)}{Type(method.ReturnType)} {method.Name}{Arguments(method.TypeArguments)}{parameters}"
                + Constraints(method.TypeParameters),
            _ => null,
        };
    }

    private static string Property(IPropertySymbol property)
    {
        string name = property.IsIndexer ? $"this[{string.Join(", ", property.Parameters.Select(Parameter))}]" : property.Name;
        return $"{Modifiers(property)}{Type(property.Type)} {name} {{ {Accessor(property, property.GetMethod, "get")}"
            + $"{Accessor(property, property.SetMethod, property.SetMethod?.IsInitOnly == true ? "init" : "set")}}}";
    }

    private static string Accessor(IPropertySymbol property, IMethodSymbol? method, string word)
    {
        if (method is null || !Surface.IsVisible(method)) return "";
        return method.DeclaredAccessibility == property.DeclaredAccessibility ? $"{word}; " : $"protected {word}; ";
    }

    private static string Field(IFieldSymbol field)
    {
        string kind = field.IsConst ? "const field" : field.IsReadOnly ? "readonly field" : "field";
        string access = Surface.IsProtected(field) ? "protected " : "";
        string value = field.IsConst ? $" = {Constant(field.Type, field.ConstantValue)}" : "";
        return $"{access}{(field.IsStatic && !field.IsConst ? "static " : "")}{kind} {Type(field.Type)} {field.Name}{value}";
    }

    private static string Modifiers(ISymbol member)
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface) return "";
        string access = Surface.IsProtected(member) ? "protected " : "";
        string kind = member switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsOverride: true, IsSealed: true } => "sealed override ",
            { IsOverride: true } => "override ",
            { IsVirtual: true } => "virtual ",
            _ => "",
        };
        return access + kind;
    }

    private static string Parameters(IMethodSymbol method) =>
        (method.IsExtensionMethod ? "this " : "") + string.Join(", ", method.Parameters.Select(Parameter));

    private static string Parameter(IParameterSymbol parameter)
    {
        string passing = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In or RefKind.RefReadOnlyParameter => "in ",
            _ => "",
        };
        string array = parameter.IsParams ? "params " : "";
        string value = parameter.HasExplicitDefaultValue ? $" = {Constant(parameter.Type, parameter.ExplicitDefaultValue)}" : "";
        return $"{array}{passing}{Type(parameter.Type)} {parameter.Name}{value}";
    }

    private static string Constant(ITypeSymbol type, object? value)
    {
        bool isNullable = IsNullable(type);
        if (isNullable) type = ((INamedTypeSymbol)type).TypeArguments[0];
        if (value is null) return type.IsValueType && !isNullable ? "default" : "null";
        if (type.TypeKind == TypeKind.Enum) return EnumValue(type, value);
        return value switch
        {
            bool truth => truth ? "true" : "false",
            double number => Fraction(number.ToString("R", CultureInfo.InvariantCulture)),
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            string or char => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
        };
    }

    /// <summary>1 becomes 1.0, so that a double is seen to be one.</summary>
    private static string Fraction(string number) => number.All(c => c is '-' or (>= '0' and <= '9')) ? number + ".0" : number;

    private static string EnumValue(ITypeSymbol type, object value)
    {
        IFieldSymbol? member =
            type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value));
        return member is null ? $"({type.Name}){value}" : $"{type.Name}.{member.Name}";
    }
}
