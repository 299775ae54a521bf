using System.Diagnostics;
using HackLab.Data.Download;
using Spectre.Console;

namespace HackLab.Cli.Commands.Data;

/// <summary>Progress of a download: a bar on a terminal, a line every few seconds elsewhere.</summary>
internal static class FetchProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public static Task<FetchedFile> ShowAsync(TextWriter words, Func<DownloadOptions, Task<FetchedFile>> fetch,
        CancellationToken cancellation)
    {
        var options = new DownloadOptions { Say = words.WriteLine, Cancellation = cancellation };
        bool onScreen = words == Console.Out && !Console.IsOutputRedirected && Screen.Create().Profile.Capabilities.Interactive;
        return onScreen ? BarAsync(options, fetch) : fetch(options with { Progress = Lines(words) });
    }

    private static Task<FetchedFile> BarAsync(DownloadOptions options, Func<DownloadOptions, Task<FetchedFile>> fetch) =>
        Screen.Create().Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 24 },
                new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context =>
            {
                ProgressTask? task = null;
                return fetch(options with
                {
                    Progress = progress =>
                    {
                        task ??= context.AddTask(Markup.Escape(progress.Name), maxValue: progress.Total ?? double.MaxValue);
                        task.Description = Markup.Escape(progress.ToString());
                        task.Value = progress.Bytes;
                    },
                    Say = said => AnsiConsole.Console.MarkupLineInterpolated($"{said}"),
                });
            });

    private static Action<TransferProgress> Lines(TextWriter words)
    {
        long last = Stopwatch.GetTimestamp();
        return progress =>
        {
            if (Stopwatch.GetElapsedTime(last) < Interval) return;
            last = Stopwatch.GetTimestamp();
            words.WriteLine(progress.ToString());
        };
    }
}
