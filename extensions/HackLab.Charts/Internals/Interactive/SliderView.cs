using System.Globalization;
using System.Text;

namespace HackLab.Charts.Internals.Interactive;

/// <summary>
/// Figures with a slider as HTML: all of them side by side, and a script that leaves one and brings out the slider. A native range
/// input, so that arrow keys, Home and End work and screen readers know it.
/// </summary>
internal static class SliderView
{
    private static readonly Lazy<string> Script = new(() => EmbeddedScript.Read("slider.js"));

    public static string Of(SliderFigure slider)
    {
        string width = slider.Figures.Max(figure => figure.Width).ToString(CultureInfo.InvariantCulture);
        string label = SvgWriter.Escape(slider.Options.Label), title = SvgWriter.Escape(slider.Title);
        var figures = new StringBuilder();
        for (int i = 0; i < slider.Figures.Count; i++)
        {
            figures.Append(CultureInfo.InvariantCulture, $"<div data-place=\"{SvgWriter.Escape(slider.Places[i])}\" style=\"width:31%\">")
                .Append(slider.Figures[i].ToSvg()).Append("</div>\n");
        }
        string key = InteractiveView.Key(title + label + figures);
        string last = (slider.Figures.Count - 1).ToString(CultureInfo.InvariantCulture);
        string start = slider.Options.Start.ToString(CultureInfo.InvariantCulture);
        return $"""
            <div class="hacklab-slider" data-hacklab-slider="{key}" role="group" aria-label="{title}" style="max-width:{width}px">
            <label style="margin:0 0 8px" hidden>{label}: <output style="display:inline-block;min-width:4em;font-weight:600"></output>
            <input type="range" min="0" max="{last}" step="1" value="{start}" style="width:100%;margin:4px 0 0"></label>
            <div style="display:flex;flex-wrap:wrap;gap:8px">
            {figures}</div></div>
            <script>
            {Script.Value.Replace("%KEY%", key, StringComparison.Ordinal)}</script>
            """;
    }
}
