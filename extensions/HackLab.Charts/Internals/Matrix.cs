using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts.Internals;

/// <summary>Numbers in rows and columns, checked once, and how they are drawn.</summary>
internal sealed class Matrix
{
    private const int MostTalkingCells = 500;

    private Matrix(double[] values, int rows, int columns)
    {
        (Values, Rows, Columns) = (values, rows, columns);
        (Min, Max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            if (!double.IsNaN(value)) (Min, Max) = (Math.Min(Min, value), Math.Max(Max, value));
        }
    }

    /// <summary>Shape [rows, columns]; NaN where there is none.</summary>
    public double[] Values { get; }

    public int Rows { get; }

    public int Columns { get; }

    public double Min { get; }

    public double Max { get; }

    public double this[int row, int column] => Values[(row * Columns) + column];

    /// <summary>Checks numbers; those that are not finite are refused, or drawn grey and counted.</summary>
    public static Matrix Of(IReadOnlyList<double> values, int rows, int columns, string name, NonFinite rule, ref int dropped,
        bool log = false)
    {
        if (rows < 1 || columns < 1)
            throw new ArgumentException($"{name} has {rows} rows and {columns} columns; there is nothing to draw.");
        var kept = new double[values.Count];
        (int bad, int first) = (0, -1);
        for (int i = 0; i < kept.Length; i++)
        {
            bool good = double.IsFinite(values[i]) && (!log || values[i] > 0);
            kept[i] = good ? values[i] : double.NaN;
            if (!good && bad++ == 0) first = i;
        }
        if (bad > 0 && rule == NonFinite.Refuse)
        {
            throw new ArgumentException(
                $"{name}: {bad} of {kept.Length} values {(bad == 1 ? "is" : "are")} not finite{(log ? " or not above zero, as colours by ratio need" : "")}, the first in row {first / columns}, "
                + $"column {first % columns}. Repair the data, or draw those grey: NonFinite = NonFinite.Drop.");
        }
        if (bad == kept.Length)
            throw new ArgumentException($"{name}: no value is finite{(log ? " and above zero" : "")}. Nothing is left to draw.");
        dropped += bad;
        return new Matrix(kept, rows, columns);
    }

    public static Matrix Of(double[,] values, string name, NonFinite rule, ref int dropped, bool log = false)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of([.. values.Cast<double>()], values.GetLength(0), values.GetLength(1), name, rule, ref dropped, log);
    }

    /// <summary>Names of rows or columns; the numbers from 0 where none are given.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<string>? names, int count, string what)
    {
        if (names is null) return [.. Enumerable.Range(0, count).Select(i => Numbers.Count(i))];
        if (names.Count != count) throw new ArgumentException($"There are {names.Count} names for {count} {what}.");
        return names;
    }

    /// <summary>The cells of a panel whose axes have a place for each row and column: few talk, many are one picture.</summary>
    /// <param name="colours">What the colours stand for.</param>
    /// <param name="rows">What rows are called.</param>
    /// <param name="columns">What columns are called.</param>
    /// <param name="text">What is written into a cell; null for nothing.</param>
    /// <param name="mostBytes">How large a picture may be.</param>
    public IReadOnlyList<Mark> Cells(
        ColourAxis colours, IReadOnlyList<string> rows, IReadOnlyList<string> columns, Func<double, string>? text,
            int mostBytes = Pictures.MostBytes)
    {
        if (Values.Length > MostTalkingCells) return [new Raster(0, 0, Columns, Rows,
            Pictures.Of(Values, Rows, Columns, colours, mostBytes), "")];
        return
        [
            .. Enumerable.Range(0, Values.Length).Select(i => new Cell(
                i % Columns, i / Columns, colours.Of(Values[i]), double.IsNaN(Values[i]) ? "" : text?.Invoke(Values[i]) ?? "", "",
                $"{rows[i / Columns]}, {columns[i % Columns]}: {(double.IsNaN(Values[i]) ? "no value" : Numbers.Short(Values[i], 4))}") { Gap = 1, Large = false }),
        ];
    }

    /// <summary>The largest and the smallest value and where they are, in words.</summary>
    public string Extremes(IReadOnlyList<string> rows, IReadOnlyList<string> columns)
    {
        (int low, int high) = (Array.IndexOf(Values, Min), Array.IndexOf(Values, Max));
        return $"Lowest {Numbers.Short(Min)} in row {rows[low / Columns]}, column {columns[low % Columns]}; "
            + $"highest {Numbers.Short(Max)} in row {rows[high / Columns]}, column {columns[high % Columns]}.";
    }
}
