using System.Collections;

namespace HackLab.Data;

/// <summary>One row of a data frame, for a look; loops run over columns, which are plain arrays.</summary>
public sealed class DataFrameRow : IReadOnlyList<object?>
{
    private readonly DataFrame _frame;
    private readonly long _row;

    internal DataFrameRow(DataFrame frame, long row) => (_frame, _row) = (frame, row);

    /// <summary>How many values: the number of columns.</summary>
    public int Count => _frame.Columns.Count;

    /// <summary>The value in a column by its place; null if missing.</summary>
    /// <param name="index">The place, from 0.</param>
    public object? this[int index] => _frame.Columns[index][_row];

    /// <summary>The value in a column by its name; null if missing.</summary>
    /// <param name="columnName">The exact name.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those there are.</exception>
    public object? this[string columnName] => _frame.Columns[columnName][_row];

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => _frame.Columns.Select(column => column[_row]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The values in one line.</summary>
    public override string ToString() => string.Join(" ", _frame.Columns.Select(column => column.TextOf((int)_row) ?? "null"));
}

/// <summary>The rows of a data frame.</summary>
public sealed class DataFrameRowCollection : IEnumerable<DataFrameRow>
{
    private readonly DataFrame _frame;

    internal DataFrameRowCollection(DataFrame frame) => _frame = frame;

    /// <summary>How many there are.</summary>
    public long Count => _frame.Columns.Rows;

    /// <summary>One row.</summary>
    /// <param name="rowIndex">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public DataFrameRow this[long rowIndex]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rowIndex);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rowIndex, Count);
            return new DataFrameRow(_frame, rowIndex);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<DataFrameRow> GetEnumerator()
    {
        for (long row = 0; row < Count; row++) yield return new DataFrameRow(_frame, row);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
