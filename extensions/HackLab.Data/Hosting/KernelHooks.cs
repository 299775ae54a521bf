namespace HackLab.Data.Hosting;

/// <summary>
/// The HackLab kernel leaves four delegates of plain .NET types in <see cref="AppContext"/>, so that neither side has to
/// refer to the other.
/// </summary>
internal static class KernelHooks
{
    internal const string DisplayName = "HackLab.Display";
    internal const string TokenName = "HackLab.Token";
    internal const string InputName = "HackLab.Input";
    internal const string AtCellEndName = "HackLab.AtCellEnd";

    internal static bool IsRunning => AppContext.GetData(DisplayName) is Func<object, string[], Action<object>>;

    internal static bool CanAsk => AppContext.GetData(InputName) is Func<string, string?>;

    internal static CancellationToken? Token() => (AppContext.GetData(TokenName) as Func<CancellationToken>)?.Invoke();

    internal static IDisplayed? Display(object value) =>
        AppContext.GetData(DisplayName) is Func<object, string[], Action<object>> display ? new Displayed(display(value, []))
            : null;

    internal static void AtCellEnd(Action work) => (AppContext.GetData(AtCellEndName) as Action<Action>)?.Invoke(work);

    internal static string? Ask(string prompt) => (AppContext.GetData(InputName) as Func<string, string?>)?.Invoke(prompt);

    private sealed class Displayed(Action<object> update) : IDisplayed
    {
        public void Update(object value) => update(value);
    }
}
