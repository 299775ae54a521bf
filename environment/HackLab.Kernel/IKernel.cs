namespace HackLab.Kernel;

/// <summary>
/// A notebook's C# session: cells run one after the other and see what earlier ones declared. It knows nothing of Jupyter;
/// a host (the Jupyter server, the headless runner, a test) gives it cells and takes their output.
/// </summary>
public interface IKernel : IDisposable
{
    /// <summary>Compiles and runs something trivial, so that the first real cell is quick. Safe to call at any time.</summary>
    Task WarmUpAsync();

    /// <summary>
    /// Runs a cell on the kernel's one execution thread, after those asked for earlier. Never throws for what the cell does:
    /// the result says how it ended.
    /// </summary>
    Task<CellResult> ExecuteAsync(CellRequest request, ICellOutput output);

    /// <summary>Stops the running cell, if any; returns at once. Variables and types of the session are kept.</summary>
    void Interrupt();

    /// <summary>Proposes completions at a position (a UTF-16 index into <paramref name="code"/>).</summary>
    Task<CompletionResult> CompleteAsync(string code, int position, CancellationToken cancellation = default);

    /// <summary>Signature and documentation of what stands at a position, as text/markdown and text/plain; null if nothing does.</summary>
    Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation = default);

    /// <summary>Whether <paramref name="code"/> is a complete cell.</summary>
    Completeness IsComplete(string code);
}
