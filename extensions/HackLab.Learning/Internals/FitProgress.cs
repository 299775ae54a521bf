using HackLab.Data.Display;
using HackLab.Data.Hosting;

namespace HackLab.Learning.Internals;

/// <summary>
/// The progress bar of a long fit: by itself in a notebook once it takes longer than a second; none in a plain program, which
/// has callbacks.
/// </summary>
internal static class FitProgress
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    internal static ProgressBar? Start(long total, string title) =>
        NotebookHost.IsNotebook ? new ProgressBar(total, title, NotebookHost.Token, TimeProvider.System, _patience) : null;
}
