using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Points in two dimensions.</summary>
public static partial class Chart
{
    private const int MostTalkingPoints = 400;

    /// <summary>One cloud of points.</summary>
    /// <param name="x">Horizontal values, shape [n].</param>
    /// <param name="y">Vertical values, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no points, a value that is not finite, or a setting is out of range.
    /// </exception>
    /// <example><code>Chart.Scatter(pt, eta, new() { XLabel = "pT [GeV]", YLabel = "η", XScale = Scale.Log })</code></example>
    public static Figure Scatter(double[] x, double[] y, ScatterOptions? options = null) =>
        Scatter([new Series("points", x, y)], options);

    /// <summary>Two features of labelled rows, the classes told apart by colour and marker.</summary>
    /// <param name="data">Labelled rows.</param>
    /// <param name="x">The feature along the horizontal axis.</param>
    /// <param name="y">The feature along the vertical axis.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">No such feature, no rows, or a value that is not finite.</exception>
    /// <example><code>Chart.Scatter(train, "m_bb", "m_wwbb")</code></example>
    public static Figure Scatter(TabularData data, string x, string y, ScatterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new ScatterOptions();
        Sample[] across = [.. ByClass(data, x)], up = [.. ByClass(data, y)];
        return Scatter([.. across.Zip(up, (a, b) => new Series(a.Name, [.. a.Values.Select(v => (double)v)],
            [.. b.Values.Select(v => (double)v)]))], options with
        {
            Title = options.Title ?? $"{data.Name}: {y} against {x}",
            XLabel = options.XLabel ?? data.Features[data.IndexOf(x)].AxisLabel,
            YLabel = options.YLabel ?? data.Features[data.IndexOf(y)].AxisLabel,
        });
    }

    /// <summary>Two columns of a table against each other; rows where one is missing are left out.</summary>
    /// <param name="frame">The table.</param>
    /// <param name="x">The column along the horizontal axis.</param>
    /// <param name="y">The column along the vertical axis.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no such column, or nothing to draw.</exception>
    /// <exception cref="InvalidOperationException">A column does not hold numbers.</exception>
    /// <example><code>Chart.Scatter(stars, "period", "radius", new() { XScale = Scale.Log })</code></example>
    public static Figure Scatter(DataFrame frame, string x, string y, ScatterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        options ??= new ScatterOptions();
        return Scatter([new Series("rows", frame[x].ToDoubles(), frame[y].ToDoubles())], options with
        {
            NonFinite = NonFinite.Drop, XLabel = options.XLabel ?? x, YLabel = options.YLabel ?? y,
        });
    }

    /// <summary>
    /// Groups of points, told apart by colour and marker. More than a few thousand are shown as counts per small cell, each group
    /// in a panel of its own; where thin tails (under 1 % of the values) would take most of an axis, it stops before them and
    /// says so.
    /// </summary>
    /// <param name="groups">At least one group with at least one point, up to a million points and more.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// No groups, lengths differ, no points, a value that is not finite, or a setting is out of range.
    /// </exception>
    /// <example><code>Chart.Scatter([new("ground", x0, y0), new("excited", x1, y1)], new() { XLabel = "I [V]", YLabel = "Q [V]" })</code></example>
    public static Figure Scatter(IReadOnlyList<Series> groups, ScatterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count == 0) throw new ArgumentException("There is nothing to draw: no groups of points.", nameof(groups));
        options ??= new ScatterOptions();
        Input.Size(options);
        if (options.DensityAbove is < 0 or > 5000)
        {
            throw new ArgumentException(
                $"DensityAbove must lie between 0 and 5000 points, but it is {options.DensityAbove}.", nameof(options));
        }
        PointExtras extras = PointExtras.Of(groups, options);
        int dropped = 0;
        Series[] drawn = [.. groups.Select(g => Input.Points(g, options, ref dropped))];
        extras = extras.Without(groups[0], drawn[0], options);
        string xLabel = options.XLabel ?? "x", yLabel = options.YLabel ?? "y";
        string title = options.Title ?? $"{yLabel} against {xLabel}";
        long count = drawn.Sum(g => (long)g.X.Count);
        FigureModel model = count > options.DensityAbove
            ? DensityModel(drawn, options, extras, xLabel, yLabel)
            : PointsModel(drawn, options, extras, xLabel, yLabel);
        string[] together = [.. drawn.Select(Together)];
        string said = string.Join(" ", drawn.Select((g, k) =>
            $"{g.Name}: {Numbers.Count(g.X.Count)} {(g.X.Count == 1 ? "point" : "points")}, {xLabel} from {Numbers.Short(g.X.Min())} to {Numbers.Short(g.X.Max())}, "
            + $"{yLabel} from {Numbers.Short(g.Y.Min())} to {Numbers.Short(g.Y.Max())}{together[k]}."));
        return new Figure(model with
        {
            Title = title,
            Description = options.Description ?? $"{title}. {said}",
            Notes = [.. Input.Note(dropped, Axes.HasLog(options)), .. model.Notes],
            Text = $"{title}\n{string.Join("\n", drawn.Select((g, k) =>
                $"  {g.Name}: n = {Numbers.Count(g.X.Count)}, mean ({Numbers.Short(g.X.Average())}, {Numbers.Short(g.Y.Average())}){together[k]}"))}",
        });
    }

    private static FigureModel PointsModel(Series[] drawn, ScatterOptions options, PointExtras extras, string xLabel,
        string yLabel)
    {
        int count = drawn.Sum(g => g.X.Count);
        double radius = count > MostTalkingPoints ? 2.4 : 4;
        List<Mark> marks = [];
        for (int k = 0; k < drawn.Length; k++)
        {
            Series g = drawn[k];
            marks.Add(new Dots(g.X, g.Y, Palette.Of(k), radius)
            {
                Colours = extras.Colours is { } colours ? [.. extras.Values!.Select(colours.Of)] : null,
                Hover = count > MostTalkingPoints ? null : [.. g.X.Select((x, i) => PointText(g, i, drawn.Length > 1, extras))],
            });
        }
        return new FigureModel
        {
            Title = "", Description = "", Text = "",
            Panels =
            [
                new Panel(Axes.X(options, xLabel, drawn.SelectMany(g => g.X)), Axes.Y(options, yLabel, drawn.SelectMany(g => g.Y)),
                    marks) { Colours = extras.Colours },
            ],
            Legend = drawn.Length == 1 ? [] : [.. drawn.Select((g, k) =>
                LegendEntry.Points(Palette.Of(k), $"{g.Name} ({Numbers.Count(g.X.Count)})"))],
            Width = options.Width ?? 640,
            RowHeight = options.Height ?? 400,
        };
    }

    private static FigureModel DensityModel(Series[] drawn, ScatterOptions options, PointExtras extras, string xLabel,
        string yLabel)
    {
        int columns =
            Math.Min(3, drawn.Length), width = options.Width ?? (drawn.Length == 1 ? 680 : Math.Min(1080, 400 * columns));
        int height = options.Height ?? (drawn.Length == 1 ? 420 : 320);
        Axis Over(string label, Func<Series, IReadOnlyList<double>> of, Scale scale, (double, double)? range, string setting) =>
            range is null
            ? Density.Bulk(label, [.. drawn.SelectMany(of)], scale) with { Grid = false }
            : Axes.Of(label, drawn.SelectMany(of), scale, range, setting) with { Grid = false };
        Axis x =
            Over(xLabel, g => g.X, options.XScale, options.XRange, "XRange"),
                y = Over(yLabel, g => g.Y, options.YScale, options.YRange, "YRange");
        // Cells of about 2.5 pixels: as small as a point.
        int across = Math.Max(20, (int)((width - 140.0) / columns / 2.5)), up = Math.Max(20, (int)((height - 75) / 2.5));
        Density[] cells = [.. drawn.Select(g => new Density(g, x, y, across, up))];
        // With a third value, cells show its mean; else how many points they have.
        double[]? means = extras.Values is null ? null : cells[0].Means(drawn[0], extras.Values);
        ColourAxis colours = means is null
            ? new ColourAxis(options.ColourMap, 0.9, Math.Max(2, cells.Max(c => c.Most)), "points per cell") { Log = true }
            : ColourAxis.Over(options.ColourMap, $"mean {options.ColourLabel}",
                means.Where(double.IsFinite).DefaultIfEmpty(0).Min(), means.Where(double.IsFinite).DefaultIfEmpty(0).Max());
        long outside = cells.Sum(c => c.Outside), count = drawn.Sum(g => (long)g.X.Count);
        return new FigureModel
        {
            Title = "", Description = "", Text = "",
            Panels =
            [
                .. drawn.Select((g, k) => new Panel(x, k % columns == 0 ? y : y with { Label = "", TickLabels = false },
                    [cells[k].ToMark(colours, means)])
                {
                    Title = drawn.Length == 1 ? "" : $"{g.Name} ({Numbers.Count(g.X.Count)})",
                }),
            ],
            Columns = columns,
            Colours = colours,
            Notes =
            [
                $"{Numbers.Count(count)} points, {(means is null ? "counted" : "averaged")} in cells of about 2.5 pixels",
                .. outside == 0 ? Array.Empty<string>()
                    : [$"{Numbers.Count(outside)} of {Numbers.Count(count)} points ({Numbers.Short(100.0 * outside / count, 2)} %) lie beyond the axes"],
            ],
            Width = width,
            RowHeight = height,
        };
    }

    private static string PointText(Series g, int i, bool named, PointExtras extras)
    {
        string name = extras.Names is { } names ? names[i] + ": " : named ? g.Name + ": " : "";
        string value = extras.Colours is { } colours ? $"; {colours.Label} {Numbers.Short(extras.Values![i], 4)}" : "";
        return $"{name}{Numbers.Short(g.X[i], 4)}, {Numbers.Short(g.Y[i], 4)}{value}";
    }

    /// <summary>The correlation coefficient in words (K. Pearson, 1895), where there is one.</summary>
    private static string Together(Series g)
    {
        if (g.X.Count < 3) return "";
        (double[] x, double[] y) = (Input.Flat(g.X), Input.Flat(g.Y));
        (double meanX, double meanY) = (x.Average(), y.Average());
        double xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            (double dx, double dy) = (x[i] - meanX, y[i] - meanY);
            (xx, yy, xy) = (xx + (dx * dx), yy + (dy * dy), xy + (dx * dy));
        }
        return xx > 0 && yy > 0 && double.IsFinite(xx * yy) ? $", correlation {Numbers.Fixed(xy / Math.Sqrt(xx * yy), 2)}" : "";
    }
}
