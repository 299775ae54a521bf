using System.Diagnostics;
using HackLab.Cli.Engines;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Pages;
using HackLab.Cli.Results;
using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Running;

/// <summary>Starts the engine of one notebook: its folder and its environment variables go in.</summary>
internal delegate Task<ICellEngine> StartEngine(string folder, IReadOnlyDictionary<string, string> environment);

/// <summary>Runs the notebooks of one command and writes what they gave.</summary>
internal sealed class RunSession(StartEngine start, RunOptions options, OutputPlan plan, IRunProgress progress)
{
    /// <summary>Runs them, at most so many at once as the options say, and writes the report. One outcome each, in order.</summary>
    public async Task<IReadOnlyList<NotebookOutcome>> RunAsync(IReadOnlyList<NotebookFile> notebooks, CancellationToken stop)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        long begin = Stopwatch.GetTimestamp();
        using var slots = new SemaphoreSlim(Math.Max(1, options.Jobs));
        NotebookOutcome[] outcomes = await Task.WhenAll(notebooks.Select(notebook => InSlotAsync(notebook, slots, stop)));
        AtomicFile.Write(plan.ReportPath, RunReport.Write(outcomes, options, started, Stopwatch.GetElapsedTime(begin)));
        return outcomes;
    }

    private async Task<NotebookOutcome> InSlotAsync(NotebookFile file, SemaphoreSlim slots, CancellationToken stop)
    {
        await slots.WaitAsync(CancellationToken.None);
        try
        {
            NotebookOutcome outcome = await OneAsync(file, stop);
            progress.End(outcome);
            return outcome;
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<NotebookOutcome> OneAsync(NotebookFile file, CancellationToken stop)
    {
        var outcome = new NotebookOutcome(file.Name, file.Path);
        long begin = Stopwatch.GetTimestamp();
        try
        {
            Notebook notebook = NotebookReader.Read(file.Path);
            RunnableCheck.Throw(notebook, file.Path);
            ParameterInjection.Apply(notebook, file.Path, options.Parameters);
            outcome = outcome with { CellCount = notebook.Cells.Count };
            progress.Begin(file.Name, notebook.Cells.Count);
            outcome = await ExecuteAsync(notebook, file, outcome, stop) with { Elapsed = Stopwatch.GetElapsedTime(begin) };
            return Written(notebook, file, outcome);
        }
        catch (Exception error) when (error is NotebookFormatException or UsageException or EngineLostException or IOException or UnauthorizedAccessException)
        {
            return outcome with { Problem = error.Message, Elapsed = Stopwatch.GetElapsedTime(begin) };
        }
    }

    private async Task<NotebookOutcome> ExecuteAsync(Notebook notebook, NotebookFile file, NotebookOutcome outcome, CancellationToken stop)
    {
        var environment = new Dictionary<string, string>();
        if (options.Scale is { } scale) environment["HACKLAB_SCALE"] = scale;
        ICellEngine engine = await start(Path.GetDirectoryName(Path.GetFullPath(file.Path))!, environment);
        var runner = new NotebookRunner(engine, options, progress);
        await using (engine)
        {
            outcome = outcome with { Cells = await runner.RunAsync(notebook, file.Name, stop) };
            if (!outcome.IsFailure && !outcome.IsStopped && options.Metrics.TryGetValue(file.Path, out IReadOnlyList<MetricBand>? metrics))
                outcome = outcome with { Metrics = await BandReading.ReadAllAsync(engine, metrics, options.Scale!) };
        }
        runner.WriteOutputs();
        return outcome with { PeakBytes = engine.PeakBytes };
    }

    private NotebookOutcome Written(Notebook notebook, NotebookFile file, NotebookOutcome outcome)
    {
        outcome = outcome with { ExecutedPath = plan.ExecutedPath(file), PagePath = plan.PagePath(file) };
        AtomicFile.Write(outcome.ExecutedPath, notebook.ToJson());
        AtomicFile.Write(outcome.PagePath, NotebookPage.Render(notebook, outcome));
        return outcome;
    }
}
