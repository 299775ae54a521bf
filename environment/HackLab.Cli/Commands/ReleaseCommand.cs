using System.CommandLine;
using HackLab.Cli.Engines;
using HackLab.Cli.Release;
using HackLab.Cli.Running;
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

    private static readonly Option<bool> Slides = new("--slides") { Description = "Make slides of the student editions instead, with nbconvert, in artifacts/slides." };

    public static Command Create()
    {
        Scale.AcceptOnlyFromAmong("smoke", "class", "full");
        var command = new Command("release", "Makes the student and code-only editions and the exercises of lessons out of their solutions, and proves every exercise.")
        {
            Lessons, Check, Slides, Scale, Folder,
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
            string notebooks = NotebooksFolder(parsed.GetValue(Folder)), scale = parsed.GetValue(Scale)!;
            string[] asked = parsed.GetValue(Lessons)!;
            return parsed.GetValue(Slides) ? await ShowAsync(LessonPlace.Find(notebooks, asked), scale, stop)
                : await RunAsync(notebooks, asked, parsed.GetValue(Check), scale, stop);
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

    private static async Task<int> ShowAsync(IReadOnlyList<LessonPlace> places, string scale, CancellationToken stop)
    {
        string folder = Path.Combine(Repository.Find() ?? Environment.CurrentDirectory, "artifacts", "slides");
        foreach (LessonPlace place in places)
        {
            string written = await SlideShow.MakeAsync(place, scale, folder, new PlainProgress(Console.Out, TimeSpan.FromSeconds(5)), stop);
            Console.WriteLine($"written: {Path.GetRelativePath(Environment.CurrentDirectory, written)}");
        }
        return ExitCode.Ok;
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
