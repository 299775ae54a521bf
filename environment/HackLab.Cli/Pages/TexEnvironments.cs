using System.Text;
using System.Text.RegularExpressions;

namespace HackLab.Cli.Pages;

/// <summary>
/// Puts dollar signs around TeX environments that stand alone, such as \begin{align}: Jupyter renders them as they are, but
/// Markdig knows formulas by their dollar signs only.
/// </summary>
internal static partial class TexEnvironments
{
    [GeneratedRegex(@"^\\begin\{(equation|align|gather|multline|eqnarray|alignat)(\*?)\}")]
    private static partial Regex Begin();

    public static string Wrap(string markdown)
    {
        if (!markdown.Contains("\\begin{", StringComparison.Ordinal)) return markdown;
        var wrapped = new StringBuilder();
        string? fence = null, end = null;   // what closes the code or formula we are in
        foreach (string line in markdown.Split('\n'))
        {
            string text = line.Trim();
            if (fence is not null)
            {
                if (text.EndsWith(fence, StringComparison.Ordinal)) fence = null;
            }
            else if (end is null && Begin().Match(text) is { Success: true } begin)
            {
                end = $"\\end{{{begin.Groups[1].Value}{begin.Groups[2].Value}}}";
                wrapped.Append("\n$$\n");
            }
            else if (end is null)
            {
                fence = text.StartsWith("```", StringComparison.Ordinal) ? "```"
                    : text.StartsWith("~~~", StringComparison.Ordinal) ? "~~~"
                    : text.StartsWith("$$", StringComparison.Ordinal) && (text.Length == 2 || !text.EndsWith("$$", StringComparison.Ordinal)) ? "$$" : null;
            }
            wrapped.Append(line).Append('\n');
            if (end is null || !text.EndsWith(end, StringComparison.Ordinal)) continue;
            wrapped.Append("$$\n\n");
            end = null;
        }
        return end is null ? wrapped.ToString() : markdown;   // never closed: leave the text as it was written
    }
}
