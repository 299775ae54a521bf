using System.Globalization;
using HackLab.Data.Display;

namespace HackLab.Data;

/// <summary>
/// A table in memory: named columns of one type each, without boxing. Members are named as in Microsoft.Data.Analysis; what
/// differs: columns never change (methods return new frames, <see cref="Columns"/> can be added and replaced), a missing number is
/// also NaN, and equal rows keep their order when sorted.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class DataFrame : IRichDisplay
{
    private const int RowsShown = 10;

    /// <summary>Puts columns together.</summary>
    /// <param name="columns">All of the same length, with different names.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a name comes twice.</exception>
    /// <example><code>new DataFrame(new StringDataFrameColumn("particle", ["W", "Z"]), new PrimitiveDataFrameColumn&lt;double&gt;("mass", [80.4, 91.2]))</code></example>
    public DataFrame(params IEnumerable<DataFrameColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = new DataFrameColumnCollection(columns);
        Rows = new DataFrameRowCollection(this);
    }

    /// <summary>The columns.</summary>
    public DataFrameColumnCollection Columns { get; }

    /// <summary>The rows.</summary>
    public DataFrameRowCollection Rows { get; }

    /// <summary>A column by its name; setting adds it or takes the old one's place.</summary>
    /// <param name="columnName">The exact name.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those there are.</exception>
    /// <example><code>table["energy"] = table["mass"] * 2;</code></example>
    public DataFrameColumn this[string columnName]
    {
        get => Columns[columnName];
        set => Columns[columnName] = value;
    }

    /// <summary>One value; null if it is missing.</summary>
    /// <param name="rowIndex">The row, from 0.</param> <param name="columnIndex">The column, from 0.</param>
    public object? this[long rowIndex, int columnIndex] => Columns[columnIndex][rowIndex];

    /// <summary>Only these columns, in the order asked for.</summary>
    /// <param name="columnNames">Exact names, at least one.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those there are.</exception>
    public DataFrame this[params string[] columnNames] => new(columnNames.Select(name => Columns[name]));

    /// <summary>The first rows.</summary>
    /// <param name="numberOfRows">How many, at most.</param>
    public DataFrame Head(int numberOfRows = 5) => Take(Range(0, Math.Clamp(numberOfRows, 0, Rows.Count)));

    /// <summary>The last rows.</summary>
    /// <param name="numberOfRows">How many, at most.</param>
    public DataFrame Tail(int numberOfRows = 5) => Take(Range(Math.Max(0, Rows.Count - Math.Max(0, numberOfRows)), Rows.Count));

    /// <summary>A copy whose columns can be changed without changing this one's.</summary>
    public DataFrame Clone() => new(Columns);

    /// <summary>The given rows, in the order given; a row may come more than once.</summary>
    /// <param name="rows">Row numbers from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public DataFrame Take(params ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
        {
            if ((uint)row >= (uint)Rows.Count)
                throw new ArgumentOutOfRangeException(nameof(rows), row, $"There are rows 0 to {Rows.Count - 1}.");
        }
        int[] copy = rows.ToArray();
        return new DataFrame(Columns.Select(column => column.Take(copy)));
    }

    /// <summary>This frame's rows, and another's behind them.</summary>
    /// <param name="other">With the same columns, of the same types, in the same order.</param>
    /// <exception cref="ArgumentException">The columns differ.</exception>
    public DataFrame Append(DataFrame other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Columns.Select(column => (column.Name, column.DataType)).SequenceEqual(other.Columns.Select(column => (column.Name, column.DataType))))
        {
            throw new ArgumentException(
                $"The columns differ: {string.Join(", ", Columns)} here, {string.Join(", ", other.Columns)} there.", nameof(other));
        }
        return new DataFrame(Columns.Select((column, j) => column.Append(other.Columns[j])));
    }

    /// <inheritdoc/>
    public string ToHtml() => Shown().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown().ToText();

    /// <summary>The first rows as text.</summary>
    public override string ToString() => ToText();

    private Table Shown()
    {
        int rows = (int)Math.Min(RowsShown, Rows.Count);
        TableColumn[] columns = [.. Columns.Select(column => new TableColumn(column.Name, column.IsNumericColumn() ? Align.Right : Align.Left))];
        object?[][] cells = [.. Enumerable.Range(0, rows).Select(row => Columns.Select(column => column[row]).ToArray())];
        long more = Rows.Count - rows;
        string note = more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{more:N0} more {(more == 1 ? "row" : "rows")}");
        string caption = string.Create(CultureInfo.InvariantCulture, $"{Rows.Count:N0} rows × {Columns.Count} columns");
        return new Table(caption, columns, cells, note);
    }

    private static int[] Range(long from, long to) => [.. Enumerable.Range((int)from, (int)(to - from))];
}
