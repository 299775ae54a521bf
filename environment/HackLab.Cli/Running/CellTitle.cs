using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Running;

/// <summary>Says in a few words what a code cell does, for whoever watches the run.</summary>
internal static class CellTitle
{
    private const int MaximumLength = 70;

    /// <summary>The last heading since the code cell before it; else its first line that is not a directive or a using.</summary>
    public static string Of(Notebook notebook, int index)
    {
        for (int above = index - 1; above >= 0 && notebook.Cells[above].Kind != CellKind.Code; above--)
        {
            if (notebook.Cells[above].Kind != CellKind.Markdown) continue;
            string? heading = Headings.In(notebook.Cells[above].Source).Select(heading => heading.Text).LastOrDefault();
            if (heading is not null) return Short(heading);
        }
        string[] lines = [.. notebook.Cells[index].Source.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        string first = lines.FirstOrDefault(Tells) ?? lines.FirstOrDefault() ?? "(empty)";
        return Short(first.TrimStart('/').Trim() is { Length: > 0 } words ? words : first);
    }

    private static bool Tells(string line) => !line.StartsWith('#') && !line.StartsWith("using ", StringComparison.Ordinal) && line is not ("{" or "}");

    private static string Short(string text) => text.Length <= MaximumLength ? text : text[..(MaximumLength - 1)] + "…";
}
