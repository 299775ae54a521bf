using HackLab.Cli.Lint.Executed;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Running;

namespace HackLab.Cli.Lint;

/// <summary>Looks at lessons, and runs them if asked to.</summary>
internal static class LintSession
{
    /// <summary>The complaints about the lessons as they lie there.</summary>
    public static IReadOnlyList<LintFinding> Read(IEnumerable<LintTarget> targets) =>
        [.. from target in targets
            from file in target.Files
            from finding in OfFile(target.Name, file)
            select finding];

    /// <summary>The complaints about two runs of each lesson's students' edition, or of the authored one where that is all there is.</summary>
    public static async Task<IReadOnlyList<LintFinding>> RunAsync(IReadOnlyList<LintTarget> targets, int jobs,
        IRunProgress progress, CancellationToken stop)
    {
        (LintTarget Target, string File)[] files = [.. targets.Select(target => (target, File: RunnableOf(target)))
            .Where(one => one.File is not null).Select(one => (one.target, one.File!))];
        var runs = await TwoRuns.RunAsync([.. files.Select(one => new NotebookFile(one.File, NameOf(one.Target, one.File)))],
            jobs, progress, stop);
        return [.. files.Zip(runs)
            .SelectMany(pair => RunRules.All.Values.SelectMany(rule => rule.Check(pair.Second.First, pair.Second.Second)
            .Select(complaint => new LintFinding(pair.First.Target.Name, EditionOf(pair.First.File), rule.Name, complaint))))];
    }

    private static IEnumerable<LintFinding> OfFile(string name, string file)
    {
        Lesson lesson;
        try
        {
            lesson = Lesson.Read(file);
        }
        catch (NotebookFormatException e)
        {
            return [new LintFinding(name, EditionOf(file), "is_a_notebook",
                new Complaint(e.Message.TrimEnd('.'), "Mend the file, or take it back from git."))];
        }
        return LintRules.All.Values.SelectMany(rule => rule.Complaints(lesson)
            .Select(complaint => new LintFinding(name, lesson.Edition, rule.Name, complaint)));
    }

    private static string? RunnableOf(LintTarget target) =>
        target.Files.FirstOrDefault(file => EditionOf(file) == Editions.Student)
            ?? target.Files.FirstOrDefault(file => EditionOf(file) == Editions.Authored);

    // The place below the output folder tells the edition again.
    private static string NameOf(LintTarget target, string file) =>
        Path.ChangeExtension(Path.GetRelativePath(target.Course.Notebooks, file), null).Replace('\\', '/');

    private static Editions EditionOf(string file) =>
        EditionFolders.All.GetValueOrDefault(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))!), Editions.Student);
}
