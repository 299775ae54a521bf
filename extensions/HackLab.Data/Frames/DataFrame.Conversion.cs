using System.Data;
using System.Reflection;

namespace HackLab.Data;

/// <summary>From records, and to the arrays that learning takes.</summary>
public sealed partial class DataFrame
{
    /// <summary>A column for each public property of records, or for each part of tuples.</summary>
    /// <param name="records">The rows, for example the result of a <c>#!sql --name</c> cell.</param>
    /// <exception cref="ArgumentException">The records have no property that a column can hold.</exception>
    /// <example><code>DataFrame.From(planets)   // planets: Planet[], record Planet(string Name, double Mass)</code></example>
    public static DataFrame From<T>(IEnumerable<T> records)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(records);
        T[] rows = [.. records];
        var columns = new List<DataFrameColumn>();
        foreach (PropertyInfo property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0) columns.Add(ColumnOf(property.Name, property.PropertyType, [.. rows.Select(row => property.GetValue(row))]));
        }
        foreach (FieldInfo field in typeof(T).GetFields(BindingFlags.Public | BindingFlags.Instance))
            columns.Add(ColumnOf(field.Name, field.FieldType, [.. rows.Select(row => field.GetValue(row))]));
        if (columns.Count == 0) throw new ArgumentException($"{typeof(T).Name} has no public property to make a column of.", nameof(records));
        return new DataFrame(columns);
    }

    /// <summary>Labelled rows of numbers as columns: the class in words first, then the features.</summary>
    /// <param name="data">What to show as a frame; values are copied.</param>
    public static DataFrame From(TabularData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new DataFrame(data.Features.Select(f => (DataFrameColumn)new PrimitiveDataFrameColumn<float>(f.Name, data.Column(f.Name)))
            .Prepend(new StringDataFrameColumn("class", data.Y.Select(label => data.ClassNames[label]))));
    }

    /// <summary>Columns of numbers side by side, row after row, shape [rows, columns]; NaN where missing.</summary>
    /// <param name="columnNames">Which; all if none is named.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">A column does not hold numbers.</exception>
    /// <example><code>float[] x = table.ToArray("mass", "charge");</code></example>
    public float[] ToArray(params string[] columnNames)
    {
        double[][] columns = [.. (columnNames.Length == 0 ? Columns : columnNames.Select(name => Columns[name])).Select(column => column.ToDoubles())];
        var x = new float[checked((int)Rows.Count * columns.Length)];
        for (int j = 0; j < columns.Length; j++)
        {
            for (int i = 0; i < columns[j].Length; i++) x[(i * columns.Length) + j] = (float)columns[j][i];
        }
        return x;
    }

    /// <summary>Labelled rows for learning.</summary>
    /// <param name="labelColumn">
    /// The column with the class: text, whole numbers or bool; classes are numbered in the order of their values.
    /// </param>
    /// <param name="featureColumns">Columns of numbers; all others that hold numbers if none is named.</param>
    /// <exception cref="ArgumentException">There is no such column, or a row has no class.</exception>
    /// <exception cref="InvalidOperationException">A feature column does not hold numbers.</exception>
    /// <example><code>TabularData planets = koi.ToTabularData("koi_disposition", "koi_period", "koi_depth");</code></example>
    public TabularData ToTabularData(string labelColumn, params string[] featureColumns)
    {
        DataFrameColumn label = Columns[labelColumn];
        if (label.NullCount > 0) throw new ArgumentException($"{label.NullCount} rows have no '{labelColumn}'; DropNulls() leaves them out.", nameof(labelColumn));
        string[] features = featureColumns.Length > 0 ? featureColumns
            : [.. Columns.Where(column => column.Name != labelColumn && column.IsNumericColumn()).Select(column => column.Name)];
        RowCodes codes = label.Encode();
        int[] order = [.. label.Take([.. codes.First]).Order(ascending: true)];   // [class] → code
        var classOf = new int[order.Length];
        for (int k = 0; k < order.Length; k++) classOf[order[k]] = k;
        return new TabularData(
            labelColumn, [.. features.Select(name => new Feature(name))], ToArray(features), Array.ConvertAll(codes.Of, code => classOf[code]),
            [.. order.Select(code => label.TextOf(codes.First[code])!)]);
    }

    /// <summary>
    /// The frame as ADO.NET's table, which <c>#!sql</c> cells and charts of other libraries read; values are copied.
    /// </summary>
    public DataTable ToTable()
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (DataFrameColumn column in Columns) table.Columns.Add(column.Name, column.DataType);
        table.BeginLoadData();
        for (long row = 0; row < Rows.Count; row++) table.Rows.Add([.. Columns.Select(column => column[row] ?? DBNull.Value)]);
        table.EndLoadData();
        return table;
    }

    private static DataFrameColumn ColumnOf(string name, Type type, object?[] values)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return Type.GetTypeCode(plain.IsEnum ? typeof(string) : plain) switch
        {
            TypeCode.Boolean => Primitive<bool>(name, values),
            TypeCode.Byte => Primitive<byte>(name, values),
            TypeCode.Int16 => Primitive<short>(name, values),
            TypeCode.Int32 => Primitive<int>(name, values),
            TypeCode.Int64 => Primitive<long>(name, values),
            TypeCode.Single => Primitive<float>(name, values),
            TypeCode.Double => Primitive<double>(name, values),
            TypeCode.DateTime => Primitive<DateTime>(name, values),
            TypeCode.Decimal => Primitive<double>(name, Array.ConvertAll(values, value => value is decimal number ? (object?)(double)number : null)),
            _ => new StringDataFrameColumn(name, values.Select(value => value is IFormattable f ? f.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : value?.ToString())),
        };
    }

    private static PrimitiveDataFrameColumn<T> Primitive<T>(string name, object?[] values)
        where T : unmanaged, IComparable<T>, IEquatable<T> => new(name, values.Select(value => (T?)value));
}
