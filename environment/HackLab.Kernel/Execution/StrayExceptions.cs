using System.Diagnostics;
using System.Runtime.CompilerServices;
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
    // When an exception is found to be unhandled, the thread has already left the cell's flow; when it is thrown, it has not.
    private static readonly ConditionalWeakTable<Exception, CellRun> ThrownIn = [];
    private static int _caught;

    /// <summary>From now on the process survives them.</summary>
    public static void Catch()
    {
        if (Interlocked.Exchange(ref _caught, 1) == 1) return;
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => Remember(thrown.Exception);
        ExceptionHandling.SetUnhandledExceptionHandler(Report);
    }

    private static void Remember(Exception thrown)
    {
        if (CellRun.Known is not { } cell) return;
        try
        {
            ThrownIn.TryAdd(thrown, cell);      // thrown again elsewhere, it is still of the cell where it began
        }
        catch (OutOfMemoryException)
        {
            // Whoever threw has a worse problem.
        }
    }

    private static bool Report(Exception failure)
    {
        // A fault of the host itself should be seen, and a host without one of its threads should not go on.
        if (CellOf(failure) is not { } cell) return false;
        if (failure is CellInterruptedException) return true;       // a background loop that was asked to stop
        CellError error = ErrorReport.Of(failure, "");
        cell.Pump.Write(cell.Output, OutputStream.StandardError,
            $"An exception in background work that this cell started:\n{string.Join('\n', error.Traceback)}\n");
        return true;
    }

    /// <summary>
    /// The cell that is known; for code of cells outside any flow (a finaliser, an unsafe start) the latest one.
    /// </summary>
    private static CellRun? CellOf(Exception failure)
    {
        if (ThrownIn.TryGetValue(failure, out CellRun? cell)) return cell;
        if (CellRun.Known is { } known) return known;
        bool ofCells = new StackTrace(failure).GetFrames()
            .Any(frame => frame.GetMethod() is { } method && FrameName.IsSession(method));
        return ofCells ? CellRun.Latest : null;
    }
}
