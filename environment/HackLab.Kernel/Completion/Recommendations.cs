using System.Reflection;
using HackLab.Kernel.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Recommendations;
using Microsoft.CodeAnalysis.Text;

namespace HackLab.Kernel.Completion;

/// <summary>
/// The symbols that fit a position, by the Recommender of Roslyn's Workspaces. Nothing else in the kernel names that library,
/// so it is loaded with the first completion and never by running cells.
/// </summary>
/// <remarks>
/// The workspace holds one document and no references: it gives the Recommender the syntax services it needs. What the names
/// mean comes from a model of our own chain of cells, through the overload that takes one. A workspace with a project for
/// each cell, as the overload for documents would need, binds every reference anew for every cell of the session.
/// </remarks>
internal sealed class Recommendations : IDisposable
{
    private static readonly Lazy<MefHostServices> Host = new(() => MefHostServices.Create(
        [typeof(Workspace).Assembly, Assembly.Load(new AssemblyName("Microsoft.CodeAnalysis.CSharp.Workspaces"))]));

    private readonly AdhocWorkspace _workspace;

    /// <summary>Opens a text.</summary>
    /// <param name="code">C#.</param>
    /// <param name="kind">Script for cells, regular for their library parts.</param>
    /// <param name="cancellation">Stops it.</param>
    public Recommendations(string code, SourceCodeKind kind, CancellationToken cancellation)
    {
        _workspace = new AdhocWorkspace(Host.Value);
        ProjectId project = ProjectId.CreateNewId();
        DocumentId document = DocumentId.CreateNewId(project);
        var loader = TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default));
        _workspace.AddProject(ProjectInfo.Create(
            project, VersionStamp.Default, "cell", "cell", LanguageNames.CSharp, parseOptions: SubmissionCompiler.ParseOptions.WithKind(kind),
            documents: [DocumentInfo.Create(document, "cell", sourceCodeKind: kind, loader: loader)]));
        Tree = _workspace.CurrentSolution.GetDocument(document)!.GetSyntaxTreeAsync(cancellation).GetAwaiter().GetResult()!;
    }

    /// <summary>The text's tree, of which the model must be.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The symbols that can stand at a position.</summary>
    public IReadOnlyList<ISymbol> At(SemanticModel model, int offset, CancellationToken cancellation)
    {
#pragma warning disable CS0618 // The overload that is not obsolete cannot be given a model: see the remarks.
        return [.. Recommender.GetRecommendedSymbolsAtPosition(model, offset, _workspace, options: null, cancellation)];
#pragma warning restore CS0618
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();
}
