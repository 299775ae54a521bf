using HackLab.Kernel;

namespace HackLab.Cli.Running;

/// <summary>How one code cell ended in a headless run.</summary>
internal enum CellOutcomeKind
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It failed, and its tag raises-exception says that it should.</summary>
    ExpectedError,

    /// <summary>It failed, or should have failed and did not.</summary>
    Failed,

    /// <summary>It ran longer than allowed and was stopped.</summary>
    TimedOut,

    /// <summary>It was stopped by Ctrl-C.</summary>
    Stopped,

    /// <summary>It was not run on purpose; the reason says why.</summary>
    Skipped,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>An earlier cell ended the run.</summary>
    NotRun,
}

/// <summary>What became of one code cell.</summary>
/// <param name="Number">Its place among all cells of the notebook, from 1.</param>
/// <param name="Id">Its id in the file.</param>
/// <param name="Title">What it does, in its own words: a heading or a first line.</param>
/// <param name="Kind">How it ended.</param>
internal sealed record CellOutcome(int Number, string? Id, string Title, CellOutcomeKind Kind)
{
    /// <summary>Why it was skipped or counts as failed; null where the kind says all.</summary>
    public string? Reason { get; init; }

    public TimeSpan Elapsed { get; init; }

    public CellError? Error { get; init; }

    /// <summary>The line of the cell's source that the error points to.</summary>
    public string? SourceLine { get; init; }

    public bool IsFailure => Kind is CellOutcomeKind.Failed or CellOutcomeKind.TimedOut;

    public bool DidRun => Kind is CellOutcomeKind.Ok or CellOutcomeKind.ExpectedError || IsFailure || Kind == CellOutcomeKind.Stopped;
}
