using HackLab.Notebooks.Tests.Browser;
using Microsoft.Playwright;

namespace HackLab.Notebooks.Tests.Gallery;

/// <summary>The gallery in a browser, once for all its tests; nothing is opened where the browser or plotly.js is
/// missing.</summary>
public sealed class OpenGallery : IAsyncLifetime
{
    private ChromiumBrowser? _browser;

    /// <summary>What is missing, as a sentence; null if nothing is.</summary>
    public string? Missing { get; } =
        InstalledPrograms.Chromium is null
            ? "Chromium is not installed (Debian: apt install chromium; or name one in HACKLAB_CHROMIUM)."
        : !File.Exists(Path.Combine(AppContext.BaseDirectory, "web", "plotly", "plotly.min.js"))
            ? "plotly.js is not installed: run ./start once with a network connection."
        : null;

    /// <summary>The page, all interactive figures drawn.</summary>
    internal IPage Page => _browser!.Page;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        string path = GalleryPage.Write(GalleryFigures.All);
        _browser = await ChromiumBrowser.StartAsync(1560, 1000);
        await Page.GotoAsync(new Uri(path).AbsoluteUri);
        await Page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-hacklab-plotly]')].every(box => box.querySelector('.main-svg'))");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
    }
}
