namespace HackLab.Kernel.Runtime;

/// <summary>The cell was interrupted. Code that catches it and loops on is stopped again at its next turn.</summary>
public sealed class CellInterruptedException : OperationCanceledException
{
    /// <summary>With the words the person sees.</summary>
    public CellInterruptedException() : base("The cell was interrupted.")
    {
    }
}
