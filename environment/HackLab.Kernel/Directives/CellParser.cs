using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using HackLab.Kernel.Compilation;

namespace HackLab.Kernel.Directives;

/// <summary>
/// Parts a cell into code and directives. A directive stands at column 0: <c>#r</c>, <c>#i</c>, <c>#load</c> or <c>#!name</c>;
/// within a string or a comment of several lines it is none.
/// </summary>
internal static class CellParser
{
    /// <summary>The parts in order.</summary>
    /// <param name="code">The cell as typed.</param>
    /// <param name="language">The cell's own language.</param>
    /// <param name="isLanguage">Whether a name after #! is that of a language, whose text then follows.</param>
    public static IReadOnlyList<CellPart> Parse(string code, string language, Func<string, bool> isLanguage)
    {
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        if (!lines.Any(line => line.StartsWith('#'))) return [new CellPart(language, string.Join('\n', lines), 1)];
        var parts = new List<CellPart>();
        string current = language, arguments = "";
        int first = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!IsDirective(lines[i]) || (current == "csharp" && IsInsideToken(lines, first, i))) continue;
            (string name, string rest) = Name(lines[i]);
            bool switches = lines[i].StartsWith("#!", StringComparison.Ordinal) && isLanguage(name);
            if (!switches && IsContent(lines[i], current)) continue;
            // A directive between a language's line and its text leaves the arguments to the text.
            if (Add(parts, current, arguments, lines, first, i, evenEmpty: switches)) arguments = "";
            first = i + 1;
            if (switches) (current, arguments) = (name is "c#" or "C#" ? "csharp" : name, rest);
            else parts.Add(new CellPart(null, lines[i].TrimEnd(), i + 1));
        }
        Add(parts, current, arguments, lines, first, lines.Length, evenEmpty: true);
        return parts;
    }

    /// <summary>In other languages #r is text; the content of a #!value is all text until another language starts.</summary>
    private static bool IsContent(string line, string language) =>
        language == "value" || (language != "csharp" && !line.StartsWith("#!", StringComparison.Ordinal));

    /// <summary>A directive line's name (without # or #!) and what follows it.</summary>
    public static (string Name, string Arguments) Name(string line)
    {
        string text = line.TrimStart('#', '!').Trim();
        int end = text.IndexOfAny([' ', '\t', '"']);
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim());
    }

    /// <summary>Whether a line has the form of a directive of ours; #if, #region, #pragma … are C#'s.</summary>
    public static bool IsDirective(string line)
    {
        if (line.StartsWith("#!", StringComparison.Ordinal)) return line.Length > 2 && char.IsLetter(line[2]);
        return line.StartsWith("#r ", StringComparison.Ordinal) || line.StartsWith("#r\"", StringComparison.Ordinal)
            || line.StartsWith("#i ", StringComparison.Ordinal) || line.StartsWith("#i\"", StringComparison.Ordinal)
            || line.StartsWith("#load ", StringComparison.Ordinal) || line.StartsWith("#load\"", StringComparison.Ordinal);
    }

    /// <summary>Adds a stretch of code; an empty one only if it has arguments, which may say all (#!value --from-file).</summary>
    private static bool Add(List<CellPart> parts, string language, string arguments, string[] lines, int first, int end, bool evenEmpty)
    {
        bool empty = true;
        for (int i = first; i < end && empty; i++) empty = string.IsNullOrWhiteSpace(lines[i]);
        if (empty && !(evenEmpty && arguments.Length > 0 && language != "csharp")) return false;
        var text = new StringBuilder();
        if (language == "csharp") text.Append('\n', first);
        text.AppendJoin('\n', lines[first..end]);
        parts.Add(new CellPart(language, text.ToString(), first + 1, arguments));
        return true;
    }

    /// <summary>Whether the start of a line lies within a string or comment that began on an earlier line.</summary>
    private static bool IsInsideToken(string[] lines, int first, int line)
    {
        if (line == first) return false;
        string before = string.Join('\n', lines[first..line]) + "\n";
        if (!before.Contains("\"\"\"", StringComparison.Ordinal) && !before.Contains("@\"", StringComparison.Ordinal)
            && !before.Contains("/*", StringComparison.Ordinal)) return false;
        string code = before + string.Join('\n', lines[line..]);
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, SubmissionCompiler.ParseOptions).GetRoot();
        SyntaxToken token = root.FindToken(before.Length, findInsideTrivia: false);
        if (token.SpanStart < before.Length && token.Span.End > before.Length) return true;
        SyntaxTrivia trivia = root.FindTrivia(before.Length);
        return trivia.SpanStart < before.Length
            && (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia));
    }
}
