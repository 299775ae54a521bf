using System.Text;

namespace HackLab.Charts.Internals.Plotly;

/// <summary>
/// Lays a figure out as Plotly JSON, {data, layout, config}: the places, sizes and looks of the SVG, so that nothing jumps when
/// one replaces the other.
/// </summary>
internal static class PlotlyFigure
{
    /// <summary>The most bytes that a figure may have, as for SVG.</summary>
    private const int MostBytes = 200_000;

    // Plotly sets a title of several lines higher by the part of a letter that it sets a single line lower.
    private const double LaterLines = 0.7 * Style.Title;

    private const double TitleRow = 24, NoteRow = 19, LegendRow = 23, LegendSwatch = 52;

    /// <summary>Only buttons that act within the page: Plotly has others that send a figure's data to its makers'
    /// server.</summary>
    private static readonly PlotlyObject Config = new()
    {
        { "displaylogo", false }, { "doubleClick", "reset" },
        { "modeBarButtons", [["toImage"], ["zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "resetScale2d"]] },
    };

    public static string Write(FigureModel model)
    {
        string json = Write(model, 0.5);
        for (double grain = 1; grain <= 64 && Encoding.UTF8.GetByteCount(json) > MostBytes; grain *= 2) json = Write(model,
            grain);
        return json;
    }

    private static string Write(FigureModel model, double grain)
    {
        double inner = model.Width - (2 * Style.Border);
        List<string> title = TextWidth.Wrap(model.Title, Style.Title, inner, bold: true);
        string[] notes = [.. model.Notes.SelectMany(note => TextWidth.Wrap(note, Style.Text, inner))];
        double notesTop = Style.Border + (title.Count * TitleRow);
        // Plotly has one legend: what panels explain for themselves joins it.
        LegendEntry[] entries = [.. model.Legend.Concat(model.Panels.SelectMany(p => p.Legend)).Distinct()];
        double legendTop = notesTop + (notes.Length * NoteRow) + 2;
        double top = legendTop + (LegendRows(entries, inner) * LegendRow) + 6;
        (IReadOnlyList<PanelPlacement> places, double bottom) = PanelPlacement.Of(model, top);
        double height = Math.Ceiling(bottom + Style.Border);
        // Margins around all panels in pixels, each panel a share of what is within them.
        (double Left, double Top, double Right, double Bottom) area =
            (places.Min(p => p.To.Left), places.Min(p => p.To.Top), places.Max(p => p.To.Right), places.Max(p => p.To.Bottom));

        var legend = new PlotlyLegend(entries);
        PlotlyPanel[] panels = [.. places.Select((place, i) => new PlotlyPanel(place.To, i + 1, legend, grain))];
        for (int i = 0; i < panels.Length; i++)
        {
            foreach (Marks.Mark mark in places[i].Panel.Marks) mark.Plot(panels[i]);
        }
        PlotlyObject[] data = [.. panels.SelectMany(panel => panel.Traces), .. legend.Rest(), .. Bars(model, places, area)];
        PlotlyObject[] annotations =
        [
            .. panels.SelectMany(panel => panel.Annotations), .. places.SelectMany(p => Heading(p, area)), .. Notes(notes, notesTop, area),
        ];
        var layout = new PlotlyObject
        {
            { "width", model.Width }, { "height", height },
            { "margin", new PlotlyObject { { "l", area.Left }, { "t", area.Top }, { "r", model.Width - area.Right },
            { "b", height - area.Bottom }, { "pad", 0 } } },
            {
                "title", new PlotlyObject
                {
                    { "text", PlotlyText.Lines(title.Select(line => (line, "font-weight:600"))) },
                    { "font", new PlotlyObject { { "size", Style.Title } } }, { "xref", "container" }, { "yref", "container" },
                    { "x", Style.Border / model.Width }, { "xanchor", "left" },
                    { "y", 1 - ((Style.Border + (title.Count > 1 ? LaterLines : 0)) / height) }, { "yanchor", "top" },
                }
            },
            { "font", new PlotlyObject { { "family", Style.Fonts }, { "size", Style.Text }, { "color", Palette.Ink } } },
            { "paper_bgcolor", Palette.Paper }, { "plot_bgcolor", Palette.Paper }, { "hovermode", "closest" },
            { "showlegend", entries.Length > 0 }, { "modebar", new PlotlyObject { { "bgcolor", "rgba(255,255,255,.85)" } } },
            { "meta", new PlotlyObject { { "description", model.Description } } },
            { "shapes", panels.SelectMany(panel => panel.Shapes).ToArray() },
            { "images", panels.SelectMany(panel => panel.Images).ToArray() },
            { "annotations", annotations },
        };
        for (int i = 0; i < places.Count; i++)
            AddAxes(layout, places[i], i == 0 ? "" : $"{i + 1}", area, hasImage: panels[i].Images.Count > 0);
        // Plotly's own check fails on settings of a legend that is not there.
        if (entries.Length > 0)
        {
            layout.Add("legend", new PlotlyObject
            {
                { "orientation", "h" }, { "xref", "container" }, { "yref", "container" }, { "x", Style.Border / model.Width },
                { "xanchor", "left" },
                { "y", 1 - (legendTop / height) }, { "yanchor", "top" }, { "bgcolor", "rgba(0,0,0,0)" }, { "itemwidth", 30 },
            });
        }
        if (data.Any(trace => trace.IsOfType("bar"))) layout.Add("barmode", "overlay");
        return PlotlyJson.Write(new() { { "data", data }, { "layout", layout }, { "config", Config } });
    }

    private static void AddAxes(PlotlyObject layout, PanelPlacement place,
        string number, (double Left, double Top, double Right, double Bottom) area, bool hasImage)
    {
        (Projection to, Panel panel) = (place.To, place.Panel);
        double width = area.Right - area.Left, height = area.Bottom - area.Top;
        // Plotly draws the grid over images.
        (Axis x, Axis y) = hasImage ? (panel.XAxis with { Grid = false }, panel.YAxis with { Grid = false })
            : (panel.XAxis, panel.YAxis);
        XTickLabels labels = XTickLabels.For(panel.XAxis, to.Width);
        layout.Add($"xaxis{number}", PlotlyAxis.Layout(
            x, labels.Ticks, $"y{number}", (to.Left - area.Left) / width, (to.Right - area.Left) / width, labels.Turned));
        layout.Add($"yaxis{number}", PlotlyAxis.Layout(
            y, PanelPainter.YTicks(panel, to.Height),
                $"x{number}", (area.Bottom - to.Bottom) / height, (area.Bottom - to.Top) / height));
    }

    /// <summary>The bars that explain colours, where they stand in the SVG.</summary>
    private static IEnumerable<PlotlyObject> Bars(
        FigureModel model, IReadOnlyList<PanelPlacement> places, (double Left, double Top, double Right, double Bottom) area)
    {
        (double width, double height) = (area.Right - area.Left, area.Bottom - area.Top);
        if (model.Colours is not null) yield return PlotlyColours.Bar(model.Colours, 1, 0, 1, height);
        foreach (PanelPlacement place in places.Where(p => p.Panel.Colours is not null))
        {
            yield return PlotlyColours.Bar(
                place.Panel.Colours!, (place.To.Right - area.Left) / width, (area.Bottom - place.To.Bottom) / height,
                (area.Bottom - place.To.Top) / height, place.To.Height);
        }
    }

    /// <summary>The smaller lines under the title, where they stand in the SVG.</summary>
    private static IEnumerable<PlotlyObject> Notes(string[] notes,
        double top, (double Left, double Top, double Right, double Bottom) area) => notes.Select((note, i) => new PlotlyObject
    {
        { "xref", "paper" }, { "yref", "paper" }, { "x", (Style.Border - area.Left) / (area.Right - area.Left) },
        { "xanchor", "left" },
        { "y", (area.Bottom - top - (i * NoteRow)) / (area.Bottom - area.Top) }, { "yanchor", "top" }, { "showarrow", false },
        { "borderpad", 0 },
        { "text", note }, { "font", new PlotlyObject { { "size", Style.Text }, { "color", Palette.Muted } } },
    });

    /// <summary>The title of one panel among several.</summary>
    private static IEnumerable<PlotlyObject> Heading(PanelPlacement place, (double Left, double Top, double Right,
        double Bottom) area)
    {
        if (place.Panel.Title.Length == 0) yield break;
        string title = TextWidth.Shorten(place.Panel.Title, Style.Label, place.To.Width, bold: true);
        yield return new()
        {
            { "xref", "paper" }, { "yref", "paper" }, { "x", (place.To.Left - area.Left) / (area.Right - area.Left) },
            { "y", (area.Bottom - place.To.Top) / (area.Bottom - area.Top) }, { "xanchor", "left" }, { "yanchor", "bottom" },
            { "showarrow", false },
            { "text", PlotlyText.Lines([(title, "font-weight:600")]) },
            { "font", new PlotlyObject { { "size", Style.Label } } }, { "yshift", 2 }, { "borderpad", 0 },
        };
    }

    /// <summary>Plotly sets a legend that needs more than one row in columns of equal width.</summary>
    private static int LegendRows(IReadOnlyList<LegendEntry> legend, double width)
    {
        if (legend.Count == 0) return 0;
        double[] widths = [.. legend.Select(entry => LegendSwatch + TextWidth.Of(entry.Text, Style.Text))];
        if (widths.Sum() <= width) return 1;
        int columns = Math.Max(1, (int)(width / widths.Max()));
        return (legend.Count + columns - 1) / columns;
    }
}
