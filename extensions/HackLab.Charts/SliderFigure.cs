using HackLab.Charts.Internals.Interactive;
using HackLab.Data.Display;

namespace HackLab.Charts;

/// <summary>
/// Figures of which one is shown at a time, chosen by a slider that keys move, too. Where scripts do not run all of them are shown, side
/// by side. Made by <see cref="Chart.Slider"/>.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class SliderFigure : IRichDisplay
{
    internal SliderFigure(IReadOnlyList<Figure> figures, IReadOnlyList<string> places, SliderOptions options)
    {
        (Figures, Places, Options) = ([.. figures], [.. places], options);
        Title = options.Title ?? figures[0].Title;
    }

    /// <summary>The headline.</summary>
    public string Title { get; }

    /// <summary>The figures, in the order of the slider.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>What the slider says at each figure.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>The settings.</summary>
    public SliderOptions Options { get; }

    /// <inheritdoc/>
    public string ToHtml() => SliderView.Of(this);

    /// <summary>A summary in plain text, where pictures cannot be shown.</summary>
    public string ToText() =>
        $"{Title} ({Options.Label}: {string.Join(", ", Places)})\n{Figures[Options.Start].ToText()}";

    /// <summary>A summary in plain text.</summary>
    public override string ToString() => ToText();
}
