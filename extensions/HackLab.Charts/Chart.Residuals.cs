using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>Predictions against the truth.</summary>
public static partial class Chart
{
    /// <summary>
    /// Predictions against true values over their residuals (prediction − truth), or pulls where uncertainties are given; the
    /// lines to
    /// meet are drawn. Many points are shown as counts per small cell.
    /// </summary>
    /// <param name="y">True values, shape [n].</param>
    /// <param name="yHat">Predictions, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no points, a value is not finite, or an uncertainty is not above 0.
    /// </exception>
    /// <example><code>Chart.Residuals(test.Y, model.Predict(test), new() { Quantity = "T2 [ms]" })</code></example>
    public static Figure Residuals(IReadOnlyList<double> y, IReadOnlyList<double> yHat, ResidualsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(yHat);
        options ??= new ResidualsOptions();
        Input.Size(options);
        if (options.Error is { } given && given.Count != y.Count)
            throw new ArgumentException($"There are {given.Count} uncertainties for {y.Count} points.", nameof(options));
        int wrong = options.Error?.ToList().FindIndex(e => !(e > 0)) ?? -1;
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"The uncertainty of point {wrong} is {options.Error![wrong]}; it must lie above 0.", nameof(options));
        }
        int dropped = 0;
        Series points = Input.Points(new Series("predictions", y, yHat), options.NonFinite, ref dropped);
        int[] kept = [.. Enumerable.Range(0, y.Count).Where(i => double.IsFinite(y[i]) && double.IsFinite(yHat[i]))];
        double[] residual = [.. kept.Select(i => yHat[i] - y[i])];
        double[] lower = options.Error is { } error ? [.. kept.Select((i, k) => residual[k] / error[i])] : residual;
        double bias = residual.Average(), rms = Math.Sqrt(residual.Average(r => r * r));
        string unit = UnitOf(options.Quantity), lowerName = options.Error is null ? "residual" : "pull";
        double pullMean = lower.Average(), pullWidth = Math.Sqrt(lower.Average(p => (p - pullMean) * (p - pullMean)));
        string numbers = $"Mean residual {Numbers.Short(bias)}{unit}, root mean square {Numbers.Short(rms)}{unit}"
            + (options.Error is null ? ""
                : $"; pulls: mean {Numbers.Short(pullMean)}, standard deviation {Numbers.Short(pullWidth)} (1 if the uncertainties are right)");
        int width = options.Width ?? 640, height = options.Height ?? 270;
        bool many = points.X.Count > 5000;
        Axis Over(string label, IReadOnlyList<double> values) =>
            many ? Density.Bulk(label, values, Scale.Linear) : Axis.Around(label, values.Min(), values.Max());
        Axis x =
            Over(options.XLabel ?? $"true {options.Quantity}", points.X),
                up = Over(options.YLabel ?? $"predicted {options.Quantity}", points.Y);
        Axis down =
            Over(options.Error is null
                ? $"residual{unit.Replace(" ", " [", StringComparison.Ordinal)}{(unit.Length > 0 ? "]" : "")}" : "pull",
                lower).Reaching([0], "vertical");
        Series below = new(lowerName, points.X, lower);
        ColourAxis? colours = null;
        List<Mark> upperMarks, lowerMarks;
        if (many)
        {
            (int across, int rows) = ((width - 150) * 2 / 5, Math.Max(20, height * 2 / 5));
            Density[] cells = [new(points, x, up, across, rows), new(below, x, down, across, rows / 2)];
            colours = new ColourAxis(ColourMap.Viridis, 0.9, Math.Max(2, cells.Max(c => c.Most)),
                "points per cell") { Log = true };
            (upperMarks, lowerMarks) = ([cells[0].ToMark(colours)], [cells[1].ToMark(colours)]);
        }
        else
        {
            double radius = points.X.Count > MostTalkingPoints ? 2.4 : 4;
            bool talks = points.X.Count <= MostTalkingPoints / 2;
            string Said(int i) => $"true {Numbers.Short(points.X[i], 4)}, predicted {Numbers.Short(points.Y[i], 4)}, {lowerName} {Numbers.Short(lower[i])}";
            string[]? hover = talks ? [.. points.X.Select((_, i) => Said(i))] : null;
            upperMarks = [new Dots(points.X, points.Y, Palette.Of(0), radius) { Hover = hover }];
            lowerMarks = [new Dots(below.X, below.Y, Palette.Of(0), radius) { Hover = hover }];
        }
        (double from, double to) = (Math.Max(x.Min, up.Min), Math.Min(x.Max, up.Max));
        if (from < to) upperMarks.Add(new Reference(from, from, to, to, ""));
        if (options.Error is not null) lowerMarks.Insert(0,
            new Span(Math.Max(down.Min, -1), Math.Min(down.Max, 1), IsUpright: false, ""));
        lowerMarks.Add(new RuleLine(0, IsUpright: false, ""));
        string title = options.Title ?? $"Predicted and true {options.Quantity}";
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}. {Numbers.Count(points.X.Count)} predictions against true values, {lowerName}s below. {numbers}.",
            Panels = [new Panel(x with { Label = "", TickLabels = false }, up, upperMarks), new Panel(x, down, lowerMarks)],
            RowShares = [2, 1],
            Colours = colours,
            Notes = [.. Input.Note(dropped), numbers, "Dashed: where prediction and truth are equal"],
            Text = $"{title}\n  n = {Numbers.Count(points.X.Count)}. {numbers}",
            Width = width,
            RowHeight = height,
        });
    }

    /// <summary>The unit in the brackets of a quantity, with a space in front; empty if there is none.</summary>
    private static string UnitOf(string quantity)
    {
        int open = quantity.LastIndexOf('[');
        return open >= 0 && quantity.EndsWith(']') ? " " + quantity[(open + 1)..^1] : "";
    }
}
