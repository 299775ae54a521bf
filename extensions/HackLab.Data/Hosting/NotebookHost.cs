namespace HackLab.Data.Hosting;

/// <summary>
/// The one hook between the libraries and whatever runs the notebook. Each time it is used it looks for its host in this order:
/// the delegates that the HackLab kernel leaves in <see cref="AppContext"/>; a loaded Microsoft.DotNet.Interactive; the console.
/// So the same code serves both kernels, a test and a plain program, and refers to no host.
/// </summary>
public static class NotebookHost
{
    /// <summary>Cancelled when the learner interrupts the running cell; never cancelled where there is no notebook.</summary>
    /// <remarks>Ask for it anew in each cell: a token belongs to one run of one cell.</remarks>
    public static CancellationToken Token =>
        KernelHooks.Token() ?? InteractiveHost.Token() ?? CancellationToken.None;

    /// <summary>Whether a notebook's kernel runs this, and not a plain program.</summary>
    internal static bool IsNotebook => KernelHooks.IsRunning || InteractiveHost.IsRunning;

    /// <summary>What runs the notebook, in words.</summary>
    public static string Name =>
        KernelHooks.IsRunning ? "HackLab kernel" : InteractiveHost.IsRunning ? ".NET Interactive" : "plain program, no notebook";

    /// <summary>Whether somebody can look on while a value changes: a notebook or a terminal, and not a file or a pipe.</summary>
    public static bool CanShow => IsNotebook || !Console.IsOutputRedirected;

    /// <summary>Shows a value at once, before the cell ends.</summary>
    /// <param name="value">Anything; an <see cref="Data.Display.IRichDisplay"/> shows as HTML or as text.</param>
    /// <returns>What replaces it with another value.</returns>
    /// <example><code>var curve = NotebookHost.Display(first); curve.Update(second);</code></example>
    public static IDisplayed Display(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return KernelHooks.Display(value) ?? InteractiveHost.Display(value) ?? ConsoleHost.Display(value);
    }

    /// <summary>
    /// Has something done when the code of the running cell ends: at its end, by an exception or an interrupt. Only the HackLab
    /// kernel knows that moment; elsewhere nothing is done, so it must be something that can be missed.
    /// </summary>
    /// <param name="work">What to do, once however often it is asked for in one cell.</param>
    /// <example><code>NotebookHost.AtCellEnd(ShowLastState);</code></example>
    public static void AtCellEnd(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        KernelHooks.AtCellEnd(work);
    }

    /// <summary>Asks the learner for a line of text.</summary>
    /// <param name="prompt">The question.</param>
    /// <returns>The answer, or null where nobody can be asked (a run without a screen).</returns>
    public static string? Ask(string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        if (KernelHooks.CanAsk) return KernelHooks.Ask(prompt);
        return InteractiveHost.IsRunning ? InteractiveHost.Ask(prompt) : ConsoleHost.Ask(prompt);
    }
}
