using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A name and the point it belongs to.</summary>
internal readonly record struct PointName(double X, double Y, double Radius, string Text);

/// <summary>
/// Names beside points, each right, left, above or below of its point where it covers no other name and leaves no part outside; one
/// without such a place is not written. Earlier names have the choice.
/// </summary>
/// <param name="Names">The names.</param>
internal sealed record FreeLabels(IReadOnlyList<PointName> Names) : Mark
{
    private const double Height = 15, MostWidth = 180;

    /// <summary>Texts with places of their own, which no name may cover.</summary>
    public IReadOnlyList<Label> Beside { get; init; } = [];

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        foreach ((PointName name, double dx, double dy, string anchor) in Placed(to))
            svg.Text(to.X(name.X) + dx, to.Y(name.Y) + dy + 4.5, name.Text, anchor, halo: true);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        foreach ((PointName name, double dx, double dy, string anchor) in Placed(plot.To)) plot.Text(name.X, name.Y, name.Text,
            anchor, dx: dx, dy: dy, halo: true);
    }

    private List<(PointName Name, double Dx, double Dy, string Anchor)> Placed(Projection to)
    {
        var placed = new List<(PointName, double, double, string)>();
        List<(double Left, double Top, double Right, double Bottom)> taken = [.. Beside.Select(l => Box(l, to))];
        (double Left, double Top, double Right, double Bottom)[] points =
            [.. Names.Select(n => (to.X(n.X) - n.Radius, to.Y(n.Y) - n.Radius, to.X(n.X) + n.Radius, to.Y(n.Y) + n.Radius))];
        foreach (PointName given in Names)
        {
            PointName name = given with { Text = TextWidth.Shorten(given.Text, Style.Text, MostWidth) };
            double width = TextWidth.Of(name.Text, Style.Text), away = name.Radius + 4, up = name.Radius + 10;
            (double Dx, double Dy, string Anchor)[] choices = [(away, 0, "start"), (-away, 0, "end"), (0, -up, "middle"),
                (0, up, "middle")];
            // First where no point is covered either, then where only names are not.
            (double Dx, double Dy, string Anchor)? free = null;
            foreach (bool strict in (bool[])[true, false])
            {
                foreach ((double dx, double dy, string anchor) in choices)
                {
                    double left = to.X(name.X) + dx - (anchor == "start" ? 0 : anchor == "end" ? width : width / 2),
                        top = to.Y(name.Y) + dy - (Height / 2);
                    var box = (Left: left - 2, Top: top, Right: left + width + 2, Bottom: top + Height);
                    if (box.Left < to.Left - 2 || box.Right > to.Right + 12 || box.Top < to.Top - 8
                        || box.Bottom > to.Bottom) continue;
                    if (taken.Any(t => Meet(t, box)) || (strict && points.Any(p => Meet(p, box)))) continue;
                    taken.Add(box);
                    free = (dx, dy, anchor);
                    break;
                }
                if (free is not null) break;
            }
            if (free is { } place) placed.Add((name, place.Dx, place.Dy, place.Anchor));
        }
        return placed;
    }

    private static (double Left, double Top, double Right, double Bottom) Box(Label label, Projection to)
    {
        double width = TextWidth.Of(label.Text, label.Size), x = to.X(label.X) + label.Dx, y = to.Y(label.Y) + label.Dy;
        double left = x - (label.Anchor == "start" ? 0 : label.Anchor == "end" ? width : width / 2);
        return (left - 2, y - (Height / 2), left + width + 2, y + (Height / 2));
    }

    private static bool Meet((double Left, double Top, double Right, double Bottom) a,
        (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
