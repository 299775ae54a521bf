using HackLab.Kernel.Execution;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, as seen from code; the part of .NET Interactive's class of this name that notebooks use.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellRun _cell;

    private KernelInvocationContext(CellRun cell) => _cell = cell;

    /// <summary>The cell whose code asks; null outside any cell.</summary>
    public static KernelInvocationContext? Current => CellRun.Current is { } cell ? new(cell) : null;

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken CancellationToken => _cell.Token;

    /// <summary>Shows a value.</summary>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);
}
