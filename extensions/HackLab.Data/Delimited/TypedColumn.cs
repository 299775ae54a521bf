namespace HackLab.Data.Delimited;

/// <summary>A column of a delimited file: a name, an array of one type, and what of it is missing.</summary>
public abstract class TypedColumn
{
    private protected TypedColumn(string name, ColumnType type, bool[]? present) => (Name, Type, Present) = (name, type, present);

    /// <summary>The name in the header, the one given, or <c>column 1</c>, <c>column 2</c> …</summary>
    public string Name { get; }

    /// <summary>The type of its values.</summary>
    public ColumnType Type { get; }

    /// <summary>True where the file has a value, shape [rows]; null if it has one everywhere.</summary>
    public bool[]? Present { get; }

    /// <summary>The values, shape [rows]: a <c>float[]</c>, <c>string?[]</c> …; shared, not copied.</summary>
    public Array Values => AllValues;

    private protected abstract Array AllValues { get; }

    /// <summary>How many values, missing ones counted.</summary>
    public int Count => Values.Length;

    /// <summary>How many values are missing.</summary>
    public int MissingCount => Present?.Count(present => !present) ?? 0;

    /// <summary>Whether a row has no value here.</summary>
    /// <param name="row">The row, from 0.</param>
    public bool IsMissing(int row) => Present is not null && !Present[row];

    /// <summary>The values, where they are of that type.</summary>
    /// <typeparam name="T">bool, int, long, float, double, string or DateTime.</typeparam>
    /// <exception cref="InvalidCastException">They are of another type, which the message names.</exception>
    /// <example><code>double[] period = table["koi_period"].As&lt;double&gt;();</code></example>
    public T[] As<T>() => (this as TypedColumn<T>)?.Values
        ?? throw new InvalidCastException($"Column '{Name}' holds {Type}, not {typeof(T).Name}; DelimitedOptions.Types sets the type.");

    /// <summary>Name, type and length in one line.</summary>
    public override string ToString() => $"{Name}: {Type} [{Count}]";
}

/// <summary>A column with values of one type.</summary>
/// <typeparam name="T">The type that belongs to <see cref="TypedColumn.Type"/>.</typeparam>
public sealed class TypedColumn<T> : TypedColumn
{
    internal TypedColumn(string name, ColumnType type, T[] values, bool[]? present)
        : base(name, type, present) => Values = values;

    /// <summary>The values, shape [rows]; where missing, NaN for float and double, else <c>default</c> (null for text).</summary>
    public new T[] Values { get; }

    /// <inheritdoc/>
    private protected override Array AllValues => Values;
}
