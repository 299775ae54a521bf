using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HackLab.Charts.Internals.Saving;

/// <summary>A browser without a window and with a profile of its own; process and profile are gone with this object.</summary>
internal sealed partial class HeadlessBrowser : IAsyncDisposable
{
    // Nothing to ask, nothing to fetch, nothing to hear.
    private static readonly string[] Quiet =
    [
        "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-extensions", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--hide-scrollbars", "--mute-audio",
    ];

    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory($"hacklab-browser-{Environment.ProcessId}-");
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DevTools? _tools;

    private HeadlessBrowser(string program)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        foreach (string argument in Arguments()) start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        // What it says on standard error is where it listens; port 0 lets the system choose a free one.
        _process.ErrorDataReceived += (_, line) =>
        {
            Match match = Listening().Match(line.Data ?? "");
            if (match.Success) _address.TrySetResult(new Uri(match.Groups[1].Value));
        };
        _process.Exited += (_, _) =>
            _address.TrySetException(new IOException($"The browser {program} ended before it could be used."));
    }

    /// <summary>Starts it and waits until it can be spoken to.</summary>
    /// <exception cref="IOException">It does not start.</exception>
    public static async Task<HeadlessBrowser> StartAsync(string program, CancellationToken cancellation)
    {
        var browser = new HeadlessBrowser(program);
        try
        {
            if (!browser._process.Start()) throw new IOException($"The browser {program} does not start.");
            browser._process.BeginErrorReadLine();
            browser._process.BeginOutputReadLine();
            Uri address = await browser._address.Task.WaitAsync(cancellation).ConfigureAwait(false);
            browser._tools = await DevTools.ConnectAsync(address, cancellation).ConfigureAwait(false);
            return browser;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            await browser.DisposeAsync().ConfigureAwait(false);
            throw new IOException($"The browser {program} does not start: {error.Message}", error);
        }
        catch
        {
            await browser.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A picture as PNG, with transparent corners where it has any.</summary>
    /// <param name="svg">An SVG document.</param>
    /// <param name="width">Its width in its own pixels.</param>
    /// <param name="height">Its height in its own pixels.</param>
    /// <param name="scale">How many pixels of the PNG one of them becomes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<byte[]> PaintAsync(string svg, int width, int height, double scale, CancellationToken cancellation)
    {
        DevTools tools = _tools!;
        string target = (await tools.CallAsync("Target.createTarget", new() { ["url"] = "about:blank" }, cancellation)
            .ConfigureAwait(false))
            .GetProperty("targetId").GetString()!;
        await tools.AttachAsync(target, cancellation).ConfigureAwait(false);
        await tools.CallAsync("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = scale, ["mobile"] = false,
        }, cancellation).ConfigureAwait(false);
        await tools.CallAsync("Emulation.setDefaultBackgroundColorOverride", new()
        {
            ["color"] = new System.Text.Json.Nodes.JsonObject { ["r"] = 0, ["g"] = 0, ["b"] = 0, ["a"] = 0 },
        }, cancellation).ConfigureAwait(false);
        // As an image: complete when decode() says so, fonts and inner images included.
        string source = "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg));
        System.Text.Json.JsonElement drawn = await tools.CallAsync("Runtime.evaluate", new()
        {
            ["awaitPromise"] = true,
            ["expression"] = $"(async () => {{ document.body.style.margin = 0; const image = new Image({width}, {height}); "
                + "image.style.display = 'block'; "
                + $"image.src = '{source}'; await image.decode(); document.body.append(image); return true; }})()",
        }, cancellation).ConfigureAwait(false);
        if (drawn.TryGetProperty("exceptionDetails", out System.Text.Json.JsonElement problem))
            throw new IOException($"The browser cannot draw the figure: {problem.GetProperty("text").GetString()}");
        System.Text.Json.JsonElement shot = await tools.CallAsync("Page.captureScreenshot", new() { ["format"] = "png" },
            cancellation).ConfigureAwait(false);
        return shot.GetProperty("data").GetBytesFromBase64();
    }

    public async ValueTask DisposeAsync()
    {
        if (_tools is not null)
        {
            await _tools.CloseBrowserAsync(PatienceAtEnd).ConfigureAwait(false);
            _tools.Dispose();
        }
        try
        {
            if (_tools is null || !_process.WaitForExit(PatienceAtEnd)) _process.Kill(entireProcessTree: true);
            _process.WaitForExit(PatienceAtEnd);
        }
        catch (InvalidOperationException)
        {
            // It never started.
        }
        _process.Dispose();
        await DeleteProfileAsync().ConfigureAwait(false);
    }

    /// <summary>Children of the browser may hold files for a moment after it.</summary>
    private async Task DeleteProfileAsync()
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                _profile.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(100).ConfigureAwait(false);
            }
        }
    }

    private IEnumerable<string> Arguments()
    {
        yield return "--headless=new";
        yield return "--remote-debugging-port=0";
        yield return $"--user-data-dir={_profile.FullName}";
        // Containers often have no other user, and the sandbox refuses this one. The page is the figure alone, without scripts.
        if (OperatingSystem.IsLinux() && Environment.UserName == "root") yield return "--no-sandbox";
        foreach (string flag in Quiet) yield return flag;
        yield return "about:blank";
    }

    [GeneratedRegex(@"DevTools listening on (ws://\S+)")]
    private static partial Regex Listening();
}
