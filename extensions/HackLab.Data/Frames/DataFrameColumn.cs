using System.Globalization;

namespace HackLab.Data;

/// <summary>
/// A column of a <see cref="DataFrame"/>: a name and an array of values of one type, some of which may be missing. Members are
/// named as in Microsoft.Data.Analysis. A column never changes; methods return new ones.
/// </summary>
public abstract partial class DataFrameColumn
{
    private protected DataFrameColumn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>How many values, missing ones counted.</summary>
    public abstract long Length { get; }

    /// <summary>How many values are missing.</summary>
    public abstract long NullCount { get; }

    /// <summary>The type of a value.</summary>
    public abstract Type DataType { get; }

    /// <summary>One value; null if it is missing. For a look, not for loops: each value is boxed.</summary>
    /// <param name="rowIndex">The row, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public abstract object? this[long rowIndex] { get; }

    /// <summary>Whether a row has no value.</summary>
    /// <param name="row">The row, from 0.</param>
    public abstract bool IsNull(int row);

    /// <summary>Whether the values are numbers.</summary>
    public virtual bool IsNumericColumn() => false;

    /// <summary>The column under another name; values are shared.</summary>
    /// <param name="name">The new name.</param>
    public abstract DataFrameColumn Renamed(string name);

    /// <summary>
    /// How often each value occurs, most frequent first: columns <c>Values</c> and <c>Counts</c>; missing ones are left out.
    /// </summary>
    /// <example><code>stars["class"].ValueCounts()</code></example>
    public DataFrame ValueCounts()
    {
        RowCodes codes = Encode();
        var counts = new long[codes.Count];
        foreach (int code in codes.Of) counts[code]++;
        int[] order = [.. Enumerable.Range(0, codes.Count).Where(code => !IsNull(codes.First[code])).OrderByDescending(code => counts[code])];
        return new DataFrame(
            Take([.. order.Select(code => codes.First[code])]).Renamed("Values"),
            new PrimitiveDataFrameColumn<long>("Counts", [.. order.Select(code => counts[code])]));
    }

    /// <summary>The values as double, NaN where missing; a copy.</summary>
    /// <exception cref="InvalidOperationException">They are no numbers.</exception>
    public virtual double[] ToDoubles() => throw NoNumbers();

    /// <summary>The values as text, invariant culture; null where missing.</summary>
    internal abstract string? TextOf(int row);

    /// <summary>The array that holds the values.</summary>
    internal abstract Array RawValues { get; }

    /// <summary>A copy of the given rows; −1 gives a missing value.</summary>
    internal abstract DataFrameColumn Take(ReadOnlySpan<int> rows);

    /// <summary>The column with the rows of another of the same type behind its own.</summary>
    internal abstract DataFrameColumn Append(DataFrameColumn other);

    /// <summary>A number for each different value, in the order of first appearance; missing is a value like others.</summary>
    internal abstract RowCodes Encode();

    /// <summary>The rows in the order of their values; equal ones keep their order, missing ones come last.</summary>
    internal abstract int[] Order(bool ascending);

    /// <summary>Whether each value that is there passes; false where missing.</summary>
    internal abstract bool[] Compare<T>(T value, Func<int, bool> test);

    private protected InvalidOperationException NoNumbers() =>
        new($"Column '{Name}' holds {DataType.Name}, which are no numbers.");

    /// <summary>Name, type and length in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {DataType.Name} [{Length:N0}]");
}
