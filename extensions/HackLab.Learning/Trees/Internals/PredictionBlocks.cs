using System.Runtime.InteropServices;

namespace HackLab.Learning.Internals;

/// <summary>What is done for a block of rows: reads their features, writes their results.</summary>
internal delegate void BlockWork(ReadOnlySpan<float> rows, Span<float> results);

/// <summary>
/// Predicts for many rows a block at a time, several blocks at once: a block's rows and results stay in the cache for all trees.
/// </summary>
internal static class PredictionBlocks
{
    private const int Rows = 256;

    /// <summary>How many rows of d features x holds.</summary>
    public static int Count(ReadOnlySpan<float> x, int d)
    {
        if (x.Length % d == 0) return x.Length / d;
        throw new ArgumentException($"x holds {x.Length} values, which is no whole number of rows of {d} features.", nameof(x));
    }

    /// <summary>What a single tree predicts, shape [n, outputs].</summary>
    public static float[] Predict(ReadOnlySpan<float> x, int d, Tree tree)
    {
        var fast = new FastTree(tree);
        var results = new float[checked(Count(x, d) * tree.Outputs)];
        Run(x, d, results, tree.Outputs, (rows, values) => fast.AddTo(rows, d, values, tree.Outputs, 0));
        return results;
    }

    /// <summary>Does it for all rows.</summary>
    /// <param name="x">Shape [n, d].</param>
    /// <param name="d">Features.</param>
    /// <param name="results">Shape [n, outputs].</param>
    /// <param name="outputs">Numbers per row.</param>
    /// <param name="work">What is done for each block; blocks do not share results.</param>
    public static unsafe void Run(ReadOnlySpan<float> x, int d, float[] results, int outputs, BlockWork work)
    {
        int n = Count(x, d), blocks = (n + Rows - 1) / Rows;
        if (blocks <= 2)
        {
            work(x, results);
            return;
        }
        // A span cannot be given to other threads, but what it points to stays where it is until all are done.
        fixed (float* start = &MemoryMarshal.GetReference(x))
        {
            float* rows = start;
            Parallel.For(0, blocks, block =>
            {
                int from = block * Rows, count = Math.Min(Rows, n - from);
                var part = new ReadOnlySpan<float>(rows + ((nint)from * d), count * d);
                work(part, results.AsSpan(from * outputs, count * outputs));
            });
        }
    }
}
