using System.Reflection;
using System.Text.Json;
using HackLab.Charts;
using Microsoft.Playwright;

namespace HackLab.Notebooks.Tests.Gallery;

/// <summary>Every kind of figure as a browser shows it, still and interactive.</summary>
public class GalleryTests(OpenGallery gallery) : IClassFixture<OpenGallery>
{
    // What is drawn in the box of each figure: texts that cover each other, and whatever leaves the picture.
    private const string Complaints = """
        ([root, picture]) => {
            const complaints = [], svgs = [...document.querySelectorAll(root)];
            for (const svg of svgs) {
                const name = svg.closest('section').id, frame = (picture ? svg.closest(picture) : svg).getBoundingClientRect();
                const isShown = e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}) && !e.closest('defs, clipPath, .modebar-container, .hoverlayer');
                const texts = [...svg.querySelectorAll('text')].filter(t => isShown(t) && t.textContent.trim()).map(t => ({text: t.textContent, box: t.getBoundingClientRect(), matrix: t.getScreenCTM()}));
                for (const t of texts) {
                    if (t.box.left < frame.left - 1 || t.box.right > frame.right + 1 || t.box.top < frame.top - 1 || t.box.bottom > frame.bottom + 1)
                        complaints.push(`${name}: '${t.text}' leaves the picture`);
                }
                // A slanted text's box is larger than the text.
                const straight = texts.filter(t => Math.min(Math.abs(t.matrix.a), Math.abs(t.matrix.b)) < 1e-3);
                straight.forEach((a, i) => straight.slice(0, i).forEach(b => {
                    const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left), high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
                    // Boxes have the height of a line, glyphs do not fill it.
                    if (wide > 1 && high > 5) complaints.push(`${name}: '${a.text}' covers '${b.text}'`);
                }));
            }
            return complaints;
        }
        """;

    public static TheoryData<string> Names => [.. GalleryFigures.All.Select(figure => figure.Name)];

    [Fact]
    public void Every_kind_of_figure_is_in_the_gallery()
    {
        IEnumerable<string> kinds = typeof(Chart)
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(Figure)).Select(method => method.Name).Distinct();
        Assert.Empty(kinds.Except(GalleryFigures.All.Select(figure => figure.Kind)));
        Assert.Equal(GalleryFigures.All.Count, GalleryFigures.All.Select(figure => figure.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Plotly_has_no_complaints(string name)
    {
        Skip();
        string json = GalleryFigures.All.Single(figure => figure.Name == name).Figure.ToPlotlyJson();
        Assert.InRange(json.Length, 500, 200_000);
        string[] complaints = await gallery.Page.EvaluateAsync<string[]>(
            "json => { const {data, layout} = JSON.parse(json); return (hacklabPlotly.validate(data, layout) || []).map(found => found.msg); }", json);
        Assert.Empty(complaints);
        // Its check must be one that can fail.
        Assert.Equal(1, await gallery.Page.EvaluateAsync<int>("() => hacklabPlotly.validate([{type: 'scatter', y: [1], colour: 'red'}], {}).length"));
    }

    [Fact]
    public async Task Every_interactive_figure_is_drawn_and_as_large_as_the_picture()
    {
        Skip();
        string found = await gallery.Page.EvaluateAsync<string>("""
            () => JSON.stringify([...document.querySelectorAll('[data-hacklab-plotly]')].map(box => ({
                name: box.closest('section').id, state: box.dataset.state, note: box.textContent.includes('still picture'),
                width: box.querySelector('.main-svg').getBoundingClientRect().width, height: box.getBoundingClientRect().height,
                marks: box.querySelectorAll('.main-svg .trace path, .main-svg image, .main-svg .shapelayer path, .main-svg .point path').length})))
            """);
        JsonElement[] boxes = JsonSerializer.Deserialize<JsonElement[]>(found)!;
        Assert.Equal(GalleryFigures.All.Count, boxes.Length);
        foreach ((JsonElement box, GalleryFigure figure) in boxes.Zip(GalleryFigures.All))
        {
            Assert.Equal((figure.Name, "drawn"), (box.GetProperty("name").GetString(), box.GetProperty("state").GetString()));
            Assert.InRange(box.GetProperty("width").GetDouble(), 0.5 * figure.Figure.Width, figure.Figure.Width);
            Assert.InRange(box.GetProperty("height").GetDouble(), 0.5 * figure.Figure.Height, 1.25 * figure.Figure.Height);
            Assert.True(box.GetProperty("marks").GetInt32() > 0, $"{figure.Name}: nothing is drawn");
        }
    }

    [Theory]
    [InlineData(".still svg", "")]
    [InlineData(".interactive .main-svg", ".js-plotly-plot")]
    public async Task No_text_covers_another_or_leaves_the_picture(string root, string picture)
    {
        Skip();
        string[] complaints = await gallery.Page.EvaluateAsync<string[]>(Complaints, new[] { root, picture });
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
    }

    [Fact]
    public async Task A_text_that_covers_another_or_leaves_the_picture_is_noticed()
    {
        Skip();
        await gallery.Page.EvaluateAsync("""
            () => {
                const texts = [...document.querySelectorAll('#lines .still svg text')];
                window.spoilt = [texts[0].cloneNode(true), texts[1].cloneNode(true)];
                spoilt[0].textContent = 'twice'; spoilt[1].textContent = 'away'; spoilt[1].setAttribute('x', '-90');
                spoilt.forEach((text, i) => texts[i].after(text));
            }
            """);
        string[] complaints = await gallery.Page.EvaluateAsync<string[]>(Complaints, new[] { ".still svg", "" });
        await gallery.Page.EvaluateAsync("() => spoilt.forEach(text => text.remove())");
        Assert.Contains("lines: 'twice' covers 'Loss by epoch'", complaints);
        Assert.Contains("lines: 'away' leaves the picture", complaints);
    }

    [Fact]
    public async Task Nothing_is_drawn_outside_a_still_picture()
    {
        Skip();
        string[] outside = await gallery.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.still svg')].flatMap(svg => {
                const frame = svg.getBoundingClientRect();
                return [...svg.querySelectorAll('path, rect, line, circle, image, polyline, polygon')].filter(e => !e.closest('defs') && !e.closest('[clip-path]')).filter(e => {
                    const box = e.getBoundingClientRect();
                    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
                }).map(e => `${svg.closest('section').id}: ${e.outerHTML.slice(0, 160)}`);
            })
            """);
        Assert.Empty(outside);
    }

    [Fact]
    public async Task Pointing_at_a_place_tells_its_numbers_also_where_the_page_is_narrow()
    {
        Skip();
        foreach (int width in new[] { 1560, 400 })
        {
            await gallery.Page.SetViewportSizeAsync(width, 900);
            ILocator cell = gallery.Page.Locator("#confusion .interactive .nsewdrag").First;
            await cell.ScrollIntoViewIfNeededAsync();
            await gallery.Page.WaitForFunctionAsync("() => { const box = document.querySelector('#confusion [data-hacklab-plotly]'); return Math.abs(box.querySelector('.main-svg').getBoundingClientRect().width - Math.min(box.clientWidth, box.querySelector('.js-plotly-plot').offsetWidth)) < 1; }");
            LocatorBoundingBoxResult box = (await cell.BoundingBoxAsync())!;
            await gallery.Page.Mouse.MoveAsync(1, 1);
            await gallery.Page.Mouse.MoveAsync(box.X + (0.25f * box.Width), box.Y + (0.25f * box.Height), new() { Steps = 4 });
            await gallery.Page.WaitForFunctionAsync("() => document.querySelector('#confusion .hoverlayer').textContent.includes('true background, called background: 540')");
        }
        await gallery.Page.SetViewportSizeAsync(1560, 1000);
    }

    [Fact]
    public async Task Pictures_of_the_page_are_kept_for_people_to_look_at()
    {
        Skip();
        foreach ((ColorScheme scheme,
            int width) in new[] { (ColorScheme.Light, 720), (ColorScheme.Light, 400), (ColorScheme.Dark, 720),
            (ColorScheme.Dark, 400) })
        {
            await gallery.Page.SetViewportSizeAsync(width, 1000);
            await gallery.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            int height = await gallery.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), part = 0;
            Assert.Equal(width, await gallery.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            for (int top = 0; top < height; top += 8000)
            {
                string path = Path.Combine(GalleryPage.Folder, $"{scheme.ToString().ToLowerInvariant()}-{width}-{++part}.png");
                await gallery.Page.ScreenshotAsync(new() { Path = path, FullPage = true,
                    Clip = new() { X = 0, Y = top, Width = width, Height = Math.Min(8000, height - top) } });
                Assert.True(new FileInfo(path).Length > 1_000, path);
            }
        }
        await gallery.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await gallery.Page.SetViewportSizeAsync(1560, 1000);
    }

    private void Skip() => Assert.SkipWhen(gallery.Missing is not null, gallery.Missing ?? "");
}
