using System.CommandLine;
using HackLab.Cli.Engines;
using HackLab.Cli.Release;
using HackLab.Data;
using HackLab.Lessons.Authoring;
using Spectre.Console;

namespace HackLab.Cli.Commands;

/// <summary><c>hacklab release</c>: makes from each authored lesson what learners get, and proves its exercises.</summary>
internal static class ReleaseCommand
{
    private static readonly Argument<string[]> Lessons = new("lesson")
    {
        Description = "Lessons such as higgs/1-beginner, or topics such as higgs. Without any: all that have solutions.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Check = new("--check") { Description = "Write nothing: fail if an edition is not up to date or an exercise cannot be proved." };

    private static readonly Option<string> Scale = new("--scale") { Description = "How much to compute while proving: smoke, class or full.", DefaultValueFactory = _ => "smoke" };

    private static readonly Option<string?> Folder = new("--notebooks") { Description = "The folder of the lessons. Default: HackLab's own.", HelpName = "folder" };

    public static Command Create()
    {
        Scale.AcceptOnlyFromAmong("smoke", "class", "full");
        var command = new Command("release", "Makes the student and code-only editions and the exercises of lessons out of their solutions, and proves every exercise.")
        {
            Lessons, Check, Scale, Folder,
        };
        command.SetAction((parsed, stop) =>
        {
            LabLibrary.Resolve();
            return RunAsync(parsed, stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            return await RunAsync(NotebooksFolder(parsed.GetValue(Folder)), parsed.GetValue(Lessons)!, parsed.GetValue(Check), parsed.GetValue(Scale)!, stop);
        }
        catch (Exception error) when (error is DataFormatException or ArgumentException)
        {
            throw new UsageException(error.Message);
        }
    }

    private static async Task<int> RunAsync(string notebooks, string[] asked, bool check, string scale, CancellationToken stop)
    {
        IReadOnlyList<LessonPlace> places = LessonPlace.Find(notebooks, asked);
        MisconceptionCatalogue catalogue = MisconceptionCatalogue.Load(LessonPlace.Misconceptions(notebooks));
        IAnsiConsole console = Screen.Create();
        int claims = 0, failed = 0;
        foreach (LessonPlace place in places)
        {
            ReleaseOutcome outcome = await Progressing(console, say =>
            {
                var release = new LessonRelease(place, catalogue, scale, ChildEngine.StartAsync, say);
                return check ? release.CheckAsync(stop) : release.WriteAsync(stop);
            });
            ReleaseTable.Write(console, outcome);
            (claims, failed) = (claims + outcome.Claims, failed + outcome.Failed);
        }
        Console.WriteLine($"{claims - failed} passed, {failed} failed");
        return failed == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    /// <summary>Shows what is going on where somebody watches.</summary>
    private static Task<ReleaseOutcome> Progressing(IAnsiConsole console, Func<Action<string>, Task<ReleaseOutcome>> work) =>
        console.Profile.Capabilities.Interactive
            ? console.Status().StartAsync("…", status => work(what => status.Status(Markup.Escape(what))))
            : work(_ => { });

    private static string NotebooksFolder(string? named)
    {
        if (named is not null) return Directory.Exists(named) ? Path.GetFullPath(named) : throw new UsageException($"{named}: there is no such folder.");
        return Repository.Find() is { } root ? Path.Combine(root, "notebooks")
            : throw new UsageException("Not in HackLab's folder; name the folder of lessons with --notebooks.");
    }
}
