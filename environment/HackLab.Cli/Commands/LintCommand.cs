using System.CommandLine;
using HackLab.Cli.Lint;
using HackLab.Cli.Running;

namespace HackLab.Cli.Commands;

/// <summary><c>hacklab lint</c>: says, by cell, what a lesson lacks and what to do about it.</summary>
internal static class LintCommand
{
    private static readonly Argument<string[]> Paths = new("path")
    {
        Description = "Lessons such as higgs/1-beginner, folders, or notebook files; without: every lesson.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Run = new("--run")
    {
        Description = "Also run each lesson twice at smoke scale: no error, equal outputs, readable figures, no more time and memory than the card says.",
    };

    private static readonly Option<int> Jobs =
        new("--jobs") { Description = "How many notebooks run at once.", DefaultValueFactory = _ => 1, HelpName = "n" };

    private static readonly Option<string?> Json =
        new("--json") { Description = "Also write the complaints to this file.", HelpName = "file" };

    public static Command Create()
    {
        Jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--jobs: expected 1 or more.");
        });
        var command = new Command("lint",
            "Looks at lessons and says, by cell, what is missing or wrong and what to do; ends with 1 if anything is.")
        {
            Paths, Run, Jobs, Json,
        };
        command.SetAction(async (parsed, stop) =>
        {
            LabLibrary.Resolve();
            return await RunAsync(parsed, stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        IReadOnlyList<LintTarget> targets = new LintTargets(Repository.Find()).Find(parsed.GetValue(Paths) ?? []);
        var findings = new List<LintFinding>(LintSession.Read(targets));
        if (parsed.GetValue(Run))
            findings.AddRange(await LintSession.RunAsync(targets, parsed.GetValue(Jobs),
                new PlainProgress(Console.Out, TimeSpan.FromSeconds(5)), stop));
        string[] names = [.. targets.Select(target => target.Name)];
        // Keeps the order within a lesson.
        LintFinding[] byLesson = [.. findings.OrderBy(finding => Array.IndexOf(names, finding.Lesson))];
        LintReport.Write(Console.Out, byLesson, names);
        if (parsed.GetValue(Json) is { } path) AtomicFile.Write(path, LintReport.ToJson(byLesson, names));
        return findings.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
