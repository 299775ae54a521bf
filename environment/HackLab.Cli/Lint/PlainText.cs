using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint;

/// <summary>What is left of markdown for whoever only counts or looks up words.</summary>
internal static partial class PlainText
{
    /// <summary>Without code, formulas, pictures, addresses and HTML tags.</summary>
    public static string Of(string markdown)
    {
        string text = Code().Replace(markdown, " ");
        text = Formula().Replace(text, " ");
        text = Picture().Replace(text, " ");
        text = LinkText().Replace(text, "$1");
        return Address().Replace(Tag().Replace(text, " "), " ");
    }

    /// <summary>Without code, but with all else.</summary>
    public static string WithoutCode(string markdown) => Code().Replace(markdown, "code");

    /// <summary>Without what is folded away.</summary>
    public static string Unfolded(string markdown) => FoldOut().Replace(markdown, " ");

    /// <summary>Without tables.</summary>
    public static string WithoutTables(string markdown) => TableRow().Replace(markdown, " ");

    /// <summary>The rows of the tables in a text, each as its cells without emphasis.</summary>
    public static IReadOnlyList<string[]> TableRows(string markdown) =>
        [.. TableRow().Matches(Code().Replace(markdown, match => match.Value.Replace('|', ' ')))
            .Select(row => row.Value.Trim().Trim('|').Split('|').Select(cell => cell.Trim().Replace("**", "")).ToArray())
            .Where(cells => !cells.All(cell => cell.All(sign => sign is '-' or ':')))];

    /// <summary>Words: letters or digits, with what stands within them.</summary>
    public static int Words(string text) => Word().Count(text);

    [GeneratedRegex("```.*?```|~~~.*?~~~|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\$\$.*?\$\$|\$[^$\n]+\$", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"https?://\S+|\b[\w/-]+\.(?:ipynb|csv|tsv|gz|json|md|dll|txt|npy|npz|zip)\b")]
    private static partial Regex Address();

    [GeneratedRegex("</?[a-zA-Z][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<details\\b.*?</details>", RegexOptions.Singleline)]
    private static partial Regex FoldOut();

    [GeneratedRegex(@"^[ \t]*\|.*$", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.,-]*")]
    private static partial Regex Word();
}
