namespace HackLab.Learning.Internals;

/// <summary>
/// Each value's place among the different values of its column, found once: nodes then sort small whole numbers, or count them,
/// and all trees of a forest share them.
/// </summary>
internal sealed class RankedColumns
{
    /// <summary>The rank of a missing value.</summary>
    public const int Missing = -1;

    public RankedColumns(float[] x, int d)
    {
        int n = x.Length / d;
        (Ranks, Values) = (new int[d][], new float[d][]);
        Parallel.For(0, d, j => (Ranks[j], Values[j]) = Rank(x, d, j, n));
    }

    /// <summary>Per feature the rank of each row's value, from 0.</summary>
    public int[][] Ranks { get; }

    /// <summary>Per feature the value of each rank.</summary>
    public float[][] Values { get; }

    private static (int[] Ranks, float[] Values) Rank(float[] x, int d, int j, int n)
    {
        var values = new float[n];
        var rows = new int[n];
        int count = 0;
        var ranks = new int[n];
        for (int i = 0; i < n; i++)
        {
            float value = x[((nint)i * d) + j] + 0f;   // −0 becomes 0
            if (float.IsNaN(value)) ranks[i] = Missing;
            else (values[count], rows[count++]) = (value, i);
        }
        Array.Sort(values, rows, 0, count);
        var different = new List<float>();
        for (int i = 0; i < count; i++)
        {
            if (i == 0 || values[i] != values[i - 1]) different.Add(values[i]);
            ranks[rows[i]] = different.Count - 1;
        }
        return (ranks, [.. different]);
    }
}
