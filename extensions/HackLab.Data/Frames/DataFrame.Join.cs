namespace HackLab.Data;

/// <summary>Which rows a join keeps.</summary>
public enum JoinAlgorithm
{
    /// <summary>All rows of the left frame.</summary>
    Left,

    /// <summary>All rows of the right frame.</summary>
    Right,

    /// <summary>All rows of both.</summary>
    FullOuter,

    /// <summary>Only rows that have a partner.</summary>
    Inner,
}

/// <summary>Groups, and two frames side by side.</summary>
public sealed partial class DataFrame
{
    /// <summary>Puts rows together that have the same values in some columns.</summary>
    /// <param name="columnNames">Exact names, at least one.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those there are.</exception>
    /// <example><code>table.GroupBy("class").Mean()</code></example>
    public GroupBy GroupBy(params string[] columnNames) => new(this, columnNames);

    /// <summary>Puts the rows of two frames side by side by their place: the first beside the first.</summary>
    /// <param name="other">The right frame.</param>
    /// <param name="leftSuffix">Added to the left frame's names that both have.</param>
    /// <param name="rightSuffix">Added to the right frame's names that both have.</param>
    /// <param name="joinAlgorithm">What happens to rows beyond the shorter frame.</param>
    public DataFrame Join(
        DataFrame other, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        ArgumentNullException.ThrowIfNull(other);
        int left = (int)Rows.Count, right = (int)other.Rows.Count;
        int rows = joinAlgorithm switch
        {
            JoinAlgorithm.Left => left,
            JoinAlgorithm.Right => right,
            JoinAlgorithm.Inner => Math.Min(left, right),
            _ => Math.Max(left, right),
        };
        return Beside(
            other, [.. Enumerable.Range(0, rows).Select(row => row < left ? row : -1)],
            [.. Enumerable.Range(0, rows).Select(row => row < right ? row : -1)], leftSuffix, rightSuffix);
    }

    /// <summary>
    /// Puts the rows of two frames side by side where their keys are equal; a row with several partners comes several times.
    /// </summary>
    /// <param name="other">The right frame.</param>
    /// <param name="leftJoinColumns">The key columns here.</param>
    /// <param name="rightJoinColumns">The key columns there, of the same types in the same order.</param>
    /// <param name="leftSuffix">Added to the left frame's names that both have.</param>
    /// <param name="rightSuffix">Added to the right frame's names that both have.</param>
    /// <param name="joinAlgorithm">What happens to rows without a partner; a missing key has none.</param>
    /// <exception cref="ArgumentException">There is no such column, or the keys' types differ.</exception>
    /// <example><code>events.Merge(runs, ["run"], ["run"], joinAlgorithm: JoinAlgorithm.Inner)</code></example>
    public DataFrame Merge(
        DataFrame other, string[] leftJoinColumns, string[] rightJoinColumns, string leftSuffix = "_left", string rightSuffix = "_right",
        JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        ArgumentNullException.ThrowIfNull(other);
        DataFrameColumn[] leftKeys = [.. leftJoinColumns.Select(name => Columns[name])], rightKeys = [.. rightJoinColumns.Select(name => other.Columns[name])];
        if (leftKeys.Length == 0 || !leftKeys.Select(key => key.DataType).SequenceEqual(rightKeys.Select(key => key.DataType)))
        {
            throw new ArgumentException(
                $"Keys must have the same types: {string.Join(", ", leftKeys.AsEnumerable())} here, {string.Join(", ", rightKeys.AsEnumerable())} there.", nameof(rightJoinColumns));
        }
        // One numbering for both frames: keys are equal where their numbers are.
        int[] codes = RowCodes.Combined([.. leftKeys.Select((key, j) => key.Append(rightKeys[j]))]).Of;
        int left = (int)Rows.Count;
        ILookup<int, int> partners = Enumerable.Range(0, (int)other.Rows.Count)
            .Where(row => !rightKeys.Any(key => key.IsNull(row))).ToLookup(row => codes[left + row]);
        bool keepsLeft = joinAlgorithm is JoinAlgorithm.Left or JoinAlgorithm.FullOuter, keepsRight = joinAlgorithm is JoinAlgorithm.Right or JoinAlgorithm.FullOuter;
        var pairs = new List<(int Left, int Right)>();
        var met = new bool[other.Rows.Count];
        for (int row = 0; row < left; row++)
        {
            int before = pairs.Count;
            foreach (int partner in leftKeys.Any(key => key.IsNull(row)) ? [] : partners[codes[row]])
            {
                pairs.Add((row, partner));
                met[partner] = true;
            }
            if (pairs.Count == before && keepsLeft) pairs.Add((row, -1));
        }
        if (keepsRight) pairs.AddRange(Enumerable.Range(0, met.Length).Where(row => !met[row]).Select(row => (-1, row)));
        return Beside(other, [.. pairs.Select(pair => pair.Left)], [.. pairs.Select(pair => pair.Right)], leftSuffix, rightSuffix);
    }

    private DataFrame Beside(DataFrame other, int[] leftRows, int[] rightRows, string leftSuffix, string rightSuffix)
    {
        string[] shared = [.. Columns.Select(column => column.Name).Intersect(other.Columns.Select(column => column.Name))];
        string Named(DataFrameColumn column, string suffix) => shared.Contains(column.Name) ? column.Name + suffix : column.Name;
        return new DataFrame(
            Columns.Select(column => column.Take(leftRows).Renamed(Named(column, leftSuffix)))
                .Concat(other.Columns.Select(column => column.Take(rightRows).Renamed(Named(column, rightSuffix)))));
    }
}
