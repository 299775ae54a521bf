using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// A file with a row of numbers for each row of the evaluation set, told by an id or by their order; between them commas, tabs or
/// another character.
/// </summary>
/// <example><code>
/// new TableFormat("higgs-scores.csv", new PredictionColumn("score", "how much it looks like signal", 0, 1)) { IdColumn = "id" }
/// </code></example>
public sealed partial class TableFormat : PredictionFormat
{
    private readonly PredictionColumn[] _columns;

    /// <summary>Describes such a file.</summary>
    /// <param name="fileName">What it is called.</param>
    /// <param name="columns">Its columns of numbers, without the id.</param>
    /// <exception cref="ArgumentException">There are no columns.</exception>
    public TableFormat(string fileName, params PredictionColumn[] columns)
        : base(fileName)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0) throw new ArgumentException("Name at least one column.", nameof(columns));
        _columns = [.. columns];
    }

    /// <summary>The columns of numbers.</summary>
    public IReadOnlyList<PredictionColumn> Columns => _columns;

    /// <summary>What stands between two fields; a comma unless set.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The heading of the first column, which names rows; null where the order of the rows names them.</summary>
    public string? IdColumn { get; init; }

    /// <summary>Whether the first line holds headings.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>What the numbers of a row add up to, to 0.01: 1 for probabilities of classes; null where it does not matter.</summary>
    public double? RowSum { get; init; }

    /// <inheritdoc/>
    public override string Description
    {
        get
        {
            string between = Delimiter switch { ',' => "commas", '\t' => "tabs", char other => $"'{other}'" };
            string id = IdColumn is null ? "rows in the order of the evaluation set"
                : $"{IdColumn} as in the evaluation set, in any order";
            string columns = string.Join("; ", _columns.Select(column => $"{column.Name}: {column.Description}{Range(column)}"));
            string heading = HasHeader ? $"first line {Heading}" : "no heading";
            string sum = RowSum is { } total ? Words.Of($"; the numbers of a row add up to {total}") : "";
            return $"{FileName}: fields separated by {between}, {heading}; {id}; {columns}{sum}.";
        }
    }

    internal override string Summary => HasHeader ? $"{FileName}, first line {Heading}"
        : Words.Of($"{FileName}, {_columns.Length} columns, no heading");

    private string Heading => string.Join(Delimiter, IdColumn is null ? Names : [IdColumn, .. Names]);

    private IEnumerable<string> Names => _columns.Select(column => column.Name);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Problems(PredictionContent content, IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (content is not PredictionTable table) return [$"{FileName} holds a table, but text was given."];
        if (table.Columns != _columns.Length)
            return [Words.Of($"{FileName} has {_columns.Length} columns of numbers, but there are {table.Columns}.")];
        var problems = new List<string>();
        if (table.Rows != ids.Count)
        {
            problems.Add(Words.Of($"{table.Rows:N0} rows, but the evaluation set has {ids.Count:N0}: ")
                + "predict each of its rows once, and no others.");
        }
        if (IdColumn is not null) problems.AddRange(IdCheck.Problems(table.Ids ?? [], ids, IdColumn));
        for (int j = 0; j < _columns.Length; j++) problems.AddRange(ColumnCheck.Problems(table, j, _columns[j]));
        if (RowSum is { } sum) problems.AddRange(ColumnCheck.SumProblems(table, sum));
        return problems;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings(PredictionContent content) => content is PredictionTable table
        ? [.. _columns.SelectMany((column, j) => ColumnCheck.Warnings(table, j, column))] : [];

    internal override PredictionContent InOrder(PredictionContent content, IReadOnlyList<string> ids)
    {
        if (content is not PredictionTable { Ids: { } given } table || given.SequenceEqual(ids)) return content;
        var rowOf = new Dictionary<string, int>(given.Count, StringComparer.Ordinal);
        for (int i = 0; i < given.Count; i++) rowOf[given[i]] = i;
        var values = new double[table.Values.Length];
        for (int i = 0; i < ids.Count; i++)
            table.Values.AsSpan(rowOf[ids[i]] * table.Columns, table.Columns).CopyTo(values.AsSpan(i * table.Columns));
        return new PredictionTable(ids, values, table.Columns);
    }

    private static string Range(PredictionColumn column) => (double.IsInfinity(column.Min), double.IsInfinity(column.Max)) switch
    {
        (true, true) => ", any finite number",
        (false, true) => Words.Of($", at least {column.Min}"),
        (true, false) => Words.Of($", at most {column.Max}"),
        _ => Words.Of($", from {column.Min} to {column.Max}"),
    };
}
