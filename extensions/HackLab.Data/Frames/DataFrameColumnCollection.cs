using System.Collections;

namespace HackLab.Data;

/// <summary>The columns of a data frame, in order, found by place or by name.</summary>
public sealed class DataFrameColumnCollection : IReadOnlyList<DataFrameColumn>
{
    private readonly List<DataFrameColumn> _columns = [];

    internal DataFrameColumnCollection(IEnumerable<DataFrameColumn> columns)
    {
        foreach (DataFrameColumn column in columns) Add(column);
    }

    /// <summary>How many there are.</summary>
    public int Count => _columns.Count;

    /// <summary>The rows that every column has.</summary>
    internal long Rows => _columns.Count == 0 ? 0 : _columns[0].Length;

    /// <summary>A column by its place, from 0.</summary>
    /// <param name="index">The place.</param>
    public DataFrameColumn this[int index] => _columns[index];

    /// <summary>A column by its name; setting adds it or takes the old one's place.</summary>
    /// <param name="columnName">The exact name.</param>
    /// <exception cref="ArgumentException">
    /// There is no such column (the message lists those there are), or the new one is of another length.
    /// </exception>
    public DataFrameColumn this[string columnName]
    {
        get => _columns[Found(columnName)];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            DataFrameColumn column = value.Name == columnName ? value : value.Renamed(columnName);
            int at = IndexOf(columnName);
            if (at < 0)
            {
                Add(column);
                return;
            }
            if (_columns.Count > 1) CheckLength(column);
            _columns[at] = column;
        }
    }

    /// <summary>The place of a column; −1 if there is none of that name.</summary>
    /// <param name="columnName">The exact name.</param>
    public int IndexOf(string columnName) => _columns.FindIndex(column => column.Name == columnName);

    /// <summary>Adds a column at the end.</summary>
    /// <param name="column">As long as the others.</param>
    /// <exception cref="ArgumentException">The name is taken, or the length differs.</exception>
    public void Add(DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (IndexOf(column.Name) >= 0) throw new ArgumentException($"There is a column '{column.Name}' already.", nameof(column));
        if (_columns.Count > 0) CheckLength(column);
        _columns.Add(column);
    }

    /// <summary>Takes a column out.</summary>
    /// <param name="columnName">The exact name.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public void Remove(string columnName) => _columns.RemoveAt(Found(columnName));

    /// <inheritdoc/>
    public IEnumerator<DataFrameColumn> GetEnumerator() => _columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Found(string columnName)
    {
        ArgumentNullException.ThrowIfNull(columnName);
        int at = IndexOf(columnName);
        return at >= 0 ? at : throw new ArgumentException(
            $"There is no column '{columnName}'. There are: {string.Join(", ", _columns.Select(column => column.Name))}.", nameof(columnName));
    }

    private void CheckLength(DataFrameColumn column)
    {
        if (column.Length != Rows) throw new ArgumentException($"Column '{column.Name}' has {column.Length} rows, the others have {Rows}.", nameof(column));
    }
}
