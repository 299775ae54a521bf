using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HackLab.Kernel.Compilation;

/// <summary>
/// At the start of a statement a script takes <c>point with { X = 1 }</c> for a property called "with" of type "point". In
/// parentheses it is what it looks like.
/// </summary>
internal static class WithExpressions
{
    /// <summary>The code with such expressions in parentheses; null if there are none.</summary>
    public static string? InParentheses(string code, SyntaxTree tree)
    {
        PropertyDeclarationSyntax[] mistaken =
        [
            .. tree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>()
                .Where(p => p.Identifier.ValueText == "with" && p.Modifiers.Count == 0 && p.Parent is CompilationUnitSyntax),
        ];
        if (mistaken.Length == 0) return null;
        foreach (PropertyDeclarationSyntax property in mistaken.OrderByDescending(p => p.SpanStart))
        {
            int end = ClosingBrace(code, property.Identifier.Span.End);
            if (end < 0) return null;
            code = code[..property.SpanStart] + "(" + code[property.SpanStart..end] + ")" + code[end..];
        }
        return code;
    }

    /// <summary>The position after the brace that closes the first one opened from here on; -1 if none does.</summary>
    private static int ClosingBrace(string code, int from)
    {
        int depth = 0;
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(code, offset: from, initialTokenPosition: from))
        {
            if (token.IsKind(SyntaxKind.OpenBraceToken)) depth++;
            else if (token.IsKind(SyntaxKind.CloseBraceToken) && --depth == 0) return token.Span.End;
        }
        return -1;
    }
}
