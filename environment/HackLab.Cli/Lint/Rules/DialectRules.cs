using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint.Rules;

/// <summary>What lets a lesson run in our kernel and in .NET Interactive alike, and what opens it.</summary>
internal static partial class DialectRules
{
    private static readonly string[] NotPortable = ["#r \"nuget:", "#i \"nuget:", "#!set", "#!share",
        "using Microsoft.DotNet.Interactive"];

    public static IEnumerable<LintRule> All =>
    [
        new("asks_for_the_net_csharp_kernel", AsksForKernel) { Editions = Editions.All },
        new("names_the_language_of_every_code_cell_twice", NamesLanguages) { Editions = Editions.All },
        new("has_no_raw_cells", HasNoRawCells) { Editions = Editions.All },
        new("loads_the_library_in_its_first_code_cell_alone", LoadsFirst) { Editions = Editions.All },
        new("opens_itself_by_name", OpensItself) { Editions = Editions.All },
        new("uses_nothing_that_only_one_kernel_has", UsesOnlyTheDialect) { Editions = Editions.All },
    ];

    private static IEnumerable<Complaint> AsksForKernel(Lesson lesson)
    {
        JsonNode? metadata = lesson.Root["metadata"], kernel = metadata?["kernelspec"];
        (string Field, string? Value, string Expected)[] fields =
        [
            ("kernelspec.name", (string?)kernel?["name"], ".net-csharp"),
            ("kernelspec.language", (string?)kernel?["language"], "C#"),
            ("kernelspec.display_name", (string?)kernel?["display_name"], ".NET (C#)"),
            ("polyglot_notebook.kernelInfo.defaultKernelName",
                (string?)metadata?["polyglot_notebook"]?["kernelInfo"]?["defaultKernelName"], "csharp"),
        ];
        return fields.Where(field => field.Value != field.Expected).Select(field => new Complaint(
            $"the metadata's {field.Field} is {field.Value ?? "missing"}",
            $"Set it to {field.Expected}, as in higgs/1-beginner."));
    }

    private static IEnumerable<Complaint> NamesLanguages(Lesson lesson)
    {
        const string Advice = "Write the language into both polyglot_notebook.kernelName and dotnet_interactive.language.";
        foreach (LessonCell cell in lesson.Code)
        {
            JsonNode? metadata = cell.Json["metadata"];
            string? kernel = (string?)metadata?["polyglot_notebook"]?["kernelName"],
                language = (string?)metadata?["dotnet_interactive"]?["language"];
            if (kernel is null) yield return new("it lacks polyglot_notebook.kernelName", Advice, cell);
            if (language is null) yield return new("it lacks dotnet_interactive.language", Advice, cell);
            if (kernel != language)
                yield return new($"it says '{kernel}' in one place and '{language}' in the other", Advice, cell);
        }
    }

    private static IEnumerable<Complaint> HasNoRawCells(Lesson lesson) =>
        lesson.Cells.Where(cell => !cell.IsCode && !cell.IsMarkdown)
            .Select(cell => new Complaint($"it is of kind {cell.Kind}",
                "Make it markdown or code: .NET Interactive runs raw cells as code.", cell));

    private static IEnumerable<Complaint> LoadsFirst(Lesson lesson)
    {
        string library = Path.GetRelativePath(lesson.Folder, Path.Combine(lesson.Course.LabFolder, "HackLab.dll"))
            .Replace('\\', '/');
        string load = $"#r \"{library}\"";
        if (lesson.Code.FirstOrDefault() is not { } first)
        {
            yield return new("there is no code cell", $"Begin with one that says {load}.");
            yield break;
        }
        if (first.Lines[0] != load)
            yield return new($"the first code cell begins with {first.Lines[0]}", $"Begin it with {load}.", first);
        foreach (string line in first.Lines.Skip(1).Where(line => !UsingLine().IsMatch(line)))
            yield return new($"the first code cell has more than using lines: {line}", "Move it to a later cell.", first);
        foreach (LessonCell later in lesson.Code.Skip(1)
            .Where(cell => cell.Lines.Any(line => line.StartsWith("#r", StringComparison.Ordinal))))
            yield return new("it loads a library", "Only the first code cell may: move the line there, or do without.", later);
    }

    private static IEnumerable<Complaint> OpensItself(Lesson lesson)
    {
        LessonCell? second = lesson.Code.Skip(1).FirstOrDefault();
        string[] opened = [.. lesson.Code.SelectMany(cell => Opening().Matches(cell.Source))
            .Select(match => match.Groups[1].Value)];
        string open = $"Open(\"{lesson.Name}\")";
        if (second is null || !Opening().IsMatch(second.Source))
            yield return new("the second code cell does not open the lesson", $"Make it {open}.", second);
        foreach (string other in opened.Where(name => name != lesson.Name))
            yield return new($"it opens {other}", $"Write {open}, this lesson's own name.", second);
    }

    private static IEnumerable<Complaint> UsesOnlyTheDialect(Lesson lesson) =>
        from cell in lesson.Code
        from line in cell.Lines
        from word in NotPortable
        where line.TrimStart().StartsWith(word, StringComparison.Ordinal)
        select new Complaint($"not every kernel knows: {line}",
            "Do without: HackLab's library has to be enough, and values stay in one language.", cell);

    [GeneratedRegex(@"^using (static )?[A-Za-z_][\w.]*;$")]
    private static partial Regex UsingLine();

    [GeneratedRegex("^(?:Lab\\.)?Open\\(\"([^\"]*)\"\\)", RegexOptions.Multiline)]
    private static partial Regex Opening();
}
