using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Plotly;
using HackLab.Charts.Internals.Saving;
using HackLab.Data.Display;

namespace HackLab.Charts;

/// <summary>
/// A finished figure: self-contained SVG with title, labelled axes and alternative text, readable on light and dark pages.
/// A notebook shows it when it is a cell's last line. Made by <see cref="Chart"/>.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class Figure : IRichDisplay
{
    private readonly FigureModel _model;
    private readonly string _svg;

    internal Figure(FigureModel model)
    {
        // Drawn at once, so that whatever is wrong is said where the figure is made, and showing it cannot fail.
        (_svg, Height) = FigurePainter.Paint(model);
        (Title, Description, Width, _model) = (model.Title, model.Description, model.Width, model);
    }

    /// <summary>What was drawn, for figures made of figures.</summary>
    internal FigureModel Model => _model;

    /// <summary>The headline.</summary>
    public string Title { get; }

    /// <summary>The figure in words, as screen readers say it.</summary>
    public string Description { get; }

    /// <summary>Its width in pixels.</summary>
    public int Width { get; }

    /// <summary>Its height in pixels.</summary>
    public int Height { get; }

    /// <summary>The figure as an SVG document.</summary>
    public string ToSvg() => _svg;

    /// <summary>
    /// The same figure for plotly.js, under 200 kB: <c>{data, layout, config}</c>, the arguments of <c>Plotly.newPlot</c>.
    /// </summary>
    /// <example><code>File.WriteAllText("roc.json", figure.ToPlotlyJson());</code></example>
    public string ToPlotlyJson() => PlotlyFigure.Write(_model);

    /// <inheritdoc/>
    public string ToHtml() => $"<div class=\"hacklab-figure\">{_svg}</div>";

    /// <summary>A summary in plain text, where pictures cannot be shown.</summary>
    public string ToText() => _model.Text;

    /// <summary>A summary in plain text.</summary>
    public override string ToString() => _model.Text;

    /// <summary>
    /// The same figure to zoom, pan and point at. plotly.js, which <c>./start</c> installs, travels with the first one of a
    /// notebook and is shared by all others; no network is needed. Without it the still picture is shown.
    /// </summary>
    /// <param name="embed">Whether this one brings plotly.js along in any case (2 MB), as the first one does by itself.</param>
    /// <example><code>Chart.Roc(curves).Interactive()</code></example>
    public InteractiveFigure Interactive(bool embed = false) => new(this, embed);

    /// <summary>
    /// Writes the figure to a file; an existing one is replaced only when the new one is complete. The name's ending says what
    /// it becomes: <c>.svg</c>; <c>.png</c> with two pixels for each of the figure's, painted by an installed Chromium, Chrome or
    /// Edge; <c>.html</c>, a page that needs nothing else, interactive where plotly.js is installed; <c>.json</c> for Plotly.
    /// </summary>
    /// <param name="path">Where. Missing folders are made.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    /// <exception cref="InvalidOperationException">A PNG is asked for and there is no browser.</exception>
    /// <exception cref="IOException">The file cannot be written, or the browser fails.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted; nothing was written.</exception>
    /// <example><code>figure.Save("plots/m_bb.png");</code></example>
    public void Save(string path) => FigureFile.Write(this, path);
}
