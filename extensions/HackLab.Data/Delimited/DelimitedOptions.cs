namespace HackLab.Data.Delimited;

/// <summary>
/// How to read a file of columns. The defaults find out what can be found out with certainty, and guess nothing else.
/// </summary>
/// <example><code>new DelimitedOptions { Delimiter = ';', Comment = '#' }</code></example>
public sealed record DelimitedOptions
{
    /// <summary>What counts as a missing value unless <see cref="Missing"/> says otherwise.</summary>
    public static IReadOnlyList<string> UsualMissing { get; } = ["", "NA", "NaN", "nan"];

    /// <summary>
    /// What separates columns; null takes the one of tab, comma, semicolon and space that the first line has. Where it is a
    /// space, any number of spaces and tabs counts as one.
    /// </summary>
    public char? Delimiter { get; init; }

    /// <summary>Whether the first line has names; null says that it has if no field of it is a number.</summary>
    public bool? Header { get; init; }

    /// <summary>How many columns every line must have; null takes the first line's number.</summary>
    public int? Columns { get; init; }

    /// <summary>The columns' names, used where the file has no header.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>What surrounds fields that hold delimiters or line breaks (RFC 4180); null where quotes mean nothing.</summary>
    public char? Quote { get; init; } = '"';

    /// <summary>What begins a line that is skipped; null where there are no such lines.</summary>
    public char? Comment { get; init; }

    /// <summary>How many lines to leave out before the header or the first row.</summary>
    public int SkipLines { get; init; }

    /// <summary>
    /// What stands for a missing value, outside of quotes; null takes <see cref="UsualMissing"/> for <see cref="Csv"/>, and
    /// nothing at all for <see cref="DelimitedReader"/>, where a missing value is an error unless this is given.
    /// </summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>For <see cref="Csv"/>: the types of columns by name; those not named are found out from the data.</summary>
    public IReadOnlyDictionary<string, ColumnType>? Types { get; init; }

    /// <summary>
    /// For <see cref="Csv"/>: the type of columns with numbers that are no whole numbers, if no other is given:
    /// <see cref="ColumnType.Double"/> or <see cref="ColumnType.Single"/>.
    /// </summary>
    public ColumnType Reals { get; init; } = ColumnType.Double;

    /// <summary>
    /// For <see cref="DelimitedReader"/>: where the numbers are kept so that the next load needs no parsing; null for nowhere.
    /// </summary>
    public TableCache? Cache { get; init; }

    /// <summary>Stops a long read.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told now and then how much of the file was read, from 0 to 1; on the thread that called.</summary>
    public Action<double>? Progress { get; init; }
}
