using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Output;

/// <summary>Asks the person in front of the running cell for a line.</summary>
internal static class CellInput
{
    /// <returns>The line; null if there is nobody to ask.</returns>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static string? Ask(string prompt, bool password)
    {
        if (CellRun.Current is not { } cell) return null;
        cell.Pump.Drain();                          // a printed question must be there before the field to answer it
        return cell.Output.RequestInput(prompt, password, cell.Token);
    }
}
