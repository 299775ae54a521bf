using System.Text;
using HackLab.Charts.Internals.Interactive;
using HackLab.Data.Files;
using HackLab.Data.Hosting;

namespace HackLab.Charts.Internals.Saving;

/// <summary>Writes figures to files, in the form that the name's ending asks for.</summary>
internal static class FigureFile
{
    /// <summary>Sharp on screens with twice the pixels, and in print.</summary>
    private const double PngScale = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static void Write(Figure figure, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        byte[] content = Path.GetExtension(full).ToLowerInvariant() switch
        {
            ".svg" => Encoding.UTF8.GetBytes(figure.ToSvg()),
            ".json" => Encoding.UTF8.GetBytes(figure.ToPlotlyJson()),
            ".html" => Encoding.UTF8.GetBytes(Page(figure)),
            ".png" => Png(figure),
            _ => throw new ArgumentException(
                $"Figures are saved as .svg, .png, .html or .json: end the name in one of these (found '{Path.GetFileName(path)}').",
                nameof(path)),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        OutputFile.Write(full, file => file.Write(content));
    }

    private static string Page(Figure figure) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{SvgWriter.Escape(figure.Title)}</title>
        </head>
        <body style="margin:16px">
        {(PlotlyLibrary.IsThere ? figure.Interactive(embed: true).ToHtml() : figure.ToHtml())}
        </body>
        </html>

        """;

    private static byte[] Png(Figure figure)
    {
        string browser = InstalledBrowser.Find() ?? throw new InvalidOperationException(
            "PNG pictures are painted by a browser without a window, and none was found. Install Chromium, Chrome or Edge, or name its "
            + $"program in {InstalledBrowser.Variable}. "
            + "Saving as .svg needs no browser.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(NotebookHost.Token);
        limit.CancelAfter(Patience);
        try
        {
            // Away from the cell's thread, whose awaits would wait for the cell to end.
            return Task.Run(() => PaintAsync(figure, browser, limit.Token)).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!NotebookHost.Token.IsCancellationRequested)
        {
            throw new IOException(
                $"The browser {browser} did not paint the figure within {Patience.TotalSeconds:0} seconds. Saving as .svg needs no browser.");
        }
    }

    private static async Task<byte[]> PaintAsync(Figure figure, string browser, CancellationToken cancellation)
    {
        HeadlessBrowser running = await HeadlessBrowser.StartAsync(browser, cancellation).ConfigureAwait(false);
        await using (running.ConfigureAwait(false))
        {
            return await running.PaintAsync(figure.ToSvg(), figure.Width, figure.Height, PngScale, cancellation)
                .ConfigureAwait(false);
        }
    }
}
