namespace HackLab.Data;

/// <summary>Rows as numbers of their values: rows with the same number have the same value.</summary>
/// <param name="Of">The number of each row's value, from 0, shape [rows].</param>
/// <param name="First">The first row with each value.</param>
internal sealed record RowCodes(int[] Of, IReadOnlyList<int> First)
{
    /// <summary>How many different values there are.</summary>
    internal int Count => First.Count;

    internal static RowCodes From<T>(T[] values, bool[]? present)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var of = new int[values.Length];
        var first = new List<int>();
        int missing = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (present is not null && !present[i])
            {
                if (missing < 0)
                {
                    missing = first.Count;
                    first.Add(i);
                }
                of[i] = missing;
            }
            else if (numbers.TryGetValue(values[i], out int number))
            {
                of[i] = number;
            }
            else
            {
                numbers.Add(values[i], of[i] = first.Count);
                first.Add(i);
            }
        }
        return new RowCodes(of, first);
    }

    /// <summary>The numbers of rows by several columns: rows are alike if they are in all of them.</summary>
    internal static RowCodes Combined(IReadOnlyList<DataFrameColumn> columns)
    {
        RowCodes codes = columns[0].Encode();
        for (int j = 1; j < columns.Count; j++)
        {
            RowCodes next = columns[j].Encode();
            var pairs = new (int, int)[codes.Of.Length];
            for (int i = 0; i < pairs.Length; i++) pairs[i] = (codes.Of[i], next.Of[i]);
            codes = From(pairs, null);
        }
        return codes;
    }
}
