using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace HackLab.Kernel.Runtime;

/// <summary>
/// What rewritten cells call so that they can be stopped: each loop, lambda and local function looks at <see cref="Stop"/>.
/// Not for use by hand.
/// </summary>
/// <remarks>
/// ControlledExecution.Run is not used: aborting a thread at any instruction crashed the process in most stress runs. A check
/// at places where the program's state is its own costs a load and a branch, and leaves everything in order.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Guard
{
    /// <summary>True from an interrupt until the next cell starts, so that background loops stop too.</summary>
    public static volatile bool Stop;

    /// <summary>Ends the running code.</summary>
    /// <exception cref="CellInterruptedException">Always.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Throw() => throw new CellInterruptedException();

    /// <summary>
    /// The check at the start of a function that may call itself: an endless recursion would end the whole process, which
    /// .NET cannot undo; this turns it into an exception while there is still stack to handle it.
    /// </summary>
    /// <exception cref="InsufficientExecutionStackException">Calls are nested too deeply.</exception>
    public static void Enter()
    {
        if (Stop) Throw();
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }
}
