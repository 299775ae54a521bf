using System.Runtime.ExceptionServices;
using HackLab.Kernel.Errors;
using HackLab.Kernel.Runtime;

namespace HackLab.Kernel.Execution;

/// <summary>
/// Exceptions that nobody awaits, on a thread or in an async void method that a cell started: they would end the process, and
/// with it the session. They are told in the cell that started the work, and the session goes on.
/// </summary>
internal static class StrayExceptions
{
    private static int _caught;

    /// <summary>From now on the process survives them.</summary>
    public static void Catch()
    {
        if (Interlocked.Exchange(ref _caught, 1) == 1) return;
        ExceptionHandling.SetUnhandledExceptionHandler(Report);
    }

    private static bool Report(Exception failure)
    {
        // Outside any cell it is a fault of the host, which should be seen.
        if (CellRun.Current is not { } cell) return false;
        if (failure is CellInterruptedException) return true;       // a background loop that was asked to stop
        CellError error = ErrorReport.Of(failure, "");
        cell.Pump.Write(cell.Output, OutputStream.StandardError,
            $"An exception in background work that this cell started:\n{string.Join('\n', error.Traceback)}\n");
        return true;
    }
}
