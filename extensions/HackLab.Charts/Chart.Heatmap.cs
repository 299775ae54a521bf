using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>Tables of numbers as colours.</summary>
public static partial class Chart
{
    /// <summary>Numbers in rows and columns as colours; where there are few, with the numbers written into the cells.</summary>
    /// <param name="values">
    /// Shape [rows, columns], the first row at the top (at the bottom if <see cref="HeatmapOptions.YRange"/> is given).
    /// </param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There are no values, one is not finite, or names and values do not fit together.
    /// </exception>
    /// <example><code>Chart.Heatmap(correlation, new() { RowNames = names, ColumnNames = names, Quantity = "correlation", Range = (-1, 1) })</code></example>
    public static Figure Heatmap(double[,] values, HeatmapOptions? options = null)
    {
        options ??= new HeatmapOptions();
        Input.Size(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Quantity);
        int dropped = 0;
        bool log = options.ColourScale == Scale.Log;
        Matrix matrix = Matrix.Of(values, "The heat map", options.NonFinite, ref dropped, log);
        ColourMap map = options.ColourMap ?? (matrix.Min < 0 && matrix.Max > 0 ? ColourMap.Diverging : ColourMap.Viridis);
        ColourAxis colours = ColourAxis.Over(map, options.Quantity, matrix.Min, matrix.Max, options.Range, log);
        IReadOnlyList<string> rows =
            Matrix.Names(options.RowNames, matrix.Rows, "rows"),
                columns = Matrix.Names(options.ColumnNames, matrix.Columns, "columns");
        string title = options.Title ?? char.ToUpperInvariant(options.Quantity[0]) + options.Quantity[1..]
            + (options.XLabel is null && options.YLabel is null ? ""
                : $" by {options.YLabel ?? "row"} and {options.XLabel ?? "column"}");
        Panel panel = options.XRange is null && options.YRange is null
            ? NamedCells(matrix, colours, rows, columns, options)
            : NumberedCells(matrix, colours, rows, columns, options);
        string note = panel.Marks[0] is Raster picture ? Pictures.Note(picture.Pixels, matrix.Rows, matrix.Columns) : "";
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}. Heat map of {matrix.Rows} rows and {matrix.Columns} columns, {options.Quantity} from {Numbers.Short(matrix.Min)} to {Numbers.Short(matrix.Max)}. {matrix.Extremes(rows, columns)}",
            Panels = [panel],
            Notes = [.. Input.Note(dropped).Select(n => n.Replace("left out", "drawn grey", StringComparison.Ordinal)),
                .. note.Length > 0 ? [note] : Array.Empty<string>()],
            Text = $"{title}\n{TextPlot.Shades(matrix.Values, matrix.Rows, matrix.Columns, matrix.Min, matrix.Max)}\n  {matrix.Extremes(rows, columns)}",
            Width = options.Width ?? 640,
            RowHeight = options.Height ?? HeatmapHeight(matrix, columns),
        });
    }

    private static Panel NamedCells(Matrix matrix, ColourAxis colours, IReadOnlyList<string> rows, IReadOnlyList<string> columns,
        HeatmapOptions options)
    {
        double names = Math.Min(200, rows.Max(n => TextWidth.Of(n, Style.Text)));
        double cell = ((options.Width ?? 640) - 190 - names) / matrix.Columns;
        // Decimals that show two digits of the largest, the same in all cells.
        double most = Math.Max(Math.Abs(matrix.Min), Math.Abs(matrix.Max));
        string Written(double v) => most is >= 1e5 or < 1e-3 ? Numbers.Short(v, 2)
            : Numbers.Fixed(v, Math.Clamp(2 - (int)Math.Ceiling(Math.Log10(most)), 0, 4));
        bool whole = matrix.Values.All(v => v == Math.Round(v)) && most < 1e6;
        string Text(double v) => whole ? Numbers.Count((long)v) : Written(v);
        bool fits = matrix.Values.Length <= 400 && ((options.Height
            ?? HeatmapHeight(matrix, columns)) - 100.0) / matrix.Rows >= 16
            && matrix.Values.Where(v => !double.IsNaN(v)).Max(v => TextWidth.Of(Text(v), Style.Text)) <= cell - 6;
        return new Panel(
            Axis.Of(options.XLabel ?? (options.ColumnNames is null ? "column" : ""), columns),
            Axis.Of(options.YLabel ?? (options.RowNames is null ? "row" : ""), rows) with { Reversed = true },
            matrix.Cells(colours, rows, columns, options.Numbers ?? fits ? Text : null)) { Colours = colours };
    }

    private static Panel NumberedCells(Matrix matrix, ColourAxis colours, IReadOnlyList<string> rows,
        IReadOnlyList<string> columns, HeatmapOptions options)
    {
        static Axis Over((double From, double To)? range, int count, string label, string setting)
        {
            (double from, double to) = range ?? (0, count);
            if (!(from < to) || !double.IsFinite(to - from))
                throw new ArgumentException($"{setting} must go from a smaller to a larger finite number.");
            return new Axis(label, from, to) { Grid = false };
        }
        Axis x =
            Over(options.XRange, matrix.Columns, options.XLabel ?? "x", "XRange"),
                y = Over(options.YRange, matrix.Rows, options.YLabel ?? "y", "YRange");
        // The first row is that of the smallest number: at the bottom.
        double[] turned =
            [.. Enumerable.Range(0, matrix.Rows).Reverse().SelectMany(r =>
                matrix.Values.Skip(r * matrix.Columns).Take(matrix.Columns))];
        return new Panel(x, y, [new Raster(x.Min, y.Max, x.Max, y.Min, Pictures.Of(turned, matrix.Rows, matrix.Columns, colours),
            "")]) { Colours = colours };
    }

    /// <summary>Rows as high as a line of text where they are few, and room for names below.</summary>
    private static int HeatmapHeight(Matrix matrix, IReadOnlyList<string> columns)
    {
        double names = Math.Min(150, columns.Max(n => TextWidth.Of(n, Style.Text)));
        return (int)Math.Clamp((matrix.Rows * (matrix.Rows > 40 ? 8 : 26)) + 60 + names, 240, 560);
    }
}
