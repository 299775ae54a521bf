namespace HackLab.Charts;

/// <summary>Settings of heat maps.</summary>
public sealed record HeatmapOptions : FigureOptions
{
    /// <summary>What each row is called, from the top; null for its number.</summary>
    public IReadOnlyList<string>? RowNames { get; init; }

    /// <summary>What each column is called; null for its number.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>What the colours measure, with its unit in brackets.</summary>
    public string Quantity { get; init; } = "value";

    /// <summary>The colours; null for viridis, or the diverging ones if there are values on both sides of zero.</summary>
    public ColourMap? ColourMap { get; init; }

    /// <summary>
    /// The numbers of the first and the last colour; null for those of the data (around zero for diverging colours).
    /// </summary>
    public (double From, double To)? Range { get; init; }

    /// <summary>Whether colours count differences or ratios.</summary>
    public Scale ColourScale { get; init; }

    /// <summary>Whether the numbers are written into the cells; null writes them where all fit.</summary>
    public bool? Numbers { get; init; }

    /// <summary>
    /// The values of the outer edges of the first and the last column, for columns that are steps of a number; null for names.
    /// </summary>
    public (double From, double To)? XRange { get; init; }

    /// <summary>
    /// The values of the outer edges of the first and the last row, for rows that are steps of a number: the first row then lies
    /// at
    /// the bottom. Null for names, the first row at the top.
    /// </summary>
    public (double From, double To)? YRange { get; init; }
}
