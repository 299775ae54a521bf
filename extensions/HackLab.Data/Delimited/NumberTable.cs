namespace HackLab.Data.Delimited;

/// <summary>The numbers of a delimited file, all columns alike.</summary>
/// <param name="File">Where they came from.</param>
/// <param name="Header">The names in its first line; null if that line holds numbers.</param>
/// <param name="Delimiter">What separates its columns, as given or as found.</param>
/// <param name="Columns">How many columns it has.</param>
/// <param name="Values">The numbers, line after line, shape [rows, columns]; all finite.</param>
public sealed record NumberTable(string File, IReadOnlyList<string>? Header, char Delimiter, int Columns, float[] Values)
{
    /// <summary>How many rows it has, the header not counted.</summary>
    public int Rows => Values.Length / Columns;
}
