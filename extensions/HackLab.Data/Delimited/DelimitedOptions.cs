namespace HackLab.Data.Delimited;

/// <summary>How to read a file of numbers in columns.</summary>
public sealed record DelimitedOptions
{
    /// <summary>What separates columns; null takes the one of tab, comma, semicolon and space that the first line has.</summary>
    public char? Delimiter { get; init; }

    /// <summary>How many columns every line must have; null takes the first line's number.</summary>
    public int? Columns { get; init; }

    /// <summary>The columns' names for messages, used where the file has no header.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>Stops a long read.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told now and then how much of the file was read, from 0 to 1.</summary>
    public Action<double>? Progress { get; init; }
}
