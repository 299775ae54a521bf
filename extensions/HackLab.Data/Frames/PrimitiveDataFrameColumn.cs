using System.Globalization;
using System.Numerics;

namespace HackLab.Data;

/// <summary>A column of numbers, answers (bool) or times, kept in one array without boxing.</summary>
/// <typeparam name="T">
/// bool, byte, short, int, long, float, double, DateTime, or another plain value type that can be ordered.
/// </typeparam>
public sealed class PrimitiveDataFrameColumn<T> : DataFrameColumn
    where T : unmanaged, IComparable<T>, IEquatable<T>
{
    private readonly T[] _values;
    private readonly bool[]? _present;

    /// <summary>A column without missing values; the array is kept, not copied.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values, shape [rows].</param>
    /// <example><code>new PrimitiveDataFrameColumn&lt;double&gt;("mass", [125.1, 91.2])</code></example>
    public PrimitiveDataFrameColumn(string name, T[] values)
        : this(name, values, null)
    {
    }

    /// <summary>A column in which null stands for a missing value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values, shape [rows].</param>
    public PrimitiveDataFrameColumn(string name, IEnumerable<T?> values)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        T?[] all = [.. values];
        _values = Array.ConvertAll(all, value => value ?? Absent);
        _present = all.All(value => value.HasValue) ? null : Array.ConvertAll(all, value => value.HasValue);
    }

    internal PrimitiveDataFrameColumn(string name, T[] values, bool[]? present)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        (_values, _present) = (values, present is not null && present.Contains(false) ? present : null);
    }

    // Sums over plain arrays then show what is missing instead of counting zeros.
    private static T Absent => typeof(T) == typeof(double) ? (T)(object)double.NaN : typeof(T) == typeof(float) ? (T)(object)float.NaN : default;

    /// <inheritdoc/>
    public override long Length => _values.Length;

    /// <inheritdoc/>
    public override long NullCount => _present?.LongCount(present => !present) ?? 0;

    /// <inheritdoc/>
    public override Type DataType => typeof(T);

    /// <inheritdoc/>
    public override object? this[long rowIndex]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rowIndex);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rowIndex, Length);
            return IsNull((int)rowIndex) ? null : _values[rowIndex];
        }
    }

    /// <summary>
    /// The values, shape [rows]; NaN where a float or double is missing, else the type's zero. Shared, not copied.
    /// </summary>
    public T[] Values => _values;

    internal override Array RawValues => _values;

    /// <inheritdoc/>
    public override bool IsNull(int row) => _present is not null && !_present[row];

    /// <inheritdoc/>
    public override bool IsNumericColumn() => typeof(T) != typeof(bool) && default(T) is IConvertible and not DateTime;

    /// <inheritdoc/>
    public override DataFrameColumn Renamed(string name) => new PrimitiveDataFrameColumn<T>(name, _values, _present);

    /// <inheritdoc/>
    public override double[] ToDoubles() => _values switch
    {
        double[] x => (double[])x.Clone(),
        float[] x => Converted(x),
        int[] x when typeof(T) == typeof(int) => Converted(x),
        long[] x when typeof(T) == typeof(long) => Converted(x),
        short[] x when typeof(T) == typeof(short) => Converted(x),
        byte[] x when typeof(T) == typeof(byte) => Converted(x),
        bool[] x => Marked(Array.ConvertAll(x, value => value ? 1.0 : 0.0)),
        _ => throw NoNumbers(),
    };

    /// <summary>Numbers that were calculated, where those of some rows are missing.</summary>
    internal static PrimitiveDataFrameColumn<double> WithMissing(string name, double[] values, Func<int, bool> isNull)
    {
        var present = new bool[values.Length];
        for (int row = 0; row < present.Length; row++)
        {
            present[row] = !isNull(row);
            if (!present[row]) values[row] = double.NaN;
        }
        return new PrimitiveDataFrameColumn<double>(name, values, present);
    }

    internal override string? TextOf(int row) => IsNull(row) ? null : _values[row] switch
    {
        // Shortest text that gives the same number back.
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };

    internal override DataFrameColumn Take(ReadOnlySpan<int> rows)
    {
        var values = new T[rows.Length];
        bool[]? present = _present is null && !rows.Contains(-1) ? null : new bool[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            bool isThere = rows[i] >= 0 && !IsNull(rows[i]);
            values[i] = isThere ? _values[rows[i]] : Absent;
            if (present is not null) present[i] = isThere;
        }
        return new PrimitiveDataFrameColumn<T>(Name, values, present);
    }

    internal override DataFrameColumn Append(DataFrameColumn other)
    {
        var next = (PrimitiveDataFrameColumn<T>)other;
        bool[]? present = _present is null && next._present is null ? null
            : [.. _present ?? Everywhere(_values.Length), .. next._present ?? Everywhere(next._values.Length)];
        return new PrimitiveDataFrameColumn<T>(Name, [.. _values, .. next._values], present);
    }

    internal override RowCodes Encode() => RowCodes.From(_values, _present);

    internal override int[] Order(bool ascending)
    {
        IEnumerable<int> rows = Enumerable.Range(0, _values.Length);
        IEnumerable<int> there = _present is null ? rows : rows.Where(row => _present[row]);
        IEnumerable<int> sorted = ascending ? there.OrderBy(row => _values[row]) : there.OrderByDescending(row => _values[row]);
        return _present is null ? [.. sorted] : [.. sorted, .. rows.Where(row => !_present[row])];
    }

    internal override bool[] Compare<TOther>(TOther value, Func<int, bool> test)
    {
        var answers = new bool[_values.Length];
        if (value is T same)
        {
            for (int row = 0; row < answers.Length; row++) answers[row] = !IsNull(row) && !IsNaN(row) && test(_values[row].CompareTo(same));
            return answers;
        }
        if (!IsNumericColumn() || value is not IConvertible number || value is string or bool or DateTime)
            throw new ArgumentException($"Column '{Name}' holds {DataType.Name}; it cannot be compared with a {typeof(TOther).Name}.", nameof(value));
        double other = number.ToDouble(CultureInfo.InvariantCulture);
        double[] all = ToDoubles();
        for (int row = 0; row < answers.Length; row++) answers[row] = !IsNull(row) && !double.IsNaN(all[row]) && test(all[row].CompareTo(other));
        return answers;
    }

    private protected override bool[] Answers() => _values as bool[] ?? base.Answers();

    // In .NET's order NaN comes before all numbers; no question about it has the answer yes.
    private bool IsNaN(int row) => _values is double[] d ? double.IsNaN(d[row]) : _values is float[] f && float.IsNaN(f[row]);

    private static bool[] Everywhere(int rows)
    {
        var present = new bool[rows];
        Array.Fill(present, true);
        return present;
    }

    private double[] Converted<TNumber>(TNumber[] x)
        where TNumber : INumberBase<TNumber>
    {
        var numbers = new double[x.Length];
        for (int i = 0; i < x.Length; i++) numbers[i] = double.CreateTruncating(x[i]);
        return Marked(numbers);
    }

    private double[] Marked(double[] numbers)
    {
        for (int row = 0; _present is not null && row < numbers.Length; row++)
        {
            if (!_present[row]) numbers[row] = double.NaN;
        }
        return numbers;
    }
}
