using HackLab.Data.Display;

namespace HackLab.Data;

/// <summary>Where the values of a column stand.</summary>
public enum Align
{
    /// <summary>Numbers to the right, all else to the left.</summary>
    Auto,

    /// <summary>To the left.</summary>
    Left,

    /// <summary>To the right.</summary>
    Right,

    /// <summary>In the middle.</summary>
    Center,
}

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Align">Where its values stand.</param>
/// <param name="Format">
/// A .NET format for its values, for example <c>P1</c>; null gives floating-point columns three decimals, or four significant
/// digits where the values are very large or very small, and integers thousands separators.
/// </param>
public sealed record TableColumn(string Header, Align Align = Align.Auto, string? Format = null);

/// <summary>A small table to look at: a caption, headings, rows of values, a note below.</summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class Table : IRichDisplay
{
    /// <summary>Makes a table of columns and rows.</summary>
    /// <param name="caption">The line above; may be empty.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The values; each row as long as there are columns. Null shows as an empty cell.</param>
    /// <param name="note">The line below; may be empty.</param>
    /// <exception cref="ArgumentException">A row is longer or shorter than the columns.</exception>
    public Table(string caption, IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, string note = "")
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Count != columns.Count)
                throw new ArgumentException($"Row {i} has {rows[i].Count} values, but there are {columns.Count} columns.", nameof(rows));
        }
        (Caption, Columns, Rows, Note) = (caption ?? "", columns, rows, note ?? "");
    }

    /// <summary>Makes a table from headings alone.</summary>
    /// <param name="caption">The line above; may be empty.</param>
    /// <param name="headers">The headings.</param>
    /// <param name="rows">The values; each row as long as there are headings.</param>
    /// <param name="note">The line below; may be empty.</param>
    /// <exception cref="ArgumentException">A row is longer or shorter than the headings.</exception>
    /// <example><code>new Table("Scores", ["model", "AUC"], [["logistic", 0.68], ["trees", 0.79]])</code></example>
    public Table(string caption, IEnumerable<string> headers, IReadOnlyList<IReadOnlyList<object?>> rows, string note = "")
        : this(caption, [.. headers.Select(h => new TableColumn(h))], rows, note)
    {
    }

    /// <summary>The line above the table.</summary>
    public string Caption { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The values, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; }

    /// <summary>The line below the table.</summary>
    public string Note { get; }

    /// <inheritdoc/>
    public string ToHtml() => TableHtml.Write(this);

    /// <inheritdoc/>
    public string ToText() => TableText.Write(this);

    /// <summary>The table as text.</summary>
    public override string ToString() => ToText();
}
