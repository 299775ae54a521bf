namespace HackLab.Data.Delimited;

/// <summary>
/// The numbers of a delimited file, still in the blocks they were parsed into: who makes other arrays of them than one table
/// needs hardly more memory than those arrays take. To be used only within the call that hands it out.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed unsafe class NumberRows<T>
    where T : unmanaged
{
    private readonly List<NumberBlock> _blocks;

    internal NumberRows(string file, TableLayout layout, List<NumberBlock> blocks)
    {
        (File, Header, Columns, _blocks) = (file, layout.Header, layout.Columns, blocks);
        Delimiter = layout.Dialect.OneColumn ? '\0' : (char)layout.Dialect.Delimiter;
        long rows = 0;
        DataFormatException? empty = null;
        foreach (NumberBlock block in blocks)
        {
            if (empty is not null && block.Rows > 0) throw empty;
            empty ??= block.Empty;
            rows += block.Rows;
        }
        long count = rows * Columns;
        if (count > Array.MaxLength)
            throw new DataFormatException(file, $"at most {Array.MaxLength} numbers", $"{count}", "Split the file.");
        Rows = (int)rows;
    }

    /// <summary>Where they came from.</summary>
    internal string File { get; }

    /// <summary>The names in the first line; null if that line holds numbers.</summary>
    internal IReadOnlyList<string>? Header { get; }

    /// <summary>What separates columns; NUL if there is one only.</summary>
    internal char Delimiter { get; }

    internal int Columns { get; }

    internal int Rows { get; }

    /// <summary>How many blocks there are; together they hold all rows, in order.</summary>
    internal int Blocks => _blocks.Count;

    /// <summary>Whole rows, one after another.</summary>
    /// <param name="index">Which block, from 0.</param>
    internal ReadOnlySpan<T> Block(int index) => new((void*)_blocks[index].Values, _blocks[index].Rows * Columns);

    /// <summary>
    /// The same for the last time: what comes before may not be asked for any more, and its memory is given back.
    /// </summary>
    /// <param name="index">Which block; in rising order.</param>
    internal ReadOnlySpan<T> Take(int index)
    {
        _blocks[index].Arena.ReleaseBefore(_blocks[index].Piece);
        return Block(index);
    }

    /// <summary>All numbers in one array, taken block by block.</summary>
    internal T[] TakeAll()
    {
        T[] values = GC.AllocateUninitializedArray<T>(Rows * Columns);
        int at = 0;
        for (int i = 0; i < Blocks; i++)
        {
            ReadOnlySpan<T> block = Take(i);
            block.CopyTo(values.AsSpan(at));
            at += block.Length;
        }
        return values;
    }
}
