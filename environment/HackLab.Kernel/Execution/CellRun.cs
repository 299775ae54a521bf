namespace HackLab.Kernel.Execution;

/// <summary>
/// The cell that is running, or ran: its output, its token, its request. It flows with the execution context, so that work
/// which a cell leaves behind still writes to that cell.
/// </summary>
internal sealed class CellRun(ICellOutput output, HackLab.Kernel.Output.OutputPump pump)
{
    private static readonly AsyncLocal<CellRun?> Flowing = new();
    private static volatile CellRun? _latest;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly HashSet<Action> _atEnd = [];

    /// <summary>The cell whose code asks; code outside any flow (a native callback) is given the latest one.</summary>
    public static CellRun? Current => Known ?? Latest;

    /// <summary>The cell whose code asks, if that is known.</summary>
    public static CellRun? Known => Flowing.Value;

    /// <summary>The cell that was started last.</summary>
    public static CellRun? Latest => _latest;

    public ICellOutput Output { get; } = output;

    public HackLab.Kernel.Output.OutputPump Pump { get; } = pump;

    public CancellationToken Token => _cancellation.Token;

    /// <summary>Set when the person asked to stop this cell.</summary>
    public bool Interrupted { get; private set; }

    /// <summary>Set when the cell has ended; its background work may go on.</summary>
    public bool Ended { get; set; }

    /// <summary>Has something done when the code of this cell ends, however it ends; the same thing once.</summary>
    public void AtEnd(Action work)
    {
        lock (_atEnd) _atEnd.Add(work);
    }

    /// <summary>Does what <see cref="AtEnd"/> was given.</summary>
    public void RunAtEnd()
    {
        Action[] all;
        lock (_atEnd)
        {
            all = [.. _atEnd];
            _atEnd.Clear();
        }
        foreach (Action work in all)
        {
            try { work(); }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // How the cell ended is what the person must be told; a library that cannot tidy up after it comes second.
            }
        }
    }

    /// <summary>Makes this the current cell of the calling thread and of all it starts.</summary>
    public void Enter()
    {
        Flowing.Value = this;
        _latest = this;
    }

    /// <summary>
    /// Runs something as this cell, which stays unknown to everything else: a warm-up is no cell of the person's.
    /// </summary>
    public void RunApart(Action work)
    {
        CellRun? before = Flowing.Value;
        Flowing.Value = this;
        try { work(); }
        finally { Flowing.Value = before; }
    }

    /// <summary>Marks the cell as interrupted; cancels the token from another thread, since callbacks may block.</summary>
    public void Interrupt()
    {
        Interrupted = true;
        _ = _cancellation.CancelAsync();
    }
}
