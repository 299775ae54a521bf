using HackLab.Kernel.Output;
using Microsoft.DotNet.Interactive;

namespace HackLab.Kernel.Execution;

/// <summary>
/// What the course's libraries use of the kernel: delegates under agreed names in <see cref="AppContext"/>, made of types of
/// the base library only, so that neither side refers to the other.
/// </summary>
internal static class HostHooks
{
    /// <summary>Leaves the delegates; safe to call again.</summary>
    public static void Set()
    {
        AppContext.SetData("HackLab.Display", (Func<object, string[], Action<object>>)((value, mimeTypes) =>
            DisplayedValue.Show(value, mimeTypes).Update));
        AppContext.SetData("HackLab.Token", (Func<CancellationToken>)(() => CellRun.Current?.Token ?? CancellationToken.None));
        AppContext.SetData("HackLab.AtCellEnd", (Action<Action>)(work => CellRun.Current?.AtEnd(work)));
        AppContext.SetData("HackLab.Input", (Func<string, string?>)(prompt => CellInput.Ask(prompt, password: false)));
    }
}
