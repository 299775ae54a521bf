namespace HackLab.Data.Delimited;

/// <summary>
/// The types of a file's columns: given, or found out from the first rows and corrected where later ones differ.
/// </summary>
internal sealed class ColumnPlan
{
    /// <summary>How many rows are looked at before the first pass.</summary>
    internal const int RowsSampled = 1000;

    private readonly int[] _seen;
    private readonly ColumnType?[] _given;
    private readonly ColumnType _reals;

    internal ColumnPlan(TableLayout layout, DelimitedOptions options)
    {
        if (options.Reals is not (ColumnType.Single or ColumnType.Double))
            throw new ArgumentException($"Reals must be Single or Double, not {options.Reals}.", nameof(options));
        _reals = options.Reals;
        Names = [.. Enumerable.Range(0, layout.Columns).Select(column => NameOf(column, layout.Header ?? options.ColumnNames))];
        foreach (string name in options.Types?.Keys ?? [])
        {
            if (!Names.Contains(name, StringComparer.Ordinal))
                throw new ArgumentException($"Types names '{name}', but the columns are {string.Join(", ", Names)}.", nameof(options));
        }
        _given = [.. Names.Select(name => options.Types?.TryGetValue(name, out ColumnType type) == true ? type : (ColumnType?)null)];
        _seen = new int[layout.Columns];
        Types = new ColumnType?[layout.Columns];
    }

    internal string[] Names { get; }

    /// <summary>The type of each column in this pass; null while only missing values were seen.</summary>
    internal ColumnType?[] Types { get; private set; }

    /// <summary>Whether a value was met that its column's type does not hold, so that another pass is needed.</summary>
    internal bool IsBroken { get; private set; }

    internal bool IsGiven(int column) => _given[column] is not null;

    internal void See(int column, FieldKinds kinds) => Interlocked.Or(ref _seen[column], (int)kinds);

    /// <summary>From now on all threads only look at what kinds there are.</summary>
    internal void Break() => IsBroken = true;

    /// <summary>Settles the types for the next pass by all that was seen.</summary>
    internal void Settle()
    {
        IsBroken = false;
        Types = [.. _seen.Select((seen, column) => _given[column] ?? FieldKind.Holding((FieldKinds)seen, _reals))];
    }

    private static string NameOf(int column, IReadOnlyList<string>? names) =>
        names is not null && column < names.Count && names[column].Length > 0 ? names[column] : FormattableString.Invariant($"column {column + 1}");
}
