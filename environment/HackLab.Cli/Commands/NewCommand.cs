using System.CommandLine;
using HackLab.Cli.NewLesson;

namespace HackLab.Cli.Commands;

/// <summary><c>hacklab new lesson</c>: a skeleton that runs and passes the lint.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> Name = new("lesson") { Description = "Topic and level, such as lensing/1-beginner or 1-warm-up/3-tables." };

    private static readonly Option<string?> Title = new("--title") { Description = "The lesson's title. Default: made from its name." };

    private static readonly Option<string?> Notebooks = new("--notebooks")
    {
        Description = "The folder of all topics. Default: notebooks in HackLab's folder.",
        HelpName = "folder",
    };

    public static Command Create()
    {
        var lesson = new Command("lesson", "Writes a skeleton: solutions/LEVEL.ipynb, its exercises, a drawing for its question.")
        {
            Name, Title, Notebooks,
        };
        lesson.SetAction((parsed, _) => Task.FromResult(Run(parsed)));
        return new Command("new", "Begins something new.") { lesson };
    }

    private static int Run(ParseResult parsed)
    {
        LessonName name = LessonName.Parse(parsed.GetValue(Name)!);
        string? named = parsed.GetValue(Notebooks), root = Repository.Find();
        if (named is not null && !Directory.Exists(named))
            throw new UsageException($"--notebooks {named}: there is no such folder.");
        string notebooks = named ?? (root is null
            ? throw new UsageException("There is no HackLab folder here: name the folder of all topics with --notebooks.")
            : Path.Combine(root, "notebooks"));
        foreach (string file in SkeletonFiles.Write(name, parsed.GetValue(Title), Path.GetFullPath(notebooks)))
            Console.WriteLine($"Written: {file}");
        Console.WriteLine($"Write the lesson there, then: hacklab release {name.Full} and hacklab lint {name.Full}.");
        return ExitCode.Ok;
    }
}
