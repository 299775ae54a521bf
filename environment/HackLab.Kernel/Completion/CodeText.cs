using HackLab.Kernel.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HackLab.Kernel.Completion;

/// <summary>Which places of C# are text, where nothing is to be completed: strings, characters, comments.</summary>
internal static class CodeText
{
    /// <summary>Whether a position of a script lies in text.</summary>
    public static bool Contains(string code, int offset) =>
        Contains(CSharpSyntaxTree.ParseText(code, SubmissionCompiler.ParseOptions).GetRoot(), offset);

    /// <summary>Whether a position lies in text.</summary>
    public static bool Contains(SyntaxNode root, int offset)
    {
        if (offset == 0) return false;
        SyntaxTrivia trivia = root.FindTrivia(offset - 1);
        if (trivia.RawKind != 0 && IsComment(trivia, offset)) return true;
        SyntaxToken left = root.FindToken(offset - 1);
        if (left.SpanStart < offset && offset <= left.Span.End)
        {
            if (IsStringPart(left)) return true;
            if (IsString(left) && (offset < left.Span.End || left.ContainsDiagnostics)) return true;
        }
        // Directly behind an interpolation text goes on.
        SyntaxToken right = root.FindToken(offset);
        return right.IsKind(SyntaxKind.InterpolatedStringTextToken) && right.SpanStart <= offset && offset < right.Span.End
            && !left.IsKind(SyntaxKind.OpenBraceToken);
    }

    private static bool IsComment(SyntaxTrivia trivia, int offset) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia =>
            offset <= trivia.FullSpan.End && !trivia.ToFullString().AsSpan(0, offset - trivia.FullSpan.Start).EndsWith("\n"),
        SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia =>
            offset < trivia.FullSpan.End || !trivia.ToFullString().EndsWith("*/", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsString(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private static bool IsStringPart(SyntaxToken token) => token.Kind() is SyntaxKind.InterpolatedStringTextToken
        or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
        or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken;
}
