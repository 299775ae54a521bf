using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HackLab.Cli.Pages;

/// <summary>Marks up C# source for reading, with the compiler's own lexer. What it cannot tell from tokens stays plain.</summary>
internal static class CSharpColouring
{
    // Words that are keywords only in places; a lexer sees names. These are hardly ever used as names.
    private static readonly HashSet<string> Contextual =
        ["var", "await", "async", "record", "yield", "when", "where", "with", "init", "required", "nameof", "dynamic", "and", "or", "not", "get", "set", "global"];

    private static readonly CSharpParseOptions Options =
        CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);

    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        var block = new StringBuilder();

        // Directives (#r, #!time …) are the notebook's, not C#'s: the lexer must not see them.
        foreach (string line in code.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith('#') && !IsPreprocessor(line))
            {
                Colour(html, block.ToString());
                block.Clear();
                Span(html, "d", line);
                html.Append('\n');
            }
            else
            {
                block.Append(line).Append('\n');
            }
        }
        Colour(html, block.ToString());
        return html.ToString().TrimEnd('\n');
    }

    private static bool IsPreprocessor(string line) =>
        new[] { "#if", "#else", "#elif", "#endif", "#define", "#undef", "#region", "#endregion", "#pragma", "#nullable", "#warning", "#error" }
            .Any(word => line.StartsWith(word, StringComparison.Ordinal));

    private static void Colour(StringBuilder html, string code)
    {
        if (code.Length == 0) return;
        SyntaxToken[] tokens = [.. SyntaxFactory.ParseTokens(code, options: Options)];
        for (int i = 0; i < tokens.Length; i++)
        {
            foreach (SyntaxTrivia trivia in tokens[i].LeadingTrivia) Trivia(html, trivia);
            SyntaxToken? previous = i > 0 ? tokens[i - 1] : null, next = i + 1 < tokens.Length ? tokens[i + 1] : null;
            Span(html, ClassOf(tokens[i], previous, next), tokens[i].Text);
            foreach (SyntaxTrivia trivia in tokens[i].TrailingTrivia) Trivia(html, trivia);
        }
    }

    private static void Trivia(StringBuilder html, SyntaxTrivia trivia) => Span(html, trivia.Kind() switch
    {
        SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia => null,
        _ when trivia.IsDirective => "d",
        _ => "c",
    }, trivia.ToFullString());

    private static string? ClassOf(SyntaxToken token, SyntaxToken? previous, SyntaxToken? next)
    {
        switch (token.Kind())
        {
            case SyntaxKind.NumericLiteralToken:
                return "n";
            case SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken:
                return "s";
            case SyntaxKind.IdentifierToken:
                if (next?.IsKind(SyntaxKind.OpenParenToken) == true) return Contextual.Contains(token.Text) ? "k" : previous?.IsKind(SyntaxKind.NewKeyword) == true ? "t" : "m";
                if (Contextual.Contains(token.Text) && previous?.IsKind(SyntaxKind.DotToken) != true && next?.IsKind(SyntaxKind.EqualsToken) != true) return "k";
                return previous?.IsKind(SyntaxKind.NewKeyword) == true ? "t" : null;
            default:
                // The lexer alone gives an interpolated string as one token, whose kind is internal.
                return token.IsKeyword() ? "k" : token.Text.Contains('"') ? "s" : null;
        }
    }

    private static void Span(StringBuilder html, string? name, string text)
    {
        if (text.Length == 0) return;
        if (name is null) html.Append(WebUtility.HtmlEncode(text));
        else html.Append("<span class=\"").Append(name).Append("\">").Append(WebUtility.HtmlEncode(text)).Append("</span>");
    }
}
