namespace HackLab.Data;

/// <summary>A class has too few rows to be in every part of a split.</summary>
public sealed class TooFewRowsException : ArgumentException
{
    internal TooFewRowsException(int label, int rows, string? name = null)
        : base($"Class {name ?? label.ToString(System.Globalization.CultureInfo.InvariantCulture)} has only {rows} rows: some part would have none. Use more rows or larger fractions.") =>
        (Label, Rows) = (label, rows);

    /// <summary>The class number.</summary>
    public int Label { get; }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; }
}
