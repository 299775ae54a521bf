namespace HackLab.Charts.Internals;

/// <summary>Where a panel lies in its figure.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="To">Its plot area in pixels.</param>
/// <param name="OuterLeft">Where its room starts at the left, axis labels included.</param>
internal sealed record PanelPlacement(Panel Panel, Projection To, double OuterLeft)
{
    /// <summary>Places a figure's panels in rows below <paramref name="top"/>, the same for every way of drawing them.</summary>
    /// <returns>The places, and where the last row ends.</returns>
    public static (IReadOnlyList<PanelPlacement> Places, double Bottom) Of(FigureModel model, double top)
    {
        double inner = model.Width - (2 * Style.Border);
        double width = inner / model.Columns, height = model.RowHeight;
        PanelMargins margins = PanelMargins.For(model.Panels, width, height);
        var places = new List<PanelPlacement>();
        for (int i = 0; i < model.Panels.Count; i++)
        {
            Panel panel = model.Panels[i];
            double outerLeft = Style.Border + (width * (i % model.Columns));
            double plotWidth = width - margins.Left - margins.Right, plotHeight = height - margins.Top - margins.Bottom;
            if (panel.Square) plotWidth = plotHeight = Math.Min(plotWidth, plotHeight);
            var to = new Projection(
                outerLeft + margins.Left, top + (height * (i / model.Columns)) + margins.Top, plotWidth, plotHeight, panel.XAxis, panel.YAxis);
            places.Add(new PanelPlacement(panel, to, outerLeft));
        }
        return (places, top + (height * Math.Ceiling(model.Panels.Count / (double)model.Columns)));
    }
}
