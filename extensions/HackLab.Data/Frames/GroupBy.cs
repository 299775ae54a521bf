namespace HackLab.Data;

/// <summary>
/// Rows that have the same value in one or more columns, put together: each method gives one row per group, in the order in
/// which groups first appear, the key columns first.
/// </summary>
public sealed class GroupBy
{
    private readonly DataFrame _frame;
    private readonly string[] _keys;
    private readonly RowCodes _codes;

    internal GroupBy(DataFrame frame, string[] keys)
    {
        if (keys.Length == 0) throw new ArgumentException("Name at least one column to group by.", nameof(keys));
        (_frame, _keys) = (frame, keys);
        _codes = RowCodes.Combined([.. keys.Select(key => frame.Columns[key])]);
    }

    /// <summary>How many values are there in each group.</summary>
    /// <param name="columnNames">Which columns; all but the keys if none is named.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public DataFrame Count(params string[] columnNames) => Table(columnNames, _ => true, column =>
    {
        var counts = new long[_codes.Count];
        for (int row = 0; row < _codes.Of.Length; row++)
        {
            if (!column.IsNull(row)) counts[_codes.Of[row]]++;
        }
        return new PrimitiveDataFrameColumn<long>(column.Name, counts);
    });

    /// <summary>The first row's values of each group.</summary>
    /// <inheritdoc cref="Count"/>
    public DataFrame First(params string[] columnNames) => Table(columnNames, _ => true, column => column.Take([.. _codes.First]));

    /// <summary>Σx of the numbers in each group; 0 if there are none.</summary>
    /// <inheritdoc cref="Mean"/>
    public DataFrame Sum(params string[] columnNames) => Fold(columnNames, 0, (sum, x) => sum + x, (sum, _) => sum);

    /// <summary>The mean of the numbers in each group; missing if there are none.</summary>
    /// <param name="columnNames">Which columns; all columns of numbers if none is named.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">A column that was named does not hold numbers.</exception>
    /// <example><code>table.GroupBy("class").Mean("mass")</code></example>
    public DataFrame Mean(params string[] columnNames) => Fold(columnNames, 0, (sum, x) => sum + x, (sum, n) => n == 0 ? null : sum / n);

    /// <summary>The smallest number in each group; missing if there are none.</summary>
    /// <inheritdoc cref="Mean"/>
    public DataFrame Min(params string[] columnNames) => Fold(columnNames, double.PositiveInfinity, Math.Min, (least, n) => n == 0 ? null : least);

    /// <summary>The largest number in each group; missing if there are none.</summary>
    /// <inheritdoc cref="Mean"/>
    public DataFrame Max(params string[] columnNames) => Fold(columnNames, double.NegativeInfinity, Math.Max, (most, n) => n == 0 ? null : most);

    private DataFrame Fold(string[] names, double start, Func<double, double, double> add, Func<double, long, double?> finish) =>
        Table(names, column => column.IsNumericColumn(), column =>
        {
            double[] values = column.ToDoubles(), folded = new double[_codes.Count];
            var counts = new long[_codes.Count];
            Array.Fill(folded, start);
            for (int row = 0; row < values.Length; row++)
            {
                if (column.IsNull(row)) continue;
                int group = _codes.Of[row];
                folded[group] = add(folded[group], values[row]);
                counts[group]++;
            }
            return new PrimitiveDataFrameColumn<double>(column.Name, folded.Select((value, group) => finish(value, counts[group])));
        });

    private DataFrame Table(string[] names, Func<DataFrameColumn, bool> isMeant, Func<DataFrameColumn, DataFrameColumn> aggregate)
    {
        IEnumerable<DataFrameColumn> columns = names.Length > 0
            ? names.Select(name => _frame.Columns[name])
            : _frame.Columns.Where(column => !_keys.Contains(column.Name) && isMeant(column));
        int[] first = [.. _codes.First];
        return new DataFrame(_keys.Select(key => _frame.Columns[key].Take(first)).Concat(columns.Select(aggregate)));
    }
}
