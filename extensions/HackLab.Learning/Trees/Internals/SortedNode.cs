namespace HackLab.Learning.Internals;

/// <summary>The rows of a node in the order of one feature: by counting where ranks are few, else by sorting.</summary>
internal sealed class SortedNode
{
    private Item[] _items = [];
    private long[] _keys = [];
    private int[] _missing = [], _starts = [];
    private int _count;

    /// <summary>A row and the rank of its value.</summary>
    internal readonly record struct Item(int Rank, int Row);

    /// <summary>Rows that have a value, in its order; rows of one value in the order they came.</summary>
    public ReadOnlySpan<Item> Items => _items.AsSpan(0, _count);

    /// <summary>Rows that have none.</summary>
    public ReadOnlySpan<int> Missing => _missing.AsSpan(0, MissingCount);

    public int MissingCount { get; private set; }

    /// <summary>Whether there is nothing to tell apart.</summary>
    public bool IsConstant => _count == 0 || (MissingCount == 0 && _items[0].Rank == _items[_count - 1].Rank);

    public void Sort(ReadOnlySpan<int> rows, int[] ranks, int different)
    {
        if (_items.Length < rows.Length)
            (_items, _keys, _missing) = (new Item[rows.Length], new long[rows.Length], new int[rows.Length]);
        (_count, MissingCount) = (0, 0);
        // The place among the rows below the rank makes the order of equal ranks certain.
        for (int i = 0; i < rows.Length; i++)
        {
            int rank = ranks[rows[i]];
            if (rank == RankedColumns.Missing) _missing[MissingCount++] = rows[i];
            else _keys[_count++] = ((long)rank << 32) | (uint)i;
        }
        if (different <= 2 * _count) Count(rows, different);
        else
        {
            _keys.AsSpan(0, _count).Sort();
            for (int i = 0; i < _count; i++) _items[i] = new Item((int)(_keys[i] >> 32), rows[(int)_keys[i]]);
        }
    }

    private void Count(ReadOnlySpan<int> rows, int different)
    {
        if (_starts.Length < different + 1) _starts = new int[different + 1];
        Span<int> starts = _starts.AsSpan(0, different + 1);
        starts.Clear();
        for (int i = 0; i < _count; i++) starts[(int)(_keys[i] >> 32) + 1]++;
        for (int rank = 0; rank < different; rank++) starts[rank + 1] += starts[rank];
        for (int i = 0; i < _count; i++)
        {
            int rank = (int)(_keys[i] >> 32);
            _items[starts[rank]++] = new Item(rank, rows[(int)_keys[i]]);
        }
    }
}
