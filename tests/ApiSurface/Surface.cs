using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ApiSurface;

/// <summary>What a user of an assembly can name, its public types and their visible members, as lines of the list.</summary>
internal static class Surface
{
    /// <summary>.NET's own assemblies: enough to resolve every type that a signature names.</summary>
    internal static IReadOnlyList<MetadataReference> Framework { get; } =
        [.. Directory.GetFiles(FrameworkFolder, "System*.dll").Select(path => MetadataReference.CreateFromFile(path))];

    private static string FrameworkFolder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The lines of one assembly, sorted: of its types in the namespace TorchSharp and below.</summary>
    internal static List<ApiLine> Read(MetadataReference assembly)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("surface", references: [assembly, .. Framework]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(assembly)!;
        return [.. Types(symbol.GlobalNamespace).Where(IsOurs).SelectMany(Lines).Order()];
    }

    internal static List<ApiLine> ReadFile(string file) => Read(MetadataReference.CreateFromFile(file));

    internal static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    internal static bool IsProtected(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool IsOurs(INamedTypeSymbol type)
    {
        string space = type.ContainingNamespace.ToDisplayString();
        return space == Rendering.OurNamespace || space.StartsWith(Rendering.OurNamespace + ".", StringComparison.Ordinal);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol outer)
    {
        foreach (INamedTypeSymbol type in outer.GetTypeMembers().Where(IsVisible))
        {
            yield return type;
            foreach (INamedTypeSymbol inner in Types(type)) yield return inner;
        }
        if (outer is not INamespaceSymbol space) yield break;
        foreach (INamedTypeSymbol type in space.GetNamespaceMembers().SelectMany(Types)) yield return type;
    }

    private static IEnumerable<ApiLine> Lines(INamedTypeSymbol type)
    {
        string name = Rendering.FullName(type);
        yield return new ApiLine(name, Rendering.Header(type));
        if (type.TypeKind == TypeKind.Delegate) yield break;
        foreach (ISymbol member in type.GetMembers().Where(IsVisible))
        {
            if (Rendering.Member(member) is { } text) yield return new ApiLine(name, text);
        }
    }
}
