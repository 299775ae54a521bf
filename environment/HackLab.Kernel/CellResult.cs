namespace HackLab.Kernel;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It did not compile, or threw.</summary>
    Error,

    /// <summary>It was interrupted; everything it had set is kept.</summary>
    Interrupted,

    /// <summary>It is in a language that this kernel does not run; a sentence said so.</summary>
    Skipped,
}

/// <summary>What went wrong in a cell, in the words the person sees.</summary>
/// <param name="Name">The exception's type, or "CompilationError".</param>
/// <param name="Message">The exception's message, or the first compile error.</param>
/// <param name="Traceback">Lines as shown: the message, then user frames with the cell's lines; or source line and caret.</param>
/// <param name="Line">Line in the cell, from 1, as typed; null if unknown.</param>
/// <param name="Column">Column in that line, from 1; null if unknown.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback, int? Line = null, int? Column = null);

/// <summary>How a cell ended, and how long that took.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Elapsed">Compilation and execution together.</param>
/// <param name="Error">Set if the status is Error or Interrupted. It has already been sent to the cell's output.</param>
public sealed record CellResult(CellStatus Status, TimeSpan Elapsed, CellError? Error = null);
