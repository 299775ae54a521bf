namespace HackLab.Charts.Internals.Plotly;

/// <summary>Gives traces the names that the figure's legend has for their looks; each name is listed once.</summary>
internal sealed class PlotlyLegend(IReadOnlyList<LegendEntry> entries)
{
    private readonly HashSet<Look> _listed = [];

    /// <summary>How many lines it has.</summary>
    public int Count => entries.Count;

    /// <summary>Names a trace after its look, if the legend explains that.</summary>
    public void Name(PlotlyObject trace, Look? look)
    {
        // Areas are explained without the dashes that lines of the same look have.
        LegendEntry? entry = look is null ? null
            : entries.FirstOrDefault(e => e.Look == look) ?? entries.FirstOrDefault(e => e.Look == look with { Dash = "" });
        if (entry is not null)
        {
            trace.Add("name", entry.Text);
            trace.Add("legendgroup", Group(entry.Look));
            trace.Add("legendrank", Rank(entry));
        }
        trace.Add("showlegend", entry is not null && _listed.Add(entry.Look));
    }

    /// <summary>Traces without points for those entries that no trace has, so that the legend is the same as in the
    /// SVG.</summary>
    public IEnumerable<PlotlyObject> Rest()
    {
        foreach (LegendEntry entry in entries.Where(e => _listed.Add(e.Look)))
        {
            var trace = new PlotlyObject
            {
                { "type", "scatter" }, { "name", entry.Text }, { "showlegend", true }, { "legendgroup", Group(entry.Look) },
                { "legendrank", Rank(entry) }, { "hoverinfo", "skip" },
                { "x", new PlotlyValues([double.NaN]) }, { "y", new PlotlyValues([double.NaN]) },
                { "mode", entry.IsArea || !entry.HasPoints ? "lines" : "lines+markers" }, { "line", PlotlyLook.Line(entry.Look) },
            };
            if (entry.IsArea) PlotlyLook.Area(trace, entry.Look);
            else if (entry.HasPoints) trace.Add("marker", PlotlyLook.Markers(entry.Look));
            yield return trace;
        }
    }

    /// <summary>The order of the SVG's legend, whatever the order of the traces; 1000 is where Plotly begins.</summary>
    private double Rank(LegendEntry entry) => 1000 + Enumerable.Range(0, entries.Count).First(i => entries[i] == entry);

    private static string Group(Look look) => $"{look.Colour} {look.Fill} {look.Marker} {look.Dash}";
}
