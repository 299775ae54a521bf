using HackLab.Simulation.Numerics;

namespace HackLab.Data;

/// <summary>Choosing and ordering rows.</summary>
public sealed partial class DataFrame
{
    /// <summary>The rows for which the answer is yes.</summary>
    /// <param name="filter">An answer for each row, as comparisons of columns give it.</param>
    /// <exception cref="ArgumentException">There is not one answer for each row.</exception>
    /// <example><code>table.Filter(table["mass"].ElementwiseGreaterThan(100))</code></example>
    public DataFrame Filter(PrimitiveDataFrameColumn<bool> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Length != Rows.Count) throw new ArgumentException($"There are {filter.Length} answers for {Rows.Count} rows.", nameof(filter));
        bool[] keep = filter.Values;
        return Take([.. Enumerable.Range(0, keep.Length).Where(row => keep[row])]);
    }

    /// <summary>The rows whose value in one column passes a test; rows without a value do not.</summary>
    /// <typeparam name="T">The column's type; double also takes other numbers.</typeparam>
    /// <param name="columnName">The exact name.</param>
    /// <param name="test">True for a row to keep.</param>
    /// <exception cref="ArgumentException">There is no such column, or it holds another type.</exception>
    /// <example><code>table.Filter&lt;double&gt;("mass", m => m is > 100 and &lt; 150)</code></example>
    public DataFrame Filter<T>(string columnName, Func<T, bool> test)
    {
        ArgumentNullException.ThrowIfNull(test);
        DataFrameColumn column = Columns[columnName];
        T[] values = column switch
        {
            StringDataFrameColumn { Values: T[] text } => text,
            _ when column.DataType == typeof(T) => ValuesOf<T>(column),
            _ when typeof(T) == typeof(double) && column.IsNumericColumn() => (T[])(object)column.ToDoubles(),
            _ => throw new ArgumentException($"Column '{columnName}' holds {column.DataType.Name}, not {typeof(T).Name}.", nameof(columnName)),
        };
        return Take([.. Enumerable.Range(0, values.Length).Where(row => !column.IsNull(row) && test(values[row]))]);
    }

    /// <summary>The rows in the order of a column's values; equal ones keep their order, missing ones come last.</summary>
    /// <param name="columnName">The exact name.</param>
    /// <param name="ascending">Smallest first; text by its code points.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public DataFrame OrderBy(string columnName, bool ascending = true) => Take(Columns[columnName].Order(ascending));

    /// <summary>The rows in the order of a column's values, largest first; missing ones come last.</summary>
    /// <param name="columnName">The exact name.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public DataFrame OrderByDescending(string columnName) => OrderBy(columnName, ascending: false);

    /// <summary>Rows picked at random, none twice.</summary>
    /// <param name="numberOfRows">How many.</param>
    /// <param name="seed">The same seed picks the same rows on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public DataFrame Sample(int numberOfRows, int seed = 42)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numberOfRows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numberOfRows, Rows.Count);
        int[] rows = Range(0, Rows.Count);
        new SeededRandom(seed).Shuffle(rows.AsSpan());
        return Take(rows.AsSpan(0, numberOfRows));
    }

    /// <summary>The rows without a missing value.</summary>
    public DataFrame DropNulls() => Take([.. Enumerable.Range(0, (int)Rows.Count).Where(row => Columns.All(column => !column.IsNull(row)))]);

    private static T[] ValuesOf<T>(DataFrameColumn column) => (T[])column.RawValues;
}
