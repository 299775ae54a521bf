namespace HackLab.Kernel.Execution;

/// <summary>One run of one cell.</summary>
/// <param name="Cell">Its output and token.</param>
/// <param name="Context">Where its awaits continue.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Number">The cell's number in the session, from 1.</param>
/// <param name="Source">Where the code was read from; null if it was typed.</param>
internal sealed record CellJob(CellRun Cell, CellSynchronizationContext Context, CellRequest Request, int Number, CodeSource? Source = null)
{
    /// <summary>How lines of this cell are named in tracebacks.</summary>
    public string Path => Source?.Name ?? $"cell {Number}";
}

/// <summary>A file whose code runs in place of a cell's.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Name">How its lines are named: "helpers.csx", or "helpers.ipynb, code cell 2".</param>
internal sealed record CodeSource(string File, string Name);
