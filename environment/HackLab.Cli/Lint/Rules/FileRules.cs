using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint.Rules;

/// <summary>How a lesson is stored: nbformat 4.5, laid out as Jupyter does, without traces of a run, so that changes read well in git.</summary>
internal static partial class FileRules
{
    private const string SaveAgain = "Save it in Jupyter, which writes nbformat 4.5";

    private static readonly string[] MarkdownFields = ["attachments", "cell_type", "id", "metadata", "source"];
    private static readonly string[] CodeFields = ["cell_type", "execution_count", "id", "metadata", "outputs", "source"];

    public static IEnumerable<LintRule> All =>
    [
        new("is_nbformat_4_5", IsFormat45) { Editions = Editions.All },
        new("is_indented_by_one_space", IsIndentedByOne) { Editions = Editions.All },
        new("has_unique_readable_cell_ids", HasUniqueIds) { Editions = Editions.All },
        new("stores_no_results", StoresNoResults) { Editions = Editions.All },
        new("gives_a_reason_for_each_skipped_cell", GivesReasons) { Editions = Editions.All },
    ];

    private static IEnumerable<Complaint> IsFormat45(Lesson lesson)
    {
        if ((int?)lesson.Root["nbformat"] != 4 || (int?)lesson.Root["nbformat_minor"] != 5)
            yield return new("nbformat is not 4.5", SaveAgain + ".");
        foreach (string field in lesson.Root.Select(field => field.Key)
            .Except(["cells", "metadata", "nbformat", "nbformat_minor"]))
            yield return new($"there is an unknown field '{field}' at the top", "Remove it.");
        foreach (LessonCell cell in lesson.Cells)
        {
            string[] allowed = cell.IsCode ? CodeFields : MarkdownFields;
            foreach (string field in cell.Json.Select(field => field.Key).Except(allowed))
                yield return new($"unknown field '{field}'", "Remove it.", cell);
            foreach (string field in allowed.Except(["attachments"]).Where(field => !cell.Json.ContainsKey(field)))
                yield return new($"no field '{field}'", SaveAgain + ".", cell);
            if (cell.Json["metadata"] is not JsonObject) yield return new("its metadata is not an object", SaveAgain + ".", cell);
            if (cell.Json["source"] is not JsonArray lines)
                yield return new("its source is not a list of lines", SaveAgain + ".", cell);
            else if (lines.SkipLast(1).Any(line => !((string)line!).EndsWith('\n')))
                yield return new("a line of its source lacks its newline", SaveAgain + ".", cell);
        }
    }

    private static IEnumerable<Complaint> IsIndentedByOne(Lesson lesson)
    {
        const string Advice = "Save it in Jupyter: one space for each level, lines that end in \\n, one at the end.";
        if (!lesson.FileText.EndsWith("}\n", StringComparison.Ordinal))
            yield return new("the file does not end with one newline", Advice);
        if (lesson.FileText.Contains('\r')) yield return new("the file has carriage returns", Advice);
        string[] lines = lesson.FileText.TrimEnd('\n').Split('\n');
        int depth = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            string content = lines[i].TrimStart(' ');
            if (content is ['}' or ']', ..]) depth--;   // a line never begins with one inside a string: those begin with a quote
            if (lines[i].Length - content.Length != depth)
            {
                // One is enough: after it most lines are wrong.
                yield return new($"line {i + 1} of the file is indented by {lines[i].Length - content.Length}, not {depth}",
                    Advice);
                yield break;
            }
            if (content is [.., '{' or '[']) depth++;
        }
    }

    private static IEnumerable<Complaint> HasUniqueIds(Lesson lesson)
    {
        foreach (LessonCell cell in lesson.Cells)
        {
            // A word that says what the cell is for survives editing; Jupyter's random ids change with every copy.
            if (!ReadableId().IsMatch(cell.Id) || RandomId().IsMatch(cell.Id))
                yield return new($"its id '{cell.Id}' is not a word",
                    "Give it one such as 'train' or 'ex1-try': small letters, digits, hyphens.", cell);
        }
        foreach (IGrouping<string, LessonCell> same in lesson.Cells.GroupBy(cell => cell.Id).Where(same => same.Count() > 1))
            yield return new($"{same.Count()} cells have the id '{same.Key}'", "Rename all but one.", same.Last());
    }

    private static IEnumerable<Complaint> StoresNoResults(Lesson lesson)
    {
        foreach (LessonCell cell in lesson.Code)
        {
            if (cell.Outputs.Count > 0) yield return new("it has stored outputs", "Clear all outputs before saving.", cell);
            if (cell.ExecutionCount is not null)
                yield return new("it has a stored number", "Clear all outputs before saving.", cell);
        }
    }

    private static IEnumerable<Complaint> GivesReasons(Lesson lesson) =>
        from cell in lesson.Code
        where cell.Tags.Any(tag => tag.TrimEnd(' ', ':') == Notebooks.CellTags.Skip)
        select new Complaint("it is skipped without a reason", "Make the tag say why: 'skip-execution: needs a camera'.", cell);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$")]
    private static partial Regex ReadableId();

    [GeneratedRegex("^(?=.*[0-9])[0-9a-f]{8}(-|$)")]
    private static partial Regex RandomId();
}
