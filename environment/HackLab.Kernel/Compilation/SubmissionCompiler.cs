using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace HackLab.Kernel.Compilation;

/// <summary>
/// Compiles cells as a chain of script submissions, each of which sees what earlier ones declared. Roslyn's compilations are
/// used directly (not the Scripting library), because the tree is rewritten between parsing and emitting.
/// </summary>
internal sealed class SubmissionCompiler(ReferenceSet references)
{
    /// <summary>The type whose static members every cell can call by name: display, HTML, input …</summary>
    public const string AmbientType = "Microsoft.DotNet.Interactive.Kernel";

    /// <summary>Script C#, newest language version, documentation comments read for inspection.</summary>
    public static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    private static readonly string[] DefaultImports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        AmbientType,
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: DefaultImports,
        optimizationLevel: OptimizationLevel.Release,   // four times faster on loops than Debug
        allowUnsafe: true,
        concurrentBuild: false,                         // a cell is small: threads cost more than they bring
        nullableContextOptions: NullableContextOptions.Disable,
        metadataImportOptions: MetadataImportOptions.Public,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        warningLevel: 0);

    private static readonly CSharpCompilationOptions StraightOptions = Options.WithOptimizationLevel(OptimizationLevel.Debug);

    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly Lock _gate = new();            // completion looks at the chain while a cell runs and extends it
    private readonly HashSet<MetadataReference> _inChain = [];
    private int _number;
    private Draft? _draft;

    /// <summary>The last piece that declared something: what the next piece, completion and inspection build on.</summary>
    public CSharpCompilation? Last { get; private set; }

    /// <summary>Makes a compiled piece part of the session.</summary>
    public void Accept(Submission submission)
    {
        if (!submission.Declares) return;
        lock (_gate)
        {
            Last = submission.Compilation;
            _inChain.UnionWith(submission.Compilation.References);
        }
    }

    /// <summary>
    /// A compilation of a tree as the next piece, for completion and inspection: everything can be found. May be called from
    /// any thread.
    /// </summary>
    /// <remarks>The same references are bound once for all keystrokes, by putting each tree in the place of the one before.</remarks>
    public CSharpCompilation Next(SyntaxTree tree)
    {
        IReadOnlyList<MetadataReference> all = references.All;
        lock (_gate)
        {
            if (_draft is null || _draft.Last != Last || _draft.All != all)
                _draft = new Draft(Script(CSharpSyntaxTree.ParseText("", ParseOptions), all), Last, all);
            return _draft.Compilation.ReplaceSyntaxTree(_draft.Compilation.SyntaxTrees[0], tree);
        }
    }

    /// <summary>A compilation of a tree as the next library part, for completion and inspection. May be called from any thread.</summary>
    public CSharpCompilation NextLibrary(SyntaxTree tree) => CSharpCompilation.Create(
        "Cell_Library", [tree, LibraryCell.Imports(Last, DefaultImports)], references.All, Options.WithUsings());

    /// <summary>Compiles a script piece; the chain is not changed until <see cref="Accept"/>.</summary>
    /// <exception cref="CompilationFailedException">It has errors.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public Submission CompileScript(string code, string path, CancellationToken cancellation)
    {
        SyntaxTree tree = ParseScript(code, path, cancellation);
        _number++;
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        if (root.Members.Count == 0) return OnlyUsings(tree, root, cancellation);
        Emitted built = Emit(references => Script(tree, references), tree, cancellation);
        IMethodSymbol entry = built.Compilation.GetEntryPoint(cancellation)!;
        return new Submission(
            built.Compilation, built.Image, built.Symbols,
            entry.ContainingType.MetadataName, entry.MetadataName,
            SubmissionShape.Declares(root), SubmissionShape.HasTrailingExpression(root));
    }

    /// <summary>Compiles the library part of a cell; the session then refers to it.</summary>
    /// <returns>The assembly's name, image and symbols.</returns>
    /// <exception cref="CompilationFailedException">It has errors.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public (string Name, byte[] Image, byte[] Symbols) CompileLibrary(string code, string path, CancellationToken cancellation)
    {
        SyntaxTree typed = Parse(code, path, ParseOptions.WithKind(SourceCodeKind.Regular), cancellation);
        SyntaxTree tree = LibraryCell.MakePublic(typed);
        SyntaxTree imports = LibraryCell.Imports(Last, DefaultImports);
        string name = $"Cell_{++_number}_Library";
        CSharpCompilation Create(SyntaxTree piece, IReadOnlyList<MetadataReference> usable) =>
            CSharpCompilation.Create(name, [piece, imports], usable, Options.WithUsings());
        try
        {
            Emitted built = Emit(usable => Create(tree, usable), tree, cancellation);
            return (name, built.Image, built.Symbols);
        }
        catch (CompilationFailedException)
        {
            // Columns as typed: the word public was put before the types.
            if (Errors(Create(typed, references.All).GetDiagnostics(cancellation)) is { Count: > 0 } errors) throw new CompilationFailedException(errors);
            throw;
        }
    }

    private static SyntaxTree ParseScript(string code, string path, CancellationToken cancellation)
    {
        try
        {
            return Parse(code, path, ParseOptions, cancellation);
        }
        catch (CompilationFailedException)
        {
            SyntaxTree typed = CSharpSyntaxTree.ParseText(code, ParseOptions, path, cancellationToken: cancellation);
            if (WithExpressions.InParentheses(code, typed) is not { } changed) throw;
            return Parse(changed, path, ParseOptions, cancellation);
        }
    }

    private static SyntaxTree Parse(string code, string path, CSharpParseOptions options, CancellationToken cancellation)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), options, path, cancellation);
        if (Errors(tree.GetDiagnostics(cancellation)) is { Count: > 0 } errors) throw new CompilationFailedException(errors);
        return tree;
    }

    /// <remarks>A submission inherits the references of the one before; given again, each would be kept once more per cell.</remarks>
    private CSharpCompilation Script(SyntaxTree tree, IReadOnlyList<MetadataReference> usable)
    {
        lock (_gate)
        {
            MetadataReference[] added = [.. usable.Where(r => !_inChain.Contains(r))];
            bool straight = SubmissionShape.IsStraight((CompilationUnitSyntax)tree.GetRoot());
            return CSharpCompilation.CreateScriptCompilation($"Cell_{_number}", tree, added, straight ? StraightOptions : Options, Last);
        }
    }

    /// <summary>Only usings, or only comments: nothing to emit, but a wrong using must be told.</summary>
    private Submission OnlyUsings(SyntaxTree tree, CompilationUnitSyntax root, CancellationToken cancellation)
    {
        CSharpCompilation compilation = Script(tree, references.InUse);
        if (Errors(compilation.GetDiagnostics(cancellation)).Count > 0)
        {
            compilation = Script(tree, references.All);
            if (Errors(compilation.GetDiagnostics(cancellation)) is { Count: > 0 } errors) throw new CompilationFailedException(errors);
            UseNamespaces(compilation, tree, root);
            compilation = Script(tree, references.InUse);
        }
        return new Submission(compilation, [], [], null, null, SubmissionShape.Declares(root), HasTrailingExpression: false);
    }

    /// <summary>What a using names is used by later cells, and is not yet used in the compiler's sense.</summary>
    private void UseNamespaces(CSharpCompilation compilation, SyntaxTree tree, CompilationUnitSyntax root)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        foreach (UsingDirectiveSyntax directive in root.Usings)
        {
            ISymbol? symbol = model.GetSymbolInfo(directive.NamespaceOrType).Symbol;
            IEnumerable<IAssemblySymbol> assemblies = symbol is INamespaceSymbol space
                ? space.ConstituentNamespaces.Select(part => part.ContainingAssembly)
                : symbol?.ContainingAssembly is { } one ? [one] : [];
            references.Use(assemblies.Where(a => a is not null).Select(compilation.GetMetadataReference).OfType<MetadataReference>());
        }
    }

    /// <summary>Emits the guarded form against the references in use; only if that fails, against all, then as typed.</summary>
    private Emitted Emit(Func<IReadOnlyList<MetadataReference>, CSharpCompilation> create, SyntaxTree tree, CancellationToken cancellation)
    {
        if (EmitGuarded(create(references.InUse), tree, out _, cancellation) is { } quick) return quick;
        CSharpCompilation full = create(references.All);
        Emitted emitted = EmitGuarded(full, tree, out _, cancellation)
            // Errors are told about the source as typed. Should only the guarded form fail, the typed one runs unguarded.
            ?? TryEmit(full, out ImmutableArray<Diagnostic> diagnostics, cancellation)
            ?? throw new CompilationFailedException(Errors(diagnostics));
        references.Use(emitted.Compilation.GetUsedAssemblyReferences(cancellation));
        UseNamespaces(full, tree, (CompilationUnitSyntax)tree.GetRoot(cancellation));
        // What joins the session should carry no more references than it needs.
        return EmitGuarded(create(references.InUse), tree, out _, cancellation) ?? emitted;
    }

    private static Emitted? EmitGuarded(
        CSharpCompilation typed, SyntaxTree tree, out ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        SyntaxTree guarded = LoopGuardRewriter.Guard(tree, () => typed.GetSemanticModel(tree));
        return TryEmit(ReferenceEquals(guarded, tree) ? typed : typed.ReplaceSyntaxTree(tree, guarded), out diagnostics, cancellation);
    }

    private static Emitted? TryEmit(
        CSharpCompilation compilation, out ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(image, symbols, options: EmitOptions, cancellationToken: cancellation);
        diagnostics = result.Diagnostics;
        return result.Success ? new Emitted(compilation, image.ToArray(), symbols.ToArray()) : null;
    }

    private static List<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start)];

    /// <summary>An empty next piece whose references are bound, and what it was made of.</summary>
    private sealed record Draft(CSharpCompilation Compilation, CSharpCompilation? Last, IReadOnlyList<MetadataReference> All);

    private sealed record Emitted(CSharpCompilation Compilation, byte[] Image, byte[] Symbols);
}
