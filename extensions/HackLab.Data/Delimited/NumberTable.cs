namespace HackLab.Data.Delimited;

/// <summary>The numbers of a delimited file, all columns alike.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="File">Where they came from.</param>
/// <param name="Header">The names in its first line; null if that line holds numbers.</param>
/// <param name="Delimiter">What separates its columns, as given or as found; NUL if there is one column only.</param>
/// <param name="Columns">How many columns it has.</param>
/// <param name="Values">
/// The numbers, line after line, shape [rows, columns]; finite, or NaN where missing values are allowed.
/// </param>
public record NumberTable<T>(string File, IReadOnlyList<string>? Header, char Delimiter, int Columns, T[] Values)
    where T : unmanaged
{
    /// <summary>How many rows it has, the header not counted.</summary>
    public int Rows => Values.Length / Columns;
}

/// <summary>The numbers of a delimited file as floats.</summary>
/// <inheritdoc/>
public sealed record NumberTable(string File, IReadOnlyList<string>? Header, char Delimiter, int Columns, float[] Values)
    : NumberTable<float>(File, Header, Delimiter, Columns, Values);
