using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Cli.Lint;

/// <summary>
/// The names of HackLab's libraries that a lesson's cells and solutions use, told by the compiler: every method, property,
/// setting, indexer and enum value once, whatever its overloads, and every type that is written on its own. The type in front of
/// a static member belongs to the member's name (<c>Chart.Bar</c> is one); a property in front
/// (<c>Datasets.Higgs.Load</c>) is one more.
/// </summary>
internal static class ApiNames
{
    // Read once for each folder: every lesson of a course loads the same libraries.
    private static readonly ConcurrentDictionary<string, IReadOnlyList<MetadataReference>> Libraries =
        new(StringComparer.Ordinal);

    // What the kernel imports by itself.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings:
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"]);

    /// <summary>Each name with the type it belongs to, such as <c>Metrics.Auc</c>, sorted.</summary>
    /// <exception cref="UsageException">The library that the lesson loads is not built.</exception>
    public static IReadOnlyList<string> Of(Lesson lesson)
    {
        // One script, whatever is wrong in it: names are found in faulty code too, and a cell's last line needs no semicolon.
        string script = string.Concat(Codes(lesson).Select(code => code + "\n;\n"));
        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            script, new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script));
        SemanticModel model = CSharpCompilation
            .CreateScriptCompilation("lesson", tree, Libraries.GetOrAdd(FolderFor(lesson), FindLibraries), Options)
            .GetSemanticModel(tree);
        return [.. In(tree, model).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Code cells, each followed by the C# that the text beside it shows: learners type solutions too.</summary>
    private static IEnumerable<string> Codes(Lesson lesson)
    {
        foreach (LessonCell cell in lesson.Taught)
        {
            if (cell.IsCode) yield return string.Join('\n', cell.Lines.Where(line => !line.StartsWith('#')));
            else if (cell.IsMarkdown)
            {
                foreach (string block in cell.Source.Split("```csharp\n").Skip(1)) yield return block.Split("```")[0];
            }
        }
    }

    private static IEnumerable<string> In(SyntaxTree tree, SemanticModel model)
    {
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax))
        {
            ISymbol? symbol = node switch
            {
                SimpleNameSyntax { IsVar: false } name when !IsFront(name, model) => SymbolOf(name, model),
                ElementAccessExpressionSyntax access => SymbolOf(access, model),
                _ => null,
            };
            if (symbol is not null && IsHackLab(symbol) && Name(symbol) is { } found) yield return found;
        }
    }

    private static ISymbol? SymbolOf(ExpressionSyntax node, SemanticModel model)
    {
        SymbolInfo info = model.GetSymbolInfo(node);
        return info.Symbol ?? info.CandidateSymbols.FirstOrDefault();   // a call with a wrong argument is still a name typed
    }

    /// <summary>A type or namespace to the left of a dot is the front of the name to the right.</summary>
    private static bool IsFront(SimpleNameSyntax name, SemanticModel model)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax parent && parent.Name == name ? parent : name;
        return SymbolOf(name, model) is INamespaceOrTypeSymbol
            && whole.Parent is MemberAccessExpressionSyntax access && access.Expression == whole;
    }

    private static bool IsHackLab(ISymbol symbol) =>
        symbol.ContainingAssembly?.Name is { } name
            && (name == "HackLab" || name.StartsWith("HackLab.", StringComparison.Ordinal));

    private static string? Name(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.Name,
        IMethodSymbol method => $"{(method.ReducedFrom ?? method).ContainingType.Name}.{method.Name}",
        IPropertySymbol { IsIndexer: true } indexer => $"{indexer.ContainingType.Name}[…]",
        IPropertySymbol or IFieldSymbol or IEventSymbol => $"{symbol.ContainingType.Name}.{symbol.Name}",
        INamedTypeSymbol type => type.Name,
        _ => null,   // a parameter's name, a namespace
    };

    /// <summary>The library beside the lessons; for a copy of the notebooks alone, the one of HackLab's own folder.</summary>
    private static string FolderFor(Lesson lesson)
    {
        string? own = Repository.Find() is { } root ? Path.Combine(root, "artifacts", "lab") : null;
        string?[] folders = [lesson.Course.LabFolder, own];
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder ?? "", "HackLab.dll")))
            ?? throw new UsageException($"There is no built library in {lesson.Course.LabFolder}. Run ./start --set-up-only.");
    }

    private static IReadOnlyList<MetadataReference> FindLibraries(string folder)
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return [.. platform.Where(path => Path.GetDirectoryName(path) == framework)
            .Concat(Directory.GetFiles(folder, "HackLab*.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))];
    }
}
