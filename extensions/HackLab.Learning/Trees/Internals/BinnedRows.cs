namespace HackLab.Learning.Internals;

/// <summary>
/// The bins of n rows, eight features to a 64-bit word, the words of a row side by side: feature j is byte j % 8 of word j / 8.
/// One row of 28 features is half a cache line, so that a leaf's rows, which lie here and there, cost one access each.
/// </summary>
internal sealed class BinnedRows
{
    public const int PerWord = 8;

    public BinnedRows(float[] x, FeatureBins[] bins, Workers workers)
    {
        int d = bins.Length;
        (Count, WordsPerRow) = (x.Length / d, (d + PerWord - 1) / PerWord);
        Words = new ulong[checked((long)Count * WordsPerRow)];
        workers.Run(part =>
        {
            int end = workers.PartStart(Count, part + 1);
            for (int from = workers.PartStart(Count, part); from < end; from += BlockRows)
                for (int j = 0; j < d; j++) Fill(x, d, j, bins[j], from, Math.Min(end, from + BlockRows));
        });
    }

    // Feature after feature within few rows: a feature's edges stay in the cache, and so do the rows.
    private const int BlockRows = 512;

    public int Count { get; }

    public int WordsPerRow { get; }

    public ulong[] Words { get; }

    /// <summary>The bin of one feature of one row.</summary>
    public int this[int row, int feature] =>
        (int)(Words[((nint)row * WordsPerRow) + (feature / PerWord)] >> (8 * (feature % PerWord))) & 0xFF;

    private void Fill(float[] x, int d, int j, FeatureBins bins, int from, int to)
    {
        int word = j / PerWord, shift = 8 * (j % PerWord);
        for (int i = from; i < to; i++)
            Words[((nint)i * WordsPerRow) + word] |= (ulong)bins.Of(x[((nint)i * d) + j]) << shift;
    }
}
