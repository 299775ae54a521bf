using HackLab.Kernel;

namespace HackLab.Cli.Engines;

/// <summary>Something that runs the cells of one notebook, and can be stopped whatever a cell does.</summary>
internal interface ICellEngine : IAsyncDisposable
{
    /// <summary>Runs a cell. Never throws for what the cell does.</summary>
    /// <exception cref="EngineLostException">The engine ended while the cell ran.</exception>
    Task<CellResult> ExecuteAsync(CellRequest request, ICellOutput output);

    /// <summary>Asks the running cell to stop; returns at once.</summary>
    void Interrupt();

    /// <summary>Ends the engine at once, and with it a cell that does not stop.</summary>
    void Kill();

    /// <summary>The most memory the engine has held so far, in bytes; 0 if not known.</summary>
    long PeakBytes { get; }
}

/// <summary>The process that ran the cells is gone; the message says how it ended.</summary>
internal sealed class EngineLostException(string message) : Exception(message);
