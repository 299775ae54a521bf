namespace HackLab.Kernel.Execution;

/// <summary>One run of one cell.</summary>
/// <param name="Cell">Its output and token.</param>
/// <param name="Context">Where its awaits continue.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Number">The cell's number in the session, from 1.</param>
internal sealed record CellJob(CellRun Cell, CellSynchronizationContext Context, CellRequest Request, int Number)
{
    /// <summary>How lines of this cell are named in tracebacks.</summary>
    public string Path => $"cell {Number}";
}
