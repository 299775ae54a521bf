using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>Texts, arrows, lines and bands over a finished figure; each method returns a new figure.</summary>
public sealed partial class Figure
{
    /// <summary>The figure with a text at a point of its axes, which reach as far as needed.</summary>
    /// <param name="x">Where its middle stands, in the axis' unit.</param>
    /// <param name="y">Where its middle stands, in the axis' unit.</param>
    /// <param name="text">What it says.</param>
    /// <param name="panel">Which panel, from 0, row after row.</param>
    /// <exception cref="ArgumentException">A number does not fit the axes, or there is no such panel.</exception>
    /// <example><code>Chart.Line(x, y).WithText(2.5, 0.8, "the model stops learning")</code></example>
    public Figure WithText(double x, double y, string text, int panel = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return With(panel, [x], [y], $"Text at {Numbers.Short(x)}, {Numbers.Short(y)}: {text}.",
            [new Label(x, y, text) { Halo = true }]);
    }

    /// <summary>The figure with an arrow to a point, and a text where it starts.</summary>
    /// <param name="fromX">Where it starts.</param>
    /// <param name="fromY">Where it starts.</param>
    /// <param name="toX">Where it points.</param>
    /// <param name="toY">Where it points.</param>
    /// <param name="text">What stands at its start; empty for nothing.</param>
    /// <param name="panel">Which panel, from 0, row after row.</param>
    /// <exception cref="ArgumentException">A number does not fit the axes, or there is no such panel.</exception>
    /// <example><code>figure.WithArrow(140, 0.02, 125, 0.014, "Higgs boson")</code></example>
    public Figure WithArrow(double fromX, double fromY, double toX, double toY, string text = "", int panel = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Mark> marks = [new Arrow(fromX, fromY, toX, toY, Palette.Ink) { Short = 3 }];
        // The text stands behind the start, away from the head.
        string anchor = toX > fromX ? "end" : "start";
        if (text.Length > 0) marks.Add(new Label(fromX, fromY, text, anchor) { Dx = anchor == "end" ? -5 : 5, Halo = true });
        return With(panel, [fromX, toX], [fromY, toY],
            $"Arrow to {Numbers.Short(toX)}, {Numbers.Short(toY)}{(text.Length > 0 ? ": " + text : "")}.", marks);
    }

    /// <summary>The figure with a dashed upright line at a value of the horizontal axis.</summary>
    /// <param name="x">Where it stands.</param>
    /// <param name="label">What is written beside it; empty for nothing.</param>
    /// <param name="panel">Which panel, from 0, row after row.</param>
    /// <exception cref="ArgumentException">The number does not fit the axis, or there is no such panel.</exception>
    /// <example><code>Chart.Histogram(events, "m_bb").WithVerticalLine(125, "Higgs mass")</code></example>
    public Figure WithVerticalLine(double x, string label = "", int panel = 0)
    {
        ArgumentNullException.ThrowIfNull(label);
        return With(panel, [x], [], $"Upright line at {Numbers.Short(x)}{(label.Length > 0 ? ": " + label : "")}.",
            [new RuleLine(x, IsUpright: true, label)]);
    }

    /// <summary>The figure with a dashed level line at a value of the vertical axis.</summary>
    /// <param name="y">Where it stands.</param>
    /// <param name="label">What is written over its end; empty for nothing.</param>
    /// <param name="panel">Which panel, from 0, row after row.</param>
    /// <exception cref="ArgumentException">The number does not fit the axis, or there is no such panel.</exception>
    /// <example><code>Chart.LearningCurve(model.Log).WithHorizontalLine(0.693, "coin toss")</code></example>
    public Figure WithHorizontalLine(double y, string label = "", int panel = 0)
    {
        ArgumentNullException.ThrowIfNull(label);
        return With(panel, [], [y], $"Level line at {Numbers.Short(y)}{(label.Length > 0 ? ": " + label : "")}.",
            [new RuleLine(y, IsUpright: false, label)]);
    }

    /// <summary>The figure with a tinted band between two values of the horizontal axis, behind the data.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="label">What is written into it; empty for nothing.</param>
    /// <param name="panel">Which panel, from 0, row after row.</param>
    /// <exception cref="ArgumentException">The numbers do not fit the axis, or there is no such panel.</exception>
    /// <example><code>Chart.Histogram(events, "m_bb").WithVerticalSpan(100, 150, "signal region")</code></example>
    public Figure WithVerticalSpan(double from, double to, string label = "", int panel = 0)
    {
        ArgumentNullException.ThrowIfNull(label);
        return With(
            panel, [from, to], [],
                $"Band from {Numbers.Short(from)} to {Numbers.Short(to)}{(label.Length > 0 ? ": " + label : "")}.",
            [new Span(from, to, IsUpright: true, label)], behind: true);
    }

    /// <summary>The figure with a tinted band between two values of the vertical axis, behind the data.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="label">What is written into it; empty for nothing.</param>
    /// <param name="panel">Which panel, from 0, row after row.</param>
    /// <exception cref="ArgumentException">The numbers do not fit the axis, or there is no such panel.</exception>
    public Figure WithHorizontalSpan(double from, double to, string label = "", int panel = 0)
    {
        ArgumentNullException.ThrowIfNull(label);
        return With(
            panel, [], [from, to],
                $"Band from {Numbers.Short(from)} to {Numbers.Short(to)}{(label.Length > 0 ? ": " + label : "")}.",
            [new Span(from, to, IsUpright: false, label)], behind: true);
    }

    private Figure With(int panel, double[] x, double[] y, string said, IReadOnlyList<Mark> marks, bool behind = false)
    {
        if ((uint)panel >= (uint)_model.Panels.Count)
        {
            throw new ArgumentException(
                $"The figure has panels 0 to {_model.Panels.Count - 1}, but panel is {panel}.", nameof(panel));
        }
        Panel before = _model.Panels[panel];
        Panel after = before with
        {
            XAxis = before.XAxis.Reaching(x, "horizontal"), YAxis = before.YAxis.Reaching(y, "vertical"),
            Marks = behind ? [.. marks, .. before.Marks] : [.. before.Marks, .. marks],
        };
        return new Figure(_model with
        {
            Panels = [.. _model.Panels.Select((p, i) => i == panel ? after : p)],
            Description = $"{_model.Description} {said}",
            Text = $"{_model.Text}\n  {said}",
        });
    }
}
