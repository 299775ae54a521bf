using System.Collections;
using System.Data;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using HackLab.Kernel.Formatting;

namespace HackLab.Kernel.Languages;

/// <summary>A .NET value as rows: what SQL sees of a C# variable.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, read as they are asked for.</param>
internal sealed record RowSource(IReadOnlyList<SqlColumn> Columns, IEnumerable<object?[]> Rows)
{
    /// <summary>The rows of a sequence, table, dictionary or array; null if the value is none.</summary>
    public static RowSource? Of(object? value) => value switch
    {
        null or string => null,
        DataTable table => OfTable(table),
        // Data frames, this project's and Microsoft.Data.Analysis', by convention: the kernel knows neither.
        _ when value.GetType().GetMethod("ToTable", Type.EmptyTypes) is { IsStatic: false } method && method.ReturnType == typeof(DataTable)
            => OfTable((DataTable)method.Invoke(value, null)!),
        IDictionary pairs => new([new("key", null), new("value", null)], Pairs(pairs)),
        Array { Rank: 2 } grid => OfGrid(grid),
        IEnumerable sequence => OfSequence(sequence),
        _ => null,
    };

    private static RowSource OfTable(DataTable table) => new(
        Distinct([.. table.Columns.Cast<DataColumn>().Select(c => new SqlColumn(c.ColumnName, SqlValue.Declare(c.DataType)))]),
        table.Rows.Cast<DataRow>().Select(row => row.ItemArray));

    private static IEnumerable<object?[]> Pairs(IDictionary pairs)
    {
        foreach (DictionaryEntry pair in pairs) yield return [pair.Key, pair.Value];
    }

    private static RowSource OfGrid(Array grid)
    {
        int columns = grid.GetLength(1), first = grid.GetLowerBound(1), top = grid.GetLowerBound(0);
        string declared = SqlValue.Declare(grid.GetType().GetElementType()!);
        return new(
            [.. Numbered(columns, declared)],
            Enumerable.Range(top, grid.GetLength(0)).Select(r => Enumerable.Range(first, columns).Select(c => grid.GetValue(r, c)).ToArray()));
    }

    private static RowSource? OfSequence(IEnumerable sequence)
    {
        Type? declared = sequence.GetType().GetInterfaces().Append(sequence.GetType())
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        object?[]? elements = null;
        Type element = declared ?? typeof(object);
        if (element == typeof(object) || element.IsInterface || element.IsAbstract || !element.IsSealed)
        {
            // The declared type may say less than the elements do.
            elements = [.. sequence.Cast<object?>()];
            Type[] types = [.. elements.Where(e => e is not null).Select(e => e!.GetType()).Distinct()];
            if (types is [var one]) element = one;
            else if (types.Length > 1 && types.All(t => typeof(IDictionary<string, object?>).IsAssignableFrom(t))) element = types[0];
        }
        IEnumerable<object?> rows = elements ?? sequence.Cast<object?>();
        if (IsSingle(element)) return new([new("value", SqlValue.Declare(element))], rows.Select(e => new[] { e }));
        if (typeof(IDictionary<string, object?>).IsAssignableFrom(element)) return OfRecords([.. rows.Cast<IDictionary<string, object?>?>()]);
        if (typeof(ITuple).IsAssignableFrom(element) && element.IsGenericType) return OfTuples([.. rows.Cast<ITuple?>()]);
        if (typeof(IList).IsAssignableFrom(element)) return OfLists([.. rows.Cast<IList?>()]);
        MemberInfo[] members = [.. Members.All(element)];
        if (members.Length == 0) return null;
        return new(
            Distinct([.. members.Select(m => new SqlColumn(m.Name, SqlValue.Declare(m is PropertyInfo p ? p.PropertyType : ((FieldInfo)m).FieldType)))]),
            rows.Select(row => members.Select(m => row is null ? null : Members.Value(m, row)).ToArray()));
    }

    private static bool IsSingle(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(object)
        || type == typeof(byte[]) || Nullable.GetUnderlyingType(type) is not null || typeof(IFormattable).IsAssignableFrom(type);

    private static RowSource OfRecords(IDictionary<string, object?>?[] rows)
    {
        string[] keys = [.. rows.Where(row => row is not null).SelectMany(row => row!.Keys).Distinct(StringComparer.OrdinalIgnoreCase)];
        return new([.. keys.Select(key => new SqlColumn(key, null))], rows.Select(row => keys.Select(key => row?.TryGetValue(key, out object? v) == true ? v : null).ToArray()));
    }

    private static RowSource OfTuples(ITuple?[] rows)
    {
        int length = rows.Max(row => row?.Length) ?? 0;
        return new(
            [.. Enumerable.Range(1, length).Select(i => new SqlColumn(string.Create(CultureInfo.InvariantCulture, $"Item{i}"), null))],
            rows.Select(row => Enumerable.Range(0, length).Select(i => i < row?.Length ? row[i] : null).ToArray()));
    }

    private static RowSource OfLists(IList?[] rows)
    {
        int length = rows.Length == 0 ? 0 : rows.Max(row => row?.Count ?? 0);
        return new([.. Numbered(length, null)], rows.Select(row => Enumerable.Range(0, length).Select(i => i < row?.Count ? row[i] : null).ToArray()));
    }

    private static IEnumerable<SqlColumn> Numbered(int count, string? declared) =>
        Enumerable.Range(0, count).Select(i => new SqlColumn(string.Create(CultureInfo.InvariantCulture, $"c{i}"), declared));

    /// <summary>SQL does not tell X from x.</summary>
    private static SqlColumn[] Distinct(SqlColumn[] columns)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. columns.Select(column =>
        {
            string name = column.Name;
            for (int i = 2; !names.Add(name); i++) name = string.Create(CultureInfo.InvariantCulture, $"{column.Name}_{i}");
            return column with { Name = name };
        })];
    }
}
