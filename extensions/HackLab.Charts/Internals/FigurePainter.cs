using System.Globalization;
using System.Text;

namespace HackLab.Charts.Internals;

/// <summary>
/// Lays a figure out and writes its SVG: headline, notes, legend (above the panels, so that it never covers data), panels.
/// </summary>
internal static class FigurePainter
{
    public static (string Svg, int Height) Paint(FigureModel model)
    {
        var svg = new SvgWriter();
        double inner = model.Width - (2 * Style.Border);
        double y = Style.Border;
        foreach (string line in TextWidth.Wrap(model.Title, Style.Title, inner, bold: true))
        {
            svg.Text(Style.Border, y + 16, line, size: Style.Title, bold: true);
            y += 24;
        }
        foreach (string line in model.Notes.SelectMany(note => TextWidth.Wrap(note, Style.Text, inner)))
        {
            svg.Text(Style.Border, y + 13, line, colour: Palette.Muted);
            y += 19;
        }
        if (model.Legend.Count > 0)
        {
            LegendPainter.Draw(svg, model.Legend, Style.Border, y + 6, inner);
            y += 6 + LegendPainter.HeightOf(model.Legend, inner);
        }
        double bottom = DrawPanels(svg, model, y + 4);
        int height = (int)Math.Ceiling(bottom + Style.Border);
        return (Wrap(model, svg.Finish(), height), height);
    }

    private static double DrawPanels(SvgWriter svg, FigureModel model, double top)
    {
        (IReadOnlyList<PanelPlacement> panels, double bottom) = PanelPlacement.Of(model, top);
        foreach (PanelPlacement panel in panels) PanelPainter.Draw(svg, panel);
        if (model.Colours is not null)
        {
            double first = panels.Min(p => p.To.Top), last = panels.Max(p => p.To.Bottom);
            ColourBarPainter.Draw(svg, model.Colours, panels.Max(p => p.To.Right), first, last - first);
        }
        return bottom;
    }

    private static string Wrap(FigureModel model, string body, int height)
    {
        // The prefix comes from the content, so that ids are the same on every run and differ between the figures of a page.
        string prefix = "f" + Fnv1a(body + model.Title + model.Description).ToString("x8", CultureInfo.InvariantCulture);
        string head = $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {model.Width} {height}" width="{model.Width}" height="{height}" role="img" aria-labelledby="{prefix}t {prefix}d" font-family="{Style.Fonts}" font-size="{Style.Text}" fill="{Palette.Ink}" style="max-width:100%;height:auto">
            <title id="{prefix}t">{SvgWriter.Escape(model.Title)}</title>
            <desc id="{prefix}d">{SvgWriter.Escape(model.Description)}</desc>
            <rect width="{model.Width}" height="{height}" rx="8" fill="{Palette.Paper}"/>

            """;
        return head + body.Replace(SvgWriter.IdMark.ToString(), prefix, StringComparison.Ordinal) + "</svg>";
    }

    /// <summary>The 32-bit FNV-1a hash: string.GetHashCode differs from run to run.</summary>
    private static uint Fnv1a(string text)
    {
        uint hash = 2166136261;
        foreach (byte b in Encoding.UTF8.GetBytes(text)) hash = (hash ^ b) * 16777619;
        return hash;
    }
}
