using Microsoft.CodeAnalysis;

namespace ApiSurface;

/// <summary>Writes types the way the list does: our namespace left out, .NET's namespaces too, tuples with their names.</summary>
internal static partial class Rendering
{
    internal const string OurNamespace = "TorchSharp";

    internal static string FullName(INamedTypeSymbol type) => $"{OurNamespace}.{Type(type)}";

    internal static string Type(ITypeSymbol type)
    {
        string text = type switch
        {
            IArrayTypeSymbol array => $"{Type(array.ElementType)}[{new string(',', array.Rank - 1)}]",
            IPointerTypeSymbol pointer => $"{Type(pointer.PointedAtType)}*",
            ITypeParameterSymbol parameter => parameter.Name,
            INamedTypeSymbol nullable when IsNullable(nullable) => $"{Type(nullable.TypeArguments[0])}?",
            INamedTypeSymbol { IsTupleType: true } tuple => Tuple(tuple),
            INamedTypeSymbol named => Keyword(named.SpecialType) ?? Named(named),
            IDynamicTypeSymbol => "dynamic",
            _ => throw new NotSupportedException($"A type of kind {type.Kind} has no text here: {type}."),
        };
        bool marked = !type.IsValueType && type.NullableAnnotation == NullableAnnotation.Annotated;
        return marked ? text + "?" : text;
    }

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static string Tuple(INamedTypeSymbol tuple)
    {
        IEnumerable<string> elements = tuple.TupleElements.Select(element =>
            element.IsExplicitlyNamedTupleElement ? $"{Type(element.Type)} {element.Name}" : Type(element.Type));
        return $"({string.Join(", ", elements)})";
    }

    private static string Named(INamedTypeSymbol type)
    {
        string name = type.Name + Arguments(type.TypeArguments);
        if (type.ContainingType is { } outer) return $"{Named(outer)}.{name}";
        string space = type.ContainingNamespace.ToDisplayString();
        return space.StartsWith(OurNamespace + '.') ? $"{space[(OurNamespace.Length + 1)..]}.{name}" : name;
    }

    private static string Arguments(IReadOnlyCollection<ITypeSymbol> types) =>
        types.Count == 0 ? "" : $"<{string.Join(", ", types.Select(Type))}>";

    private static string? Keyword(SpecialType type) => type switch
    {
        SpecialType.System_Void => "void",
        SpecialType.System_Object => "object",
        SpecialType.System_String => "string",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_IntPtr => "nint",
        SpecialType.System_UIntPtr => "nuint",
        _ => null,
    };
}
