using System.Text;
using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Release;

/// <summary>The student edition for those who want the code alone: of the texts only headings and exercises are left.</summary>
internal static class CodeEdition
{
    public static Notebook Make(AuthoredLesson lesson)
    {
        Notebook notebook = StudentEdition.Open(lesson);
        foreach (NotebookCell cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).ToList())
        {
            string left = Skeleton(cell.Source);
            if (left.Length == 0) notebook.Remove(cell);
            else cell.Source = left;
        }
        return notebook;
    }

    /// <summary>Headings; and what stands under the heading of an exercise, up to its hints.</summary>
    internal static string Skeleton(string markdown)
    {
        var left = new StringBuilder();
        bool exercise = false, fenced = false;
        foreach (string line in markdown.Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) fenced = !fenced;
            bool heading = !fenced && line.StartsWith('#');
            if (heading) exercise = line.Contains("Exercise", StringComparison.OrdinalIgnoreCase);
            else if (line.StartsWith("<details", StringComparison.Ordinal) || line.Trim() == "---") exercise = false;
            if (!heading && !exercise) continue;
            if (heading && left.Length > 0) left.Append('\n');
            left.Append(line).Append('\n');
        }
        return left.ToString().Trim();
    }
}
