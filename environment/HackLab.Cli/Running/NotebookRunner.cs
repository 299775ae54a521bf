using System.Diagnostics;
using HackLab.Cli.Engines;
using HackLab.Cli.Notebooks;
using HackLab.Kernel;

namespace HackLab.Cli.Running;

/// <summary>
/// Runs one notebook's code cells from top to bottom on an engine, and writes their outputs into the notebook. The first
/// cell that fails, runs too long or is stopped ends the run; what was executed is kept.
/// </summary>
internal sealed class NotebookRunner(ICellEngine engine, RunOptions options, IRunProgress progress)
{
    private readonly DisplayRegistry _displays = new();
    private readonly List<(NotebookCell Cell, OutputRecorder Output)> _recorded = [];
    private readonly List<CellOutcome> _outcomes = [];
    private int _executionCount;

    /// <summary>Runs it.</summary>
    /// <param name="notebook">It gets the outputs.</param>
    /// <param name="name">What progress calls it.</param>
    /// <param name="stop">Stops the running cell and runs no more.</param>
    public async Task<IReadOnlyList<CellOutcome>> RunAsync(Notebook notebook, string name, CancellationToken stop)
    {
        foreach (NotebookCell cell in notebook.Cells) cell.ClearOutputs();
        bool ended = false;
        for (int i = 0; i < notebook.Cells.Count; i++)
        {
            NotebookCell cell = notebook.Cells[i];
            if (cell.Kind != CellKind.Code) continue;
            var outcome = new CellOutcome(i + 1, cell.Id, CellTitle.Of(notebook, i), CellOutcomeKind.NotRun);
            if (ended || stop.IsCancellationRequested)
            {
                _outcomes.Add(outcome);
                continue;
            }
            progress.Cell(name, outcome.Number, outcome.Title);
            outcome = await OutcomeAsync(outcome, cell, notebook.LanguageOf(cell), stop);
            _outcomes.Add(outcome);
            ended = outcome.IsFailure || outcome.Kind == CellOutcomeKind.Stopped;
        }
        return _outcomes;
    }

    /// <summary>Puts the outputs into the notebook. Call it last: background work may still have written.</summary>
    public void WriteOutputs()
    {
        foreach ((NotebookCell cell, OutputRecorder output) in _recorded) cell.Outputs = output.ToJson();
    }

    private async Task<CellOutcome> OutcomeAsync(CellOutcome cell, NotebookCell source, string language, CancellationToken stop)
    {
        if (CellTags.SkipReason(source) is { } reason) return cell with { Kind = CellOutcomeKind.Skipped, Reason = reason };
        if (string.IsNullOrWhiteSpace(source.Source)) return cell with { Kind = CellOutcomeKind.Empty };

        source.Json["execution_count"] = ++_executionCount;
        var output = new OutputRecorder(_displays, _executionCount);
        _recorded.Add((source, output));
        long begin = Stopwatch.GetTimestamp();
        (CellOutcomeKind? cut, CellResult result) = await ExecuteAsync(new CellRequest(source.Source, language), output, stop);
        return Judge(cell, source, language, result, cut) with { Elapsed = Stopwatch.GetElapsedTime(begin) };
    }

    /// <summary>Runs the cell; if it was cut short, says by what.</summary>
    private async Task<(CellOutcomeKind? Cut, CellResult Result)> ExecuteAsync(CellRequest request, OutputRecorder output, CancellationToken stop)
    {
        Task<CellResult> run = engine.ExecuteAsync(request, output);
        CellOutcomeKind? cut = null;
        if (!await EndsAsync(run, options.CellTimeout, stop))
        {
            cut = stop.IsCancellationRequested ? CellOutcomeKind.Stopped : CellOutcomeKind.TimedOut;
            engine.Interrupt();
            if (!await EndsAsync(run, options.Patience, CancellationToken.None)) engine.Kill();
        }
        try
        {
            return (cut, await run);
        }
        catch (EngineLostException error)
        {
            string message = cut is null ? error.Message : "The cell did not stop when asked to, so its process was ended.";
            var lost = new CellError("EngineLost", message, [$"EngineLost: {message}"]);
            output.Error(lost);
            return (cut, new CellResult(CellStatus.Error, TimeSpan.Zero, lost));
        }
    }

    private static async Task<bool> EndsAsync(Task run, TimeSpan? within, CancellationToken stop)
    {
        try
        {
            await run.WaitAsync(within ?? Timeout.InfiniteTimeSpan, stop);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return run.IsCompleted;
        }
        catch (EngineLostException)
        {
            // Reported by whoever awaits the run itself.
        }
        return true;
    }

    private CellOutcome Judge(CellOutcome cell, NotebookCell source, string language, CellResult result, CellOutcomeKind? cut)
    {
        cell = cell with { Error = result.Error, SourceLine = LineOf(source.Source, result.Error?.Line) };
        if (cut == CellOutcomeKind.TimedOut)
        {
            return cell with { Kind = CellOutcomeKind.TimedOut, Reason = $"ran longer than {options.CellTimeout!.Value.TotalSeconds:0.###} s" };
        }
        if (cut == CellOutcomeKind.Stopped) return cell with { Kind = CellOutcomeKind.Stopped, Reason = "stopped" };
        bool expected = source.HasTag(CellTags.RaisesException);
        return result.Status switch
        {
            CellStatus.Skipped => cell with { Kind = CellOutcomeKind.Skipped, Reason = $"written in {language}" },
            CellStatus.Error when expected && result.Error?.Name != "EngineLost" => cell with { Kind = CellOutcomeKind.ExpectedError },
            CellStatus.Ok when expected => cell with
            {
                Kind = CellOutcomeKind.Failed,
                Reason = $"tagged {CellTags.RaisesException}, but it did not fail",
            },
            CellStatus.Ok => cell with { Kind = CellOutcomeKind.Ok },
            _ => cell with { Kind = CellOutcomeKind.Failed },
        };
    }

    private static string? LineOf(string source, int? line)
    {
        string[] lines = source.ReplaceLineEndings("\n").Split('\n');
        return line is { } number && number >= 1 && number <= lines.Length ? lines[number - 1] : null;
    }
}
