namespace HackLab.Kernel.Languages;

/// <summary>A column of rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declared">The type that it was declared with, such as DATETIME; null for an expression.</param>
internal sealed record SqlColumn(string Name, string? Declared);

/// <summary>What a query gave.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, or the first of them: long, double, string, byte[] or null, as SQLite keeps them.</param>
/// <param name="Count">How many rows there were.</param>
internal sealed record SqlTable(IReadOnlyList<SqlColumn> Columns, IReadOnlyList<object?[]> Rows, long Count)
{
    /// <summary>Each column's type in C#, chosen by declaration and values; the rows then hold such values.</summary>
    public (SqlTable Table, string[] Types) Typed()
    {
        SqlColumnType[] types = [.. Columns.Select((column, i) => SqlColumnType.Of(column.Declared, Rows.Select(row => row[i])))];
        List<object?[]> rows = [.. Rows.Select(row => row.Select((value, i) => value is null ? null : types[i].Convert(value)).ToArray())];
        return (this with { Rows = rows }, [.. types.Select(type => type.Name)]);
    }
}
