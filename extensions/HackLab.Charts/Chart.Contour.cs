using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Lines of equal height.</summary>
public static partial class Chart
{
    /// <summary>Lines of equal height of a formula, such as a loss or a model's score.</summary>
    /// <param name="f">The height at x and y.</param>
    /// <param name="x">From where to where on the horizontal axis.</param>
    /// <param name="y">From where to where on the vertical axis.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A range is empty, a height is not finite, or a setting is out of range.</exception>
    /// <example><code>Chart.Contour((x, y) => (x * x) + (4 * y * y), (-2, 2), (-1, 1))</code></example>
    public static Figure Contour(Func<double, double, double> f, (double From, double To) x, (double From, double To) y,
        ContourOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        options ??= new ContourOptions();
        if (options.Resolution is < 10 or > 400)
        {
            throw new ArgumentException(
                $"Resolution must lie between 10 and 400, but it is {options.Resolution}.", nameof(options));
        }
        double[] Values((double From, double To) range, Scale scale, string name)
        {
            if (!(range.From < range.To) || (scale == Scale.Log && range.From <= 0))
            {
                throw new ArgumentException(
                    $"{name} must go from a smaller to a larger number{(scale == Scale.Log ? " above zero" : "")}, but it is {range.From} to {range.To}.");
            }
            var axis = new Axis("", range.From, range.To) { Log = scale == Scale.Log };
            return [.. Enumerable.Range(0, options.Resolution).Select(i => axis.At(i / (options.Resolution - 1.0)))];
        }
        (double[] xs, double[] ys) = (Values(x, options.XScale, "x"), Values(y, options.YScale, "y"));
        var z = new double[ys.Length, xs.Length];
        for (int i = 0; i < ys.Length; i++)
        {
            for (int j = 0; j < xs.Length; j++) z[i, j] = f(xs[j], ys[i]);
        }
        return Contour(z, xs, ys, options);
    }

    /// <summary>Lines of equal height over a grid of numbers, labelled, coloured by height or filled between.</summary>
    /// <param name="z">The heights, shape [y, x].</param>
    /// <param name="x">Where the columns stand, rising, shape [columns], at least two.</param>
    /// <param name="y">Where the rows stand, rising, shape [rows], at least two.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// Sizes do not fit, places do not rise, a height is not finite, or a setting is out of range.
    /// </exception>
    /// <example><code>Chart.Contour(loss, weights, biases, new() { Quantity = "loss", Filled = true })</code></example>
    public static Figure Contour(double[,] z, IReadOnlyList<double> x, IReadOnlyList<double> y, ContourOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        options ??= new ContourOptions();
        Input.Size(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Quantity);
        int dropped = 0;
        Matrix heights = Matrix.Of(z, "The contour plot", options.NonFinite, ref dropped);
        if (heights.Rows != y.Count || heights.Columns != x.Count)
        {
            throw new ArgumentException(
                $"The heights have {heights.Rows} rows and {heights.Columns} columns for {y.Count} values of y and {x.Count} of x.", nameof(z));
        }
        Axis across =
            ContourAxis(x, options.XLabel ?? "x", options.XScale, "x"),
                up = ContourAxis(y, options.YLabel ?? "y", options.YScale, "y");
        double[] levels = ContourLevels(heights, options);
        ColourMap map = options.ColourMap ?? (heights.Min < 0 && heights.Max > 0 ? ColourMap.Diverging : ColourMap.Viridis);
        ColourAxis colours = ColourAxis.Over(map, options.Quantity, heights.Min, heights.Max);
        var squares = new MarchingSquares(x, y, heights);
        double step =
            levels.Length > 1 ? levels.Zip(levels.Skip(1), (a, b) => b - a).Min() : Math.Max(Math.Abs(levels[0]), 1e-12);
        var marks = new List<Mark>();
        var named = new List<(IReadOnlyList<(double X, double Y)>, string)>();
        foreach (double level in levels)
        {
            List<List<(double X, double Y)>> lines = squares.At(level);
            string text = Numbers.Tick(level, step, levels.Max(Math.Abs));
            named.AddRange(lines.OrderByDescending(l => l.Count).Take(1).Select(l => ((IReadOnlyList<(double, double)>)l, text)));
            marks.Add(new Strokes(lines, options.Filled ? Palette.Ink : colours.Of(level).ToString(), options.Filled ? 0.9 : 2.2,
                "", $"{options.Quantity} = {text}"));
        }
        if (options.Filled) marks.Insert(0, FilledContour(heights, x, y, across, up, levels, colours));
        int dots = 0;
        Series[] points = [.. options.Points.Select(p => Input.Points(p, options.NonFinite, ref dropped))];
        foreach (Series group in points)
        {
            if (group.X.Any(v => v < across.Min || v > across.Max) || group.Y.Any(v => v < up.Min || v > up.Max))
            {
                throw new ArgumentException(
                    $"Points of '{group.Name}' lie beyond the axes, {Numbers.Short(across.Min)} to {Numbers.Short(across.Max)} and {Numbers.Short(up.Min)} to {Numbers.Short(up.Max)}.");
            }
            marks.Add(new Dots(group.X, group.Y, Palette.Of(dots++),
                3.6) { Hover = points.Sum(p => p.X.Count) > 300 ? null
                : [.. group.X.Select((v, i) => $"{group.Name}: {Numbers.Short(v)}, {Numbers.Short(group.Y[i])}")] });
        }
        if (points.Sum(p => p.X.Count) > 2000)
            throw new ArgumentException("Points may be at most 2000; draw a random part of them.", nameof(options));
        marks.Add(new LineLabels(named));
        string title =
            options.Title ?? $"{char.ToUpperInvariant(options.Quantity[0])}{options.Quantity[1..]} by {across.Label} and {up.Label}";
        int low = Array.IndexOf(heights.Values, heights.Min), high = Array.IndexOf(heights.Values, heights.Max);
        string said = $"{options.Quantity} from {Numbers.Short(heights.Min)} at ({Numbers.Short(x[low % heights.Columns])}, {Numbers.Short(y[low / heights.Columns])}) "
            + $"to {Numbers.Short(heights.Max)} at ({Numbers.Short(x[high % heights.Columns])}, {Numbers.Short(y[high / heights.Columns])})";
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}. Contour plot with lines at {string.Join(", ", levels.Select(l => Numbers.Short(l)))}; {said}.",
            Panels = [new Panel(across, up, marks) { Colours = colours }],
            Legend = [.. points.Select((p, k) => LegendEntry.Points(Palette.Of(k), $"{p.Name} ({Numbers.Count(p.X.Count)})"))],
            Notes = [.. Input.Note(dropped), .. heights.Max > heights.Min ? Array.Empty<string>()
                : [$"All heights are equal: {Numbers.Short(heights.Min)}"]],
            Text = $"{title}\n{TextPlot.Shades([.. Enumerable.Range(0, heights.Rows).Reverse().SelectMany(r => heights.Values.Skip(r * heights.Columns).Take(heights.Columns))], heights.Rows, heights.Columns, heights.Min, heights.Max)}\n  {said}",
            Width = options.Width ?? 640,
            RowHeight = options.Height ?? 440,
        });
    }

    private static Axis ContourAxis(IReadOnlyList<double> places, string label, Scale scale, string name)
    {
        if (places.Count < 2) throw new ArgumentException($"{name} needs at least two values, but has {places.Count}.");
        for (int i = 0; i < places.Count; i++)
        {
            if (!double.IsFinite(places[i]) || (i > 0 && places[i] <= places[i - 1]))
            {
                throw new ArgumentException(
                    $"{name} must rise from value to value, but value {i} is {Numbers.Short(places[i])}.");
            }
        }
        if (scale == Scale.Log && places[0] <= 0)
        {
            throw new ArgumentException(
                $"{name} starts at {Numbers.Short(places[0])}, but a logarithmic axis starts above zero.");
        }
        return new Axis(label, places[0], places[^1]) { Grid = false, Log = scale == Scale.Log };
    }

    private static double[] ContourLevels(Matrix heights, ContourOptions options)
    {
        if (options.LevelCount is < 2 or > 40)
        {
            throw new ArgumentException(
                $"LevelCount must lie between 2 and 40, but it is {options.LevelCount}.", nameof(options));
        }
        if (options.Levels is not { } given)
            return heights.Max > heights.Min ? [.. Ticks.Within(heights.Min, heights.Max,
                options.LevelCount).Select(t => t.Value).Where(l => l > heights.Min && l < heights.Max)] : [heights.Min];
        if (given.Count is < 1 or > 100 || given.Any(l => !double.IsFinite(l))
            || given.Zip(given.Skip(1)).Any(p => p.Second <= p.First))
            throw new ArgumentException("Levels must be 1 to 100 finite numbers that rise.", nameof(options));
        return [.. given];
    }

    /// <summary>A picture of the areas between levels, as fine as the screen, each in the colour of its middle.</summary>
    private static Raster FilledContour(Matrix heights, IReadOnlyList<double> x, IReadOnlyList<double> y, Axis across, Axis up,
        double[] levels, ColourAxis colours)
    {
        const int Width = 460, Height = 360;
        var shades = new double[Width * Height];
        for (int row = 0; row < Height; row++)
        {
            for (int column = 0; column < Width; column++)
            {
                double z = Interpolation.At(heights, x, y, across.At((column + 0.5) / Width), up.At(1 - ((row + 0.5) / Height)));
                int below = Array.FindLastIndex(levels, l => z >= l);
                double from =
                    below < 0 ? heights.Min : levels[below], to = below + 1 < levels.Length ? levels[below + 1] : heights.Max;
                shades[(row * Width) + column] = double.IsNaN(z) ? double.NaN
                    : (Math.Max(from, heights.Min) + Math.Min(to, Math.Max(heights.Max, from))) / 2;
            }
        }
        return new Raster(across.Min, up.Max, across.Max, up.Min, Pictures.Of(shades, Height, Width, colours),
            "") { Pixelated = false };
    }
}
