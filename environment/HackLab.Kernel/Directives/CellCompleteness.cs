using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using HackLab.Kernel.Compilation;

namespace HackLab.Kernel.Directives;

/// <summary>Whether a text is a complete cell, asked by consoles before they send it.</summary>
internal static class CellCompleteness
{
    // After these C# goes on; after any other name the text is in a language of that name.
    private static readonly HashSet<string> OneLine = ["time", "import", "set", "share", "who", "whos", "lsmagic", "about"];

    /// <summary>Looks at the last piece of C# only: directives and other languages are complete as they are.</summary>
    public static Completeness Of(string code)
    {
        CellPart? last = CellParser.Parse(code, "csharp", name => !OneLine.Contains(name)).LastOrDefault();
        if (last?.Language != "csharp") return Completeness.Complete;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(last.Text, SubmissionCompiler.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree)) return Completeness.Incomplete;
        // As when it runs: a namespace, which is no script, is compiled apart.
        (string? library, string? script) = LibraryCell.Split(last.Text);
        bool isWrong = HasErrors(library, SourceCodeKind.Regular) || HasErrors(script, SourceCodeKind.Script);
        return isWrong ? Completeness.Invalid : Completeness.Complete;
    }

    private static bool HasErrors(string? code, SourceCodeKind kind) => code is not null
        && CSharpSyntaxTree.ParseText(code, SubmissionCompiler.ParseOptions.WithKind(kind)).GetDiagnostics()
            .Any(d => d.Severity == DiagnosticSeverity.Error);
}
