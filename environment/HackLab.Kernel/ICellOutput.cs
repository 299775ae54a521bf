namespace HackLab.Kernel;

/// <summary>The two console streams of a cell.</summary>
public enum OutputStream
{
    /// <summary>Console.Out.</summary>
    StandardOutput,

    /// <summary>Console.Error.</summary>
    StandardError,
}

/// <summary>
/// Where a cell's output goes. The engine calls it from any thread, one call at a time and in order; it stays usable after
/// the cell has ended, because background work that the cell started still writes to its own cell.
/// </summary>
public interface ICellOutput
{
    /// <summary>Console text, already gathered into pieces of about 50 ms or 64 KiB.</summary>
    void Stream(OutputStream stream, string text);

    /// <summary>A shown value. A display id names it for later updates.</summary>
    void Display(MimeBundle value, string? displayId);

    /// <summary>Replaces what was shown under a display id.</summary>
    void UpdateDisplay(MimeBundle value, string displayId);

    /// <summary>The value of the cell's trailing expression.</summary>
    void Result(MimeBundle value);

    /// <summary>The error that ended the cell.</summary>
    void Error(CellError error);

    /// <summary>Removes the cell's output so far; with <paramref name="wait"/> only when new output comes.</summary>
    void ClearOutput(bool wait);

    /// <summary>Asks the person for a line. Null if nobody can be asked (a headless run, allow_stdin false).</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    string? RequestInput(string prompt, bool password, CancellationToken cancellation);
}
