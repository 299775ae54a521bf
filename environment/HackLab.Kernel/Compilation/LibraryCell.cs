using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HackLab.Kernel.Compilation;

/// <summary>
/// What a script cannot hold, namespaces and classes with extension methods, is compiled as a small library before the rest
/// of the cell. It sees the usings of earlier cells and earlier libraries, but no variables and no types of cells.
/// </summary>
internal static class LibraryCell
{
    /// <summary>
    /// Parts a cell into its library and its script, each with the other's text blanked, so that lines and columns stay.
    /// The usings are in both. Null for a part that is empty.
    /// </summary>
    public static (string? Library, string? Script) Split(string code)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, SubmissionCompiler.ParseOptions).GetRoot();
        List<MemberDeclarationSyntax> library = [.. root.Members.Where(BelongsInLibrary)];
        if (library.Count == 0) return (null, code);
        List<MemberDeclarationSyntax> script = [.. root.Members.Except(library)];
        return (Blank(code, script), script.Count == 0 ? null : Blank(code, library));
    }

    /// <summary>The imports that every cell has, and those of earlier cells, as global usings.</summary>
    public static SyntaxTree Imports(CSharpCompilation? last, IEnumerable<string> defaults)
    {
        var text = new StringBuilder();
        foreach (string import in defaults)
        {
            bool isType = import == SubmissionCompiler.AmbientType;
            text.Append("global using ").Append(isType ? "static " : "").Append("global::").Append(import).AppendLine(";");
        }
        // The same import twice, in two cells, is only a warning.
        for (CSharpCompilation? piece = last; piece is not null; piece = piece.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            foreach (SyntaxTree tree in piece.SyntaxTrees)
            {
                foreach (UsingDirectiveSyntax directive in ((CompilationUnitSyntax)tree.GetRoot()).Usings.Where(u => u.Alias is null))
                    text.Append("global ").AppendLine(directive.WithoutTrivia().NormalizeWhitespace().ToFullString());
            }
        }
        return CSharpSyntaxTree.ParseText(
            SourceText.From(text.ToString(), Encoding.UTF8), SubmissionCompiler.ParseOptions.WithKind(SourceCodeKind.Regular));
    }

    /// <summary>
    /// Types without a word about who may use them are for later cells, which are other assemblies: they become public.
    /// </summary>
    public static SyntaxTree MakePublic(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        SyntaxNode changed = root.ReplaceNodes(
            root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>()
                .Where(member => (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) && !member.Modifiers.Any(IsAccess)),
            (_, member) => member.WithoutLeadingTrivia()
                .WithModifiers(member.WithoutLeadingTrivia().Modifiers.Insert(
                    0, SyntaxFactory.Token(SyntaxKind.PublicKeyword).WithTrailingTrivia(SyntaxFactory.Space)))
                .WithLeadingTrivia(member.GetLeadingTrivia()));
        return tree.WithRootAndOptions(changed, tree.Options);
    }

    private static bool IsAccess(SyntaxToken modifier) => modifier.IsKind(SyntaxKind.PublicKeyword)
        || modifier.IsKind(SyntaxKind.InternalKeyword) || modifier.IsKind(SyntaxKind.FileKeyword);

    /// <summary>In a class of a script extension methods are an error; at a script's top level they are allowed.</summary>
    private static bool BelongsInLibrary(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax => true,
        ClassDeclarationSyntax type => type.Members.Any(IsExtension),
        _ => false,
    };

    private static bool IsExtension(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.ParameterList.Parameters.Any(p => p.Modifiers.Any(SyntaxKind.ThisKeyword)),
        _ => member.IsKind(SyntaxKind.ExtensionBlockDeclaration),
    };

    private static string Blank(string code, IEnumerable<SyntaxNode> nodes)
    {
        char[] text = code.ToCharArray();
        foreach (SyntaxNode node in nodes)
        {
            for (int i = node.Span.Start; i < node.Span.End; i++)
            {
                if (text[i] is not ('\r' or '\n')) text[i] = ' ';
            }
        }
        return new string(text);
    }
}
