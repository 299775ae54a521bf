using System.Text.RegularExpressions;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>What lets a lesson run in our kernel and in .NET Interactive alike.</summary>
internal static partial class DialectRules
{
    private static readonly string[] NotPortable = ["#r \"nuget:", "#i \"nuget:", "#!set", "#!share", "using Microsoft.DotNet.Interactive"];

    public static IEnumerable<LessonRule> All =>
    [
        new("asks_for_the_net_csharp_kernel", AsksForKernel),
        new("names_the_language_of_every_code_cell_twice", NamesLanguages),
        new("has_no_raw_cells", HasNoRawCells),
        new("loads_the_library_in_its_first_code_cell_alone", LoadsFirst),
        new("uses_nothing_that_only_one_kernel_has", UsesOnlyTheDialect),
    ];

    private static IEnumerable<string> AsksForKernel(Lesson lesson)
    {
        var kernel = lesson.Root["metadata"]?["kernelspec"];
        if ((string?)kernel?["name"] != ".net-csharp") yield return "kernelspec.name is not .net-csharp";
        if ((string?)kernel?["language"] != "C#") yield return "kernelspec.language is not C#";
        if ((string?)kernel?["display_name"] != ".NET (C#)") yield return "kernelspec.display_name is not .NET (C#)";
        if ((string?)lesson.Root["metadata"]?["polyglot_notebook"]?["kernelInfo"]?["defaultKernelName"] != "csharp")
            yield return "polyglot_notebook.kernelInfo.defaultKernelName is not csharp";
    }

    private static IEnumerable<string> NamesLanguages(Lesson lesson)
    {
        foreach (LessonCell cell in lesson.Code)
        {
            var metadata = cell.Json["metadata"];
            string? kernel = (string?)metadata?["polyglot_notebook"]?["kernelName"], language = (string?)metadata?["dotnet_interactive"]?["language"];
            if (kernel is null) yield return $"cell {cell.Id} lacks polyglot_notebook.kernelName";
            if (language is null) yield return $"cell {cell.Id} lacks dotnet_interactive.language";
            if (kernel != language) yield return $"cell {cell.Id} says '{kernel}' in one place and '{language}' in the other";
        }
    }

    private static IEnumerable<string> HasNoRawCells(Lesson lesson) =>
        lesson.Cells.Where(cell => !cell.IsCode && !cell.IsMarkdown).Select(cell => $"cell {cell.Id} is {cell.Kind}");

    private static IEnumerable<string> LoadsFirst(Lesson lesson)
    {
        if (lesson.Code.FirstOrDefault() is not { } first)
        {
            yield return "there is no code cell";
            yield break;
        }
        string library = Path.GetRelativePath(lesson.Folder, Path.Combine(HackLabRepository.LabFolder, "HackLab.dll")).Replace('\\', '/');
        string load = $"#r \"{library}\"";
        if (first.Lines[0] != load) yield return $"the first code cell begins with {first.Lines[0]}, not with {load}";
        foreach (string line in first.Lines.Skip(1).Where(line => !UsingLine().IsMatch(line)))
            yield return $"the first code cell has more than using lines: {line}";
        foreach (LessonCell later in lesson.Code.Skip(1).Where(cell => cell.Lines.Any(line => line.StartsWith("#r", StringComparison.Ordinal))))
            yield return $"cell {later.Id} loads a library; only the first code cell may";
    }

    private static IEnumerable<string> UsesOnlyTheDialect(Lesson lesson) =>
        from cell in lesson.Code
        from line in cell.Lines
        from word in NotPortable
        where line.TrimStart().StartsWith(word, StringComparison.Ordinal)
        select $"cell {cell.Id}: {line}";

    [GeneratedRegex(@"^using (static )?[A-Za-z_][\w.]*;$")]
    private static partial Regex UsingLine();
}
