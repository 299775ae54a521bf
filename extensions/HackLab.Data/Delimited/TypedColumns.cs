using System.Collections;

namespace HackLab.Data.Delimited;

/// <summary>The columns of a delimited file, in its order, all of the same length.</summary>
public sealed class TypedColumns : IReadOnlyList<TypedColumn>
{
    private readonly TypedColumn[] _columns;

    internal TypedColumns(string file, char? delimiter, bool hasHeader, int rows, TypedColumn[] columns) =>
        (File, Delimiter, HasHeader, Rows, _columns) = (file, delimiter, hasHeader, rows, columns);

    /// <summary>Where they came from.</summary>
    public string File { get; }

    /// <summary>What separates columns, as given or as found; null if there is one column only.</summary>
    public char? Delimiter { get; }

    /// <summary>Whether the names are from the file.</summary>
    public bool HasHeader { get; }

    /// <summary>How many rows there are, the header not counted.</summary>
    public int Rows { get; }

    /// <summary>How many columns there are.</summary>
    public int Count => _columns.Length;

    /// <summary>The columns' names.</summary>
    public IEnumerable<string> Names => _columns.Select(column => column.Name);

    /// <summary>A column by its place, from 0.</summary>
    /// <param name="index">The place.</param>
    public TypedColumn this[int index] => _columns[index];

    /// <summary>A column by its name; the first one, if several have it.</summary>
    /// <param name="name">The name, spelled as in the file.</param>
    /// <exception cref="ArgumentException">No column has that name; the message lists those there are.</exception>
    public TypedColumn this[string name] => Array.Find(_columns, column => column.Name == name)
        ?? throw new ArgumentException($"{File} has no column '{name}'. It has: {string.Join(", ", Names)}.", nameof(name));

    /// <inheritdoc/>
    public IEnumerator<TypedColumn> GetEnumerator() => ((IEnumerable<TypedColumn>)_columns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _columns.GetEnumerator();
}
