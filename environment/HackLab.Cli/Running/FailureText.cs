using System.Text;

namespace HackLab.Cli.Running;

/// <summary>Says what failed: notebook, cell, source line with a caret, and the error in the words the notebook shows.</summary>
internal static class FailureText
{
    public static string Of(NotebookOutcome notebook)
    {
        if (notebook.Problem is { } problem) return $"{notebook.Name}: {problem}";
        if (notebook.Failure is not { } cell) return "";
        var text = new StringBuilder($"{notebook.Name}, cell {cell.Number} of {notebook.CellCount} ({cell.Title})");
        if (cell.Error?.Line is { } line) text.Append($", line {line}");
        if (cell.Reason is { } reason) text.Append($": {reason}");
        text.AppendLine();
        if (cell.SourceLine is { } source)
        {
            // Tabs become one blank, or the caret would not stand below its place.
            text.Append("    ").AppendLine(source.Replace('\t', ' '));
            if (cell.Error?.Column is { } column && column >= 1) text.Append(' ', 4 + column - 1).AppendLine("^");
        }
        if (cell.Error is { } error) text.AppendLine($"    {error.Name}: {error.Message.ReplaceLineEndings("\n    ")}");
        return text.ToString().TrimEnd();
    }
}
