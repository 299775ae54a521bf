using Microsoft.Playwright;

namespace HackLab.Notebooks.Tests.Browser;

/// <summary>The system's Chromium without a window, with a profile of its own; gone with this object.</summary>
internal sealed class ChromiumBrowser : IAsyncDisposable
{
    // Nothing here measures time: whoever reaches this is stuck.
    private const float Patience = 60_000;

    private readonly TemporaryFolder _profile = new();
    private IPlaywright? _playwright;
    private IBrowserContext? _context;

    private ChromiumBrowser()
    {
    }

    /// <summary>Its one tab.</summary>
    public IPage Page => _context!.Pages[0];

    public static async Task<ChromiumBrowser> StartAsync(int width = 1400, int height = 1000)
    {
        var browser = new ChromiumBrowser();
        try
        {
            browser._playwright = await Playwright.CreateAsync();
            browser._context = await browser._playwright.Chromium.LaunchPersistentContextAsync(browser._profile.Path, new()
            {
                ExecutablePath = InstalledPrograms.Chromium,
                Headless = true,
                Args =
                [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync",
                ],
                ViewportSize = new() { Width = width, Height = height },
                DeviceScaleFactor = 1,
            });
            browser._context.SetDefaultTimeout(Patience);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null) await _context.CloseAsync();
        _playwright?.Dispose();
        _profile.Dispose();
    }
}
