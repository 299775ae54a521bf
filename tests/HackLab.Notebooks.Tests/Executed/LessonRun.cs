using System.Diagnostics;
using System.Text.Json.Nodes;
using HackLab.Cli.Lint;
using HackLab.Cli.Lint.Executed;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Executed;

/// <summary>One run of the real command line over notebooks: what it said, its report, and the executed notebooks.</summary>
internal sealed class LessonRun
{
    // Nothing here measures time: whoever reaches this is stuck.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, ExecutedLesson> _executed;

    private LessonRun(int exitCode, string said, JsonObject report)
    {
        (ExitCode, Said, Report) = (exitCode, said, report);
        _executed = ExecutedLesson.In(report).ToDictionary(one => one.Name);
    }

    public int ExitCode { get; }

    /// <summary>What the command printed, both streams.</summary>
    public string Said { get; }

    public JsonObject Report { get; }

    public IEnumerable<JsonObject> Notebooks => ((JsonArray)Report["notebooks"]!).Select(one => (JsonObject)one!);

    /// <summary>The report on one notebook.</summary>
    public JsonObject this[string name] => Notebooks.Single(one => (string)one["name"]! == name);

    /// <summary>The executed notebook.</summary>
    public Lesson Executed(string name) =>
        _executed[name].Notebook ?? throw new ArgumentException($"{name} was not executed: {_executed[name].Problem}");

    /// <summary>What became of a lesson.</summary>
    public ExecutedLesson Outcome(string name) => _executed[name];

    /// <summary>Executes notebooks and reads what was written; a run that leaves no report fails with what it said.</summary>
    public static async Task<LessonRun> StartAsync(LessonRunPlan plan)
    {
        using var folder = new TemporaryFolder();
        string report = Path.Combine(folder.Path, "report.json");
        string[] arguments = ["run", .. plan.Paths, "--scale", plan.Scale, "--output", folder.Path, "--json", report,
            .. plan.Extra];
        string[] command = [.. plan.Wrapper, HackLabRepository.Executable, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = HackLabRepository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HACKLAB_PROGRESS"] = Path.Combine(folder.Path, "progress.json");   // nobody's: runs are compared
        foreach ((string name, string? value) in plan.Environment) start.Environment[name] = value;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            string[] said = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            string all = string.Concat(said);
            Assert.True(File.Exists(report), $"hacklab run left no report (exit code {process.ExitCode}). It said:\n{all}");
            return new LessonRun(process.ExitCode, all,
                (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(report, patience.Token))!);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}

/// <summary>What to run, and how.</summary>
/// <param name="Scale">smoke, class or full.</param>
internal sealed record LessonRunPlan(string Scale)
{
    /// <summary>Notebooks or folders; all lessons by default, as learners get them.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [.. AllLessons.Names.Select(AllLessons.PathOf)];

    /// <summary>More arguments, such as <c>-p source=real</c>.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];

    /// <summary>A command that runs another one, given in front of it.</summary>
    public IReadOnlyList<string> Wrapper { get; init; } = [];

    /// <summary>Variables to set, or to remove where the value is null.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}
