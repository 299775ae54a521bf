using System.CommandLine;
using System.Runtime.InteropServices;
using HackLab.Cli.Engines;
using HackLab.Cli.Results;
using HackLab.Cli.Running;
using HackLab.Data;
using HackLab.Jupyter.Lifetime;
using HackLab.Lessons.Authoring;
using Spectre.Console;

namespace HackLab.Cli.Commands;

/// <summary><c>hacklab run</c>: executes notebooks without a screen.</summary>
internal static class RunCommand
{
    private static readonly Argument<string[]> Paths = new("path")
    {
        Description = "Notebooks (.ipynb, .dib), folders (every notebook below), or lessons such as higgs/1-beginner.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Scale = new("--scale")
    {
        Description = "How much data and training: smoke (seconds), class (the minutes the lesson promises) or full. Sets HACKLAB_SCALE.",
    };

    private static readonly Option<double?> CellTimeout = new("--timeout")
    {
        Description = "Seconds that one cell may run; then it is interrupted and counts as failed. Without it: as long as it likes.",
        HelpName = "seconds",
    };

    private static readonly Option<int> Jobs = new("--jobs") { Description = "How many notebooks run at once.", DefaultValueFactory = _ => 1, HelpName = "n" };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Where executed notebooks, pages and the report go. Default: artifacts/run in HackLab's folder, else ./hacklab-output.",
        HelpName = "folder",
    };

    private static readonly Option<string?> Json = new("--json") { Description = "Where the report goes. Default: report.json in the output folder.", HelpName = "file" };

    private static readonly Option<string[]> Parameters = new("-p", "--parameter")
    {
        Description = "Overrides a variable of the cell tagged \"parameters\"; may be repeated.",
        HelpName = "name=value",
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<bool> Report = new("--report")
    {
        Description = "Runs the solved lessons (all, or those named) and writes what their models reach as a table: results.md in the output folder and, "
            + "if all were run, into notebooks/README.md.",
    };

    public static Command Create()
    {
        Scale.AcceptOnlyFromAmong("smoke", "class", "full");
        CellTimeout.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double?>() is not > 0) result.AddError("--timeout: expected seconds, more than 0.");
        });
        Jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--jobs: expected 1 or more.");
        });
        var command = new Command("run", "Executes notebooks and writes, for each, the executed .ipynb and a page to read; and a report for all.")
        {
            Paths, Scale, CellTimeout, Jobs, Output, Json, Parameters, Report,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(Report) && result.GetValue(Paths) is not { Length: > 0 }) result.AddError("Name what to run: a notebook, a folder, or a lesson such as higgs/1-beginner.");
        });
        command.SetAction((parsed, _) =>
        {
            LabLibrary.Resolve();
            return RunAsync(parsed);
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var options = new RunOptions
        {
            Scale = parsed.GetValue(Scale),
            CellTimeout = parsed.GetValue(CellTimeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Jobs = parsed.GetValue(Jobs),
            OutputFolder = parsed.GetValue(Output),
            ReportPath = parsed.GetValue(Json),
            Parameters = ParameterInjection.Parse(parsed.GetValue(Parameters) ?? []),
        };
        string? root = Repository.Find();
        string[] paths = parsed.GetValue(Paths)!;
        bool reports = parsed.GetValue(Report);
        IReadOnlyList<NotebookFile> notebooks;
        if (reports) (notebooks, options) = Reporting(root, paths, options);
        else notebooks = new NotebookFinder(root).Find(paths);
        OutputPlan plan = OutputPlan.For(options, root);
        plan.CheckKeepsSources(notebooks);

        IAnsiConsole console = Screen.Create();
        using var stop = new CancellationTokenSource();
        InterruptSignal.Heed();
        using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        IReadOnlyList<NotebookOutcome> outcomes = console.Profile.Capabilities.Interactive
            ? await LiveProgress.ShowAsync(console, progress => Session(progress).RunAsync(notebooks, stop.Token))
            : await Session(new PlainProgress(Console.Out, TimeSpan.FromSeconds(5))).RunAsync(notebooks, stop.Token);
        ResultTable.Write(console, outcomes);
        Console.WriteLine($"Written: {Shown(plan.Folder)} (executed notebooks, pages) and {Shown(plan.ReportPath)}");
        int code = CodeOf(outcomes);
        return reports && !await WriteTableAsync(plan, outcomes, options.Scale!, paths.Length == 0 ? Path.Combine(root!, "notebooks", "README.md") : null) && code == ExitCode.Ok
            ? ExitCode.Failed : code;

        RunSession Session(IRunProgress progress) => new(ChildEngine.StartAsync, options, plan, progress);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;   // the files are still to be written
            stop.Cancel();
        }
    }

    private static (IReadOnlyList<NotebookFile> Notebooks, RunOptions Options) Reporting(string? root, string[] asked, RunOptions options)
    {
        if (root is null) throw new UsageException("--report: not in HackLab's folder, so there are no lessons to report on.");
        try
        {
            (IReadOnlyList<NotebookFile> lessons, Dictionary<string, IReadOnlyList<MetricBand>> metrics) = CourseResults.Find(Path.Combine(root, "notebooks"), asked);
            return (lessons, options with { Metrics = metrics, Scale = options.Scale ?? "class" });
        }
        catch (DataFormatException error)
        {
            throw new UsageException(error.Message);
        }
    }

    /// <summary>Writes the table; into the map of the lessons only when every metric is as it should be. Says whether that is so.</summary>
    private static async Task<bool> WriteTableAsync(OutputPlan plan, IReadOnlyList<NotebookOutcome> outcomes, string scale, string? map)
    {
        string table = CourseResults.Table(outcomes, await CourseResults.MadeAsync(scale)), file = Path.Combine(plan.Folder, "results.md");
        AtomicFile.Write(file, table);
        Console.WriteLine($"Written: {Shown(file)} (what the models reach)");
        string[] faults = [.. outcomes.SelectMany(one => one.Metrics.Select(metric => metric.Fault).OfType<string>().Select(fault => $"{one.Name}: {fault}"))];
        foreach (string fault in faults) Console.WriteLine($"FAULT {fault}");
        bool good = faults.Length == 0 && CodeOf(outcomes) == ExitCode.Ok;
        if (map is null) return good;
        if (good) CourseResults.WriteInto(map, table);
        Console.WriteLine(good ? $"Written: {Shown(map)}" : $"Not written: {Shown(map)}, since not everything is as it should be.");
        return good;
    }

    internal static int CodeOf(IReadOnlyList<NotebookOutcome> outcomes) =>
        outcomes.Any(one => one.IsStopped) ? ExitCode.Stopped
        : outcomes.Any(one => one.Failure is not null) ? ExitCode.Failed
        : outcomes.Any(one => one.Problem is not null) ? ExitCode.Usage
        : ExitCode.Ok;

    private static string Shown(string path) =>
        Path.GetRelativePath(Environment.CurrentDirectory, path) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
}
