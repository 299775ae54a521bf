namespace HackLab.Data;

/// <summary>A column of text; null stands for a missing value.</summary>
public sealed class StringDataFrameColumn : DataFrameColumn
{
    private readonly string?[] _values;

    /// <summary>A column of text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values, shape [rows].</param>
    /// <example><code>new StringDataFrameColumn("class", ["star", "galaxy", null])</code></example>
    public StringDataFrameColumn(string name, IEnumerable<string?> values)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values as string?[] ?? [.. values];
    }

    /// <inheritdoc/>
    public override long Length => _values.Length;

    /// <inheritdoc/>
    public override long NullCount => _values.LongCount(value => value is null);

    /// <inheritdoc/>
    public override Type DataType => typeof(string);

    /// <inheritdoc/>
    public override object? this[long rowIndex]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rowIndex);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rowIndex, Length);
            return _values[rowIndex];
        }
    }

    /// <summary>The values, shape [rows]. Shared, not copied.</summary>
    public string?[] Values => _values;

    internal override Array RawValues => _values;

    /// <inheritdoc/>
    public override bool IsNull(int row) => _values[row] is null;

    /// <inheritdoc/>
    public override DataFrameColumn Renamed(string name) => new StringDataFrameColumn(name, _values);

    internal override string? TextOf(int row) => _values[row];

    internal override DataFrameColumn Take(ReadOnlySpan<int> rows)
    {
        var values = new string?[rows.Length];
        for (int i = 0; i < rows.Length; i++) values[i] = rows[i] < 0 ? null : _values[rows[i]];
        return new StringDataFrameColumn(Name, values);
    }

    internal override DataFrameColumn Append(DataFrameColumn other) =>
        new StringDataFrameColumn(Name, [.. _values, .. ((StringDataFrameColumn)other)._values]);

    internal override RowCodes Encode() => RowCodes.From(
        Array.ConvertAll(_values, value => value ?? ""), _values.Contains(null) ? Array.ConvertAll(_values, value => value is not null) : null);

    internal override int[] Order(bool ascending)
    {
        IEnumerable<int> rows = Enumerable.Range(0, _values.Length);
        IEnumerable<int> there = rows.Where(row => _values[row] is not null);
        there = ascending
            ? there.OrderBy(row => _values[row], StringComparer.Ordinal)
            : there.OrderByDescending(row => _values[row], StringComparer.Ordinal);
        return [.. there, .. rows.Where(row => _values[row] is null)];
    }

    internal override bool[] Compare<T>(T value, Func<int, bool> test) => value is string text
        ? Array.ConvertAll(_values, other => other is not null && test(string.CompareOrdinal(other, text)))
        : throw new ArgumentException($"Column '{Name}' holds text; it cannot be compared with a {typeof(T).Name}.", nameof(value));
}
