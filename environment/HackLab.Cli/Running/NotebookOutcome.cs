using HackLab.Cli.Results;

namespace HackLab.Cli.Running;

/// <summary>What became of one notebook.</summary>
/// <param name="Name">What the person calls it, such as "higgs/1-beginner".</param>
/// <param name="Path">The file that was run.</param>
internal sealed record NotebookOutcome(string Name, string Path)
{
    /// <summary>One per code cell, in order.</summary>
    public IReadOnlyList<CellOutcome> Cells { get; init; } = [];

    /// <summary>How many cells the notebook has, text included.</summary>
    public int CellCount { get; init; }

    /// <summary>Why nothing of it could be run: a bad file, an engine that did not start. Null otherwise.</summary>
    public string? Problem { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <summary>The most memory that the process with its cells held, in bytes; 0 if not known.</summary>
    public long PeakBytes { get; init; }

    /// <summary>The metrics of a solved lesson, where they were asked for.</summary>
    public IReadOnlyList<BandReading> Metrics { get; init; } = [];

    /// <summary>The executed notebook and its page; null if they were not written.</summary>
    public string? ExecutedPath { get; init; }

    public string? PagePath { get; init; }

    public CellOutcome? Failure => Cells.FirstOrDefault(cell => cell.IsFailure);

    public bool IsFailure => Problem is not null || Failure is not null;

    public bool IsStopped => Cells.Any(cell => cell.Kind == CellOutcomeKind.Stopped)
        || (!IsFailure && Cells.Any(cell => cell.Kind == CellOutcomeKind.NotRun));

    /// <summary>One word for tables and reports.</summary>
    public string Status => IsFailure ? "failed" : IsStopped ? "stopped" : "ok";

    public int Count(CellOutcomeKind kind) => Cells.Count(cell => cell.Kind == kind);
}
