namespace HackLab.Cli.Lint.Executed;

/// <summary>A lesson runs from top to bottom, quietly, and twice with the same numbers.</summary>
internal static class OutcomeRules
{
    public static IEnumerable<RunRule> All =>
    [
        new("runs_every_code_cell_without_an_error", (first, _) => RunsAll(first)),
        new("writes_nothing_to_standard_error", (first, _) => IsQuiet(first)),
        new("gives_the_same_outputs_twice", IsStable),
    ];

    private static IEnumerable<Complaint> RunsAll(ExecutedLesson run)
    {
        if (run.Problem is { } problem) yield return new(problem, "Nothing of it could be run.");
        foreach (ExecutedCell cell in run.Cells.Where(cell => !cell.Ran))
        {
            LessonCell? place = run.Notebook?.Cells.FirstOrDefault(one => one.Id == cell.Id);
            if (cell.Status == "skipped")
            {
                if (place?.Tags.Any(tag => tag == Notebooks.CellTags.Skip) == true)
                    yield return new("it is skipped without a reason",
                        "Make the tag say why: 'skip-execution: needs a camera'.", place);
            }
            else if (cell.Status == "empty")
            {
                yield return new("it is empty", "Fill it, or remove it.", place);
            }
            else if (cell.Status != "not-run")
            {
                string why = (cell.Error ?? cell.Reason ?? "").Split('\n')[0].TrimEnd('.');
                int left = run.Cells.Count(other => other.Status == "not-run");
                yield return new($"it {cell.Status}: {why}" + (left > 0 ? $"; {left} code cells below were not reached" : ""),
                    "Mend it: Run All must not fail, with every blank empty.", place);
            }
        }
    }

    private static IEnumerable<Complaint> IsQuiet(ExecutedLesson run) =>
        from cell in run.Notebook?.Code ?? []
        let said = string.Concat(cell.Outputs.Where(output => output.Stream == "stderr").Select(output => output.Text)).Trim()
        where said.Length > 0
        select new Complaint($"it writes to standard error: {(said.Length <= 120 ? said : said[..120] + "…")}",
            "Mend what warns, or print to standard output.", cell);

    private static IEnumerable<Complaint> IsStable(ExecutedLesson first, ExecutedLesson second)
    {
        foreach ((LessonCell one, LessonCell other) in (first.Notebook?.Code ?? []).Zip(second.Notebook?.Code ?? []))
        {
            if (one.Source.Contains("Open(", StringComparison.Ordinal)) continue;   // the card tells of the machine as it is
            string[] shown = Shown(one), again = Shown(other);
            int differs = shown.Zip(again).TakeWhile(pair => pair.First == pair.Second).Count();
            if (differs == shown.Length && differs == again.Length) continue;
            yield return new(
                $"two runs differ: '{Around(shown, again, differs)}' and '{Around(again, shown, differs)}'",
                "Give everything random a seed, and print no times.", one);
        }
    }

    /// <summary>What a cell shows, without times: those differ, and nobody learns from them.</summary>
    private static string[] Shown(LessonCell cell) =>
        [.. cell.Outputs.SelectMany(output => output.Data.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key} {entry.Value}")
            .Append($"{output.Stream} {output.Text}")).Select(Times.Hide)];

    private static string Around(string[] texts, string[] others, int place)
    {
        if (place >= texts.Length) return "(nothing)";
        string other = place < others.Length ? others[place] : "";
        int from = texts[place].Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return texts[place][Math.Max(0, from - 20)..Math.Min(texts[place].Length, from + 40)].ReplaceLineEndings(" ");
    }
}
