using HackLab.Kernel.Runtime;

namespace HackLab.Kernel.Execution;

/// <summary>
/// Stops the running cell: the flag that its loops look at, its token, and, while its thread is blocked, Thread.Interrupt.
/// </summary>
/// <remarks>
/// Thread.Interrupt waits a little and is used only on a blocked thread, because it may otherwise hit a type initializer,
/// which would then be broken for the rest of the session.
/// </remarks>
internal sealed class Interrupter(Thread cellThread, double secondsUntilNotice)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(15);

    private readonly object _gate = new();
    private CellRun? _cell;
    private CellSynchronizationContext? _context;
    private readonly List<CellRun> _waiting = [];

    /// <summary>
    /// The cell will run: an interrupt while no other runs is meant for it, although its thread has not begun it.
    /// </summary>
    public void Expect(CellRun cell)
    {
        lock (_gate) _waiting.Add(cell);
    }

    /// <summary>The cell will not run after all.</summary>
    public void Forget(CellRun cell)
    {
        lock (_gate) _waiting.Remove(cell);
    }

    /// <summary>From here on the cell can be interrupted.</summary>
    public void Begin(CellRun cell, CellSynchronizationContext context)
    {
        lock (_gate)
        {
            Guard.Stop = false;
            _waiting.Remove(cell);
            _cell = cell;
            _context = context;
        }
    }

    /// <summary>From here on it cannot; an interrupt that came just before leaves nothing behind.</summary>
    public void End()
    {
        bool interrupted;
        lock (_gate)
        {
            interrupted = _cell!.Interrupted;
            _cell = null;
            _context = null;
            Monitor.PulseAll(_gate);
        }
        if (!interrupted) return;
        // A pending Thread.Interrupt would hit the next wait of this thread, whatever it is: let it hit this one.
        try { Thread.Sleep(1); }
        catch (ThreadInterruptedException) { }
    }

    /// <summary>
    /// Asks the running cell to stop, or else the one that will run next; nothing happens if there is none. Returns at once.
    /// </summary>
    public void Interrupt()
    {
        CellRun cell;
        lock (_gate)
        {
            if (_cell is null)
            {
                if (_waiting.Count > 0) _waiting[0].Interrupt();    // it looks before it begins
                return;
            }
            bool again = _cell.Interrupted;
            cell = _cell;
            Guard.Stop = true;
            cell.Interrupt();
            _context!.Wake();
            if (again) return;
        }
        // Not the thread pool: the cell may hold all its threads.
        new Thread(() => Insist(cell), maxStackSize: 256 * 1024) { IsBackground = true, Name = "HackLab interrupt" }.Start();
    }

    private void Insist(CellRun cell)
    {
        long start = Environment.TickCount64;
        bool told = false;
        lock (_gate)
        {
            while (_cell == cell)
            {
                Monitor.Wait(_gate, Patience);
                if (_cell != cell) return;
                bool blocked = cellThread.ThreadState.HasFlag(ThreadState.WaitSleepJoin) && !_context!.IsWaiting;
                if (blocked) cellThread.Interrupt();
                if (told || Environment.TickCount64 - start < secondsUntilNotice * 1000) continue;
                told = true;
                cell.Pump.Write(cell.Output, OutputStream.StandardError,
                    $"The cell has not stopped {secondsUntilNotice:0.#} s after the interrupt: it is inside code that cannot be " +
                    "interrupted. You can wait for it, or restart the kernel (variables are then lost).\n");
            }
        }
    }
}
