namespace HackLab.Evaluation;

/// <summary>What a file of predictions holds: a <see cref="PredictionTable"/>, <see cref="PredictionImages"/>, or a <see cref="PredictionText"/>.</summary>
public abstract record PredictionContent;

/// <summary>Words, for example a transcription.</summary>
/// <param name="Text">The whole text, its lines separated by <c>\n</c>.</param>
public sealed record PredictionText(string Text) : PredictionContent;

/// <summary>Rows of numbers, each row with an identifier where the format has one.</summary>
public sealed record PredictionTable : PredictionContent
{
    /// <summary>Puts a table together; arrays are kept, not copied.</summary>
    /// <param name="ids">What names each row, shape [n]; null where rows are told by their order.</param>
    /// <param name="values">The numbers, row after row, shape [n, columns].</param>
    /// <param name="columns">How many numbers a row has, at least 1.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <example><code>new PredictionTable(["1", "2"], [0.3, 0.8], columns: 1)</code></example>
    public PredictionTable(IReadOnlyList<string>? ids, double[] values, int columns)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} values are no whole number of rows of {columns}.", nameof(values));
        if (ids is not null && ids.Count != values.Length / columns)
            throw new ArgumentException($"There are {ids.Count} ids for {values.Length / columns} rows.", nameof(ids));
        (Ids, Values, Columns) = (ids, values, columns);
    }

    /// <summary>What names each row, shape [n]; null where rows are told by their order.</summary>
    public IReadOnlyList<string>? Ids { get; }

    /// <summary>The numbers, row after row, shape [n, columns]. Shared, not copied: do not write into it.</summary>
    public double[] Values { get; }

    /// <summary>How many numbers a row has.</summary>
    public int Columns { get; }

    /// <summary>n, the number of rows.</summary>
    public int Rows => Values.Length / Columns;

    /// <summary>One column as floats, shape [n].</summary>
    /// <param name="column">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public float[] Column(int column = 0)
    {
        if ((uint)column >= (uint)Columns)
            throw new ArgumentOutOfRangeException(nameof(column), column, $"There are columns 0 to {Columns - 1}.");
        var values = new float[Rows];
        for (int i = 0; i < values.Length; i++) values[i] = (float)Values[(i * Columns) + column];
        return values;
    }
}
