using HackLab.Charts.Internals.Interactive;
using HackLab.Data.Display;

namespace HackLab.Charts;

/// <summary>
/// A figure that one can zoom, pan and ask for its values, drawn by plotly.js in the page; without a network. The still picture
/// is there until it is drawn, and stays where scripts do not run. Made by <see cref="Figure.Interactive"/>.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class InteractiveFigure : IRichDisplay
{
    private readonly bool _embed;

    internal InteractiveFigure(Figure figure, bool embed) => (Figure, _embed) = (figure, embed);

    /// <summary>The same figure as a still picture.</summary>
    public Figure Figure { get; }

    /// <inheritdoc/>
    public string ToHtml()
    {
        if (PlotlyLibrary.Packed is not { } library) return InteractiveView.Still(Figure);
        string json = Figure.ToPlotlyJson();
        bool carries = _embed || PlotlyLibrary.TravelsWith(InteractiveView.Key(json));
        return InteractiveView.Of(Figure, json, carries ? library : null);
    }

    /// <summary>A summary in plain text, where pictures cannot be shown.</summary>
    public string ToText() => Figure.ToText();

    /// <summary>A summary in plain text.</summary>
    public override string ToString() => Figure.ToText();
}
