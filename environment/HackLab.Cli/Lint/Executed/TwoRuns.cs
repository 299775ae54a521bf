using System.Text.Json.Nodes;
using HackLab.Cli.Engines;
using HackLab.Cli.Running;

namespace HackLab.Cli.Lint.Executed;

/// <summary>Runs lessons twice at smoke scale, each time in new processes and with nobody's progress.</summary>
internal static class TwoRuns
{
    private const string ProgressVariable = "HACKLAB_PROGRESS";

    /// <summary>Both runs of each notebook, in order.</summary>
    public static async Task<IReadOnlyList<(ExecutedLesson First, ExecutedLesson Second)>> RunAsync(
        IReadOnlyList<NotebookFile> notebooks, int jobs, IRunProgress progress, CancellationToken stop)
    {
        string folder = Directory.CreateTempSubdirectory("hacklab-lint-").FullName;
        try
        {
            IReadOnlyList<ExecutedLesson> first = await OnceAsync(Path.Combine(folder, "1")),
                second = await OnceAsync(Path.Combine(folder, "2"));
            return [.. first.Zip(second)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task<IReadOnlyList<ExecutedLesson>> OnceAsync(string output)
        {
            var options = new RunOptions { Scale = "smoke", Jobs = jobs, OutputFolder = output };
            OutputPlan plan = OutputPlan.For(options, root: null);
            var session = new RunSession(StartAsync, options, plan, progress);
            await session.RunAsync(notebooks, stop);
            return ExecutedLesson.In((JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(plan.ReportPath, stop))!);

            // What the person at this machine has solved must not show in a run that is compared with another.
            Task<ICellEngine> StartAsync(string at, IReadOnlyDictionary<string, string> environment) => ChildEngine.StartAsync(
                at, new Dictionary<string, string>(environment) { [ProgressVariable] = Path.Combine(output, "progress.json") });
        }
    }
}
