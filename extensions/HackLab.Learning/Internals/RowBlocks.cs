namespace HackLab.Learning.Internals;

/// <summary>
/// Works on blocks of rows on all cores. The blocks depend on the number of rows alone and their results come in order, so sums
/// over them are the same to the last bit however many cores there are.
/// </summary>
internal static class RowBlocks
{
    private const int MostBlocks = 16;

    /// <summary>The results of all blocks, first block first.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="least">The fewest rows that are worth a block of their own.</param>
    /// <param name="work">Gets a block's first row and the one behind its last.</param>
    /// <param name="token">Ends the work between two blocks.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static T[] Map<T>(int rows, int least, Func<int, int, T> work, CancellationToken token = default)
    {
        int blocks = Math.Clamp(rows / least, 1, MostBlocks);
        var results = new T[blocks];
        Run(blocks, token, b => results[b] = work(Start(rows, blocks, b), Start(rows, blocks, b + 1)));
        return results;
    }

    /// <summary>As <see cref="Map"/>, for work whose results go to a place of their own for each row: the blocks may be many.</summary>
    internal static void For(int rows, int least, Action<int, int> work, CancellationToken token = default)
    {
        int blocks = Math.Max(1, rows / least);
        Run(blocks, token, b => work(Start(rows, blocks, b), Start(rows, blocks, b + 1)));
    }

    /// <summary>Adds arrays of the same length to the first one, in order.</summary>
    internal static double[] Sum(double[][] parts)
    {
        double[] sum = parts[0];
        foreach (double[] part in parts.AsSpan(1)) Vectors.AddScaled(sum, 1, part);
        return sum;
    }

    private static int Start(int rows, int blocks, int block) => (int)((long)rows * block / blocks);

    private static void Run(int blocks, CancellationToken token, Action<int> work)
    {
        token.ThrowIfCancellationRequested();
        if (blocks == 1)
        {
            work(0);
            return;
        }
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = Environment.ProcessorCount }, work);
    }
}
