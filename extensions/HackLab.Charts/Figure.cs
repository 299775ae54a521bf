using System.Text;
using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Plotly;
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

    /// <summary>Writes the figure to an SVG file; an existing one is replaced only when the new one is complete.</summary>
    /// <param name="path">Where; must end in <c>.svg</c>. Missing folders are made.</param>
    /// <exception cref="ArgumentException">The name does not end in <c>.svg</c>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>figure.Save("m_bb.svg");</code></example>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"Figures are saved as SVG: end the name in .svg (found '{Path.GetFileName(path)}').", nameof(path));
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string part = $"{full}.{Guid.NewGuid():N}.part";
        try
        {
            File.WriteAllText(part, _svg, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(part, full, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
