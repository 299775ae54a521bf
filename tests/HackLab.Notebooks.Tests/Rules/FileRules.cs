using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>How a lesson is stored: nbformat 4.5, laid out as Jupyter does, without traces of a run, so that changes read well in git.</summary>
internal static partial class FileRules
{
    private static readonly string[] MarkdownFields = ["attachments", "cell_type", "id", "metadata", "source"];
    private static readonly string[] CodeFields = ["cell_type", "execution_count", "id", "metadata", "outputs", "source"];

    public static IEnumerable<LessonRule> All =>
    [
        new("is_nbformat_4_5", IsFormat45),
        new("is_indented_by_one_space", IsIndentedByOne),
        new("has_unique_readable_cell_ids", HasUniqueIds),
        new("stores_no_results", StoresNoResults),
    ];

    private static IEnumerable<string> IsFormat45(Lesson lesson)
    {
        if ((int?)lesson.Root["nbformat"] != 4 || (int?)lesson.Root["nbformat_minor"] != 5) yield return "nbformat is not 4.5";
        foreach (string field in lesson.Root.Select(field => field.Key).Except(["cells", "metadata", "nbformat", "nbformat_minor"]))
            yield return $"there is an unknown field '{field}' at the top";
        foreach (LessonCell cell in lesson.Cells)
        {
            string[] allowed = cell.IsCode ? CodeFields : MarkdownFields;
            foreach (string field in cell.Json.Select(field => field.Key).Except(allowed)) yield return $"cell {cell.Id}: unknown field '{field}'";
            foreach (string field in allowed.Except(["attachments"]).Where(field => !cell.Json.ContainsKey(field)))
                yield return $"cell {cell.Id}: no field '{field}'";
            if (cell.Json["metadata"] is not JsonObject) yield return $"cell {cell.Id}: its metadata is not an object";
            if (cell.Json["source"] is not JsonArray lines) yield return $"cell {cell.Id}: its source is not a list of lines";
            else if (lines.SkipLast(1).Any(line => !((string)line!).EndsWith('\n'))) yield return $"cell {cell.Id}: a line of its source lacks its newline";
        }
    }

    private static IEnumerable<string> IsIndentedByOne(Lesson lesson)
    {
        if (!lesson.FileText.EndsWith("}\n", StringComparison.Ordinal)) yield return "the file does not end with one newline";
        if (lesson.FileText.Contains('\r')) yield return "the file has carriage returns";
        string[] lines = lesson.FileText.TrimEnd('\n').Split('\n');
        int depth = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            string content = lines[i].TrimStart(' ');
            if (content is ['}' or ']', ..]) depth--;   // a line never begins with one inside a string: those begin with a quote
            if (lines[i].Length - content.Length != depth) yield return $"line {i + 1} is indented by {lines[i].Length - content.Length}, not {depth}";
            if (content is [.., '{' or '[']) depth++;
        }
    }

    private static IEnumerable<string> HasUniqueIds(Lesson lesson)
    {
        foreach (LessonCell cell in lesson.Cells)
        {
            // A word that says what the cell is for survives editing; Jupyter's random ids change with every copy.
            if (!ReadableId().IsMatch(cell.Id) || RandomId().IsMatch(cell.Id)) yield return $"cell id '{cell.Id}' is not a word such as 'train' or 'ex1-try'";
        }
        foreach (IGrouping<string, LessonCell> same in lesson.Cells.GroupBy(cell => cell.Id).Where(same => same.Count() > 1))
            yield return $"{same.Count()} cells have the id '{same.Key}'";
    }

    private static IEnumerable<string> StoresNoResults(Lesson lesson)
    {
        foreach (LessonCell cell in lesson.Code)
        {
            if (cell.Outputs.Count > 0) yield return $"cell {cell.Id} has stored outputs";
            if (cell.ExecutionCount is not null) yield return $"cell {cell.Id} has a stored number";
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$")]
    private static partial Regex ReadableId();

    [GeneratedRegex("^(?=.*[0-9])[0-9a-f]{8}(-|$)")]
    private static partial Regex RandomId();
}
