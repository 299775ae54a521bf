using HackLab.Charts;
using HackLab.Notebooks.Tests.Browser;
using Microsoft.Playwright;

namespace HackLab.Notebooks.Tests.Gallery;

/// <summary>Figures with a slider as a browser shows them, with scripts and without.</summary>
public class SliderTests
{
    [Fact]
    public async Task Keys_move_the_slider_and_one_figure_is_shown_or_all_where_scripts_do_not_run()
    {
        Assert.SkipWhen(InstalledPrograms.Chromium is null,
            "Chromium is not installed (Debian: apt install chromium; or name one in HACKLAB_CHROMIUM).");
        string html = $"<!doctype html><meta charset=\"utf-8\"><body>{Chart.LensSlider([0.6, 0.3, 0]).ToHtml()}</body>";
        await using ChromiumBrowser browser = await ChromiumBrowser.StartAsync(900, 700);
        IPage page = browser.Page;
        await page.SetContentAsync(html);
        ILocator slider = page.GetByRole(AriaRole.Slider);
        await slider.FocusAsync();
        foreach ((string key, string place) in new[] { ("ArrowRight", "0.3″"), ("End", "0″"), ("Home", "0.6″") })
        {
            await page.Keyboard.PressAsync(key);
            Assert.Equal(place, await page.Locator("output").InnerTextAsync());
            Assert.Equal(place, await slider.GetAttributeAsync("aria-valuetext"));
            Assert.Equal(place, await page.Locator("[data-place]:visible").GetAttributeAsync("data-place"));
        }
        // What a page that runs no scripts makes of it.
        await page.SetContentAsync(html[..html.IndexOf("<script>", StringComparison.Ordinal)]);
        Assert.Equal(3, await page.Locator("[data-place] svg:visible").CountAsync());
        Assert.False(await page.Locator("input").IsVisibleAsync());
    }
}
