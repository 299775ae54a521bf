using System.Diagnostics;
using System.Globalization;

namespace HackLab.Data.Hosting;

/// <summary>Shows how far a load has come, but only if it takes longer than a second, and at most four times a second.</summary>
internal sealed class LoadProgress(string what)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = TimeSpan.FromSeconds(1);
    private IDisplayed? _displayed;

    internal void Report(double fraction)
    {
        if (_watch.Elapsed < _next) return;
        _next = _watch.Elapsed + TimeSpan.FromMilliseconds(250);
        Show(string.Create(CultureInfo.InvariantCulture, $"Reading {what}: {fraction:P0}"));
    }

    /// <summary>Says that it is done, where something was said before.</summary>
    internal void Done()
    {
        if (_displayed is not null) Show(string.Create(CultureInfo.InvariantCulture, $"Read {what} in {_watch.Elapsed.TotalSeconds:F1} s"));
    }

    private void Show(string text)
    {
        if (_displayed is null) _displayed = NotebookHost.Display(text);
        else _displayed.Update(text);
    }
}
