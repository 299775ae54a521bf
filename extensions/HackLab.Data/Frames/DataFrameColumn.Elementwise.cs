namespace HackLab.Data;

/// <summary>
/// Questions and sums, value by value. Missing values answer every question with false, and stay missing in sums.
/// </summary>
public abstract partial class DataFrameColumn
{
    /// <summary>Where values are equal to one.</summary>
    /// <param name="value">Of the column's type, or any number for a column of numbers.</param>
    /// <exception cref="ArgumentException">Values of the column cannot be compared with it.</exception>
    /// <example><code>table.Filter(table["class"].ElementwiseEquals("star"))</code></example>
    public PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) => Answer(value, order => order == 0);

    /// <summary>Where values differ from one.</summary>
    /// <inheritdoc cref="ElementwiseEquals{T}(T)"/>
    public PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) => Answer(value, order => order != 0);

    /// <summary>Where values are greater than one.</summary>
    /// <inheritdoc cref="ElementwiseEquals{T}(T)"/>
    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan<T>(T value) => Answer(value, order => order > 0);

    /// <summary>Where values are at least one.</summary>
    /// <inheritdoc cref="ElementwiseEquals{T}(T)"/>
    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual<T>(T value) => Answer(value, order => order >= 0);

    /// <summary>Where values are less than one.</summary>
    /// <inheritdoc cref="ElementwiseEquals{T}(T)"/>
    public PrimitiveDataFrameColumn<bool> ElementwiseLessThan<T>(T value) => Answer(value, order => order < 0);

    /// <summary>Where values are at most one.</summary>
    /// <inheritdoc cref="ElementwiseEquals{T}(T)"/>
    public PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual<T>(T value) => Answer(value, order => order <= 0);

    /// <summary>Where a value is missing.</summary>
    public PrimitiveDataFrameColumn<bool> ElementwiseIsNull() => new(Name, Flags(IsNull));

    /// <summary>Where a value is there.</summary>
    public PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() => new(Name, Flags(row => !IsNull(row)));

    /// <summary>Where both answers are yes.</summary>
    /// <param name="other">Another column of answers, as long as this one.</param>
    /// <exception cref="InvalidOperationException">A column does not hold answers (bool).</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public PrimitiveDataFrameColumn<bool> And(DataFrameColumn other)
    {
        (bool[] a, bool[] b) = (Answers(), PairOf(other).Answers());
        return new PrimitiveDataFrameColumn<bool>(Name, Flags(row => a[row] && b[row]));
    }

    /// <summary>Where at least one answer is yes.</summary>
    /// <inheritdoc cref="And(DataFrameColumn)"/>
    public PrimitiveDataFrameColumn<bool> Or(DataFrameColumn other)
    {
        (bool[] a, bool[] b) = (Answers(), PairOf(other).Answers());
        return new PrimitiveDataFrameColumn<bool>(Name, Flags(row => a[row] || b[row]));
    }

    /// <summary>a + b, as double.</summary>
    /// <exception cref="InvalidOperationException">A column does not hold numbers.</exception>
    public static DataFrameColumn operator +(DataFrameColumn a, DataFrameColumn b) => a.Combine(b, (x, y) => x + y);

    /// <summary>a − b, as double.</summary>
    /// <exception cref="InvalidOperationException">A column does not hold numbers.</exception>
    public static DataFrameColumn operator -(DataFrameColumn a, DataFrameColumn b) => a.Combine(b, (x, y) => x - y);

    /// <summary>a·b, as double.</summary>
    /// <exception cref="InvalidOperationException">A column does not hold numbers.</exception>
    public static DataFrameColumn operator *(DataFrameColumn a, DataFrameColumn b) => a.Combine(b, (x, y) => x * y);

    /// <summary>a/b, as double.</summary>
    /// <exception cref="InvalidOperationException">A column does not hold numbers.</exception>
    public static DataFrameColumn operator /(DataFrameColumn a, DataFrameColumn b) => a.Combine(b, (x, y) => x / y);

    /// <summary>a + b, as double.</summary>
    /// <exception cref="InvalidOperationException">The column does not hold numbers.</exception>
    public static DataFrameColumn operator +(DataFrameColumn a, double b) => a.Map(x => x + b);

    /// <summary>a − b, as double.</summary>
    /// <exception cref="InvalidOperationException">The column does not hold numbers.</exception>
    public static DataFrameColumn operator -(DataFrameColumn a, double b) => a.Map(x => x - b);

    /// <summary>a·b, as double.</summary>
    /// <exception cref="InvalidOperationException">The column does not hold numbers.</exception>
    public static DataFrameColumn operator *(DataFrameColumn a, double b) => a.Map(x => x * b);

    /// <summary>a/b, as double.</summary>
    /// <exception cref="InvalidOperationException">The column does not hold numbers.</exception>
    public static DataFrameColumn operator /(DataFrameColumn a, double b) => a.Map(x => x / b);

    /// <summary>Σx over the values that are there.</summary>
    /// <exception cref="InvalidOperationException">They are no numbers.</exception>
    public double Sum() => Numbers().Sum();

    /// <summary>Σx / n over the values that are there; NaN if there are none.</summary>
    /// <exception cref="InvalidOperationException">They are no numbers.</exception>
    public double Mean() => Numbers() is { Length: > 0 } x ? x.Average() : double.NaN;

    /// <summary>The middle value of those that are there; NaN if there are none.</summary>
    /// <exception cref="InvalidOperationException">They are no numbers.</exception>
    public double Median() => Statistics.Of(Numbers()).Median;

    /// <summary>The smallest of the values that are there; NaN if there are none.</summary>
    /// <exception cref="InvalidOperationException">They are no numbers.</exception>
    public double Min() => Numbers() is { Length: > 0 } x ? x.Min() : double.NaN;

    /// <summary>The largest of the values that are there; NaN if there are none.</summary>
    /// <exception cref="InvalidOperationException">They are no numbers.</exception>
    public double Max() => Numbers() is { Length: > 0 } x ? x.Max() : double.NaN;

    /// <summary>The values that are there, as double.</summary>
    internal double[] Numbers()
    {
        double[] all = ToDoubles();
        return NullCount == 0 ? all : [.. all.Where((_, row) => !IsNull(row))];
    }

    private protected virtual bool[] Answers() => throw new InvalidOperationException($"Column '{Name}' holds {DataType.Name}, not answers (bool).");

    private PrimitiveDataFrameColumn<bool> Answer<T>(T value, Func<int, bool> test) => new(Name, Compare(value, test));

    private bool[] Flags(Func<int, bool> test)
    {
        var flags = new bool[Length];
        for (int row = 0; row < flags.Length; row++) flags[row] = test(row);
        return flags;
    }

    private PrimitiveDataFrameColumn<double> Map(Func<double, double> formula) =>
        PrimitiveDataFrameColumn<double>.WithMissing(Name, Array.ConvertAll(ToDoubles(), x => formula(x)), IsNull);

    private PrimitiveDataFrameColumn<double> Combine(DataFrameColumn other, Func<double, double, double> formula)
    {
        (double[] a, double[] b) = (ToDoubles(), PairOf(other).ToDoubles());
        for (int row = 0; row < a.Length; row++) a[row] = formula(a[row], b[row]);
        return PrimitiveDataFrameColumn<double>.WithMissing(Name, a, row => IsNull(row) || other.IsNull(row));
    }

    private DataFrameColumn PairOf(DataFrameColumn other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Length == Length ? other
            : throw new ArgumentException($"Column '{Name}' has {Length} rows, but '{other.Name}' has {other.Length}.", nameof(other));
    }
}
