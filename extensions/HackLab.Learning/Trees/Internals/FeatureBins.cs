using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Where the values of one feature are cut into at most 255 bins: bin b holds values up to and with <c>Edges[b]</c>, the last bin
/// the rest, and one more bin, <see cref="Missing"/>, those that are missing (NaN).
/// </summary>
internal sealed class FeatureBins
{
    // As scikit-learn's: quantiles of so many rows are good to a small part of a bin.
    private const int LargestSample = 200_000;

    private readonly float[] _padded;   // the edges, filled up with +∞ to 255: a search of eight steps needs no tests of its own

    public FeatureBins(float[] edges)
    {
        Edges = edges;
        _padded = new float[255];
        Array.Fill(_padded, float.PositiveInfinity);
        edges.CopyTo(_padded, 0);
    }

    /// <summary>The upper ends of all bins but the last, ascending.</summary>
    public float[] Edges { get; }

    /// <summary>How many bins hold values, at least 1.</summary>
    public int Count => Edges.Length + 1;

    /// <summary>The bin of missing values.</summary>
    public int Missing => Count;

    /// <summary>The edges of each of d features of rows x, shape [n, d], at most <paramref name="most"/> bins each.</summary>
    public static FeatureBins[] Fit(float[] x, int d, int most, Workers workers)
    {
        int[]? sample = Sample(x.Length / d);
        var bins = new FeatureBins[d];
        workers.For(d, j => bins[j] = new FeatureBins(FindEdges(Column(x, d, j, sample), most)));
        return bins;
    }

    /// <summary>The bin of a value: the number of edges below it.</summary>
    public int Of(float value)
    {
        if (float.IsNaN(value)) return Missing;
        ref float edges = ref MemoryMarshal.GetArrayDataReference(_padded);
        int bin = 0;
        // Steps of 128, 64 … 1 without a branch, which would be guessed wrongly half the time.
        for (int step = 7; step >= 0; step--)
            bin += (Unsafe.Add(ref edges, bin + (1 << step) - 1) < value ? 1 : 0) << step;
        return bin;
    }

    // Every row counts where there are few; else as many different ones, drawn with a fixed seed.
    private static int[]? Sample(int n)
    {
        if (n <= LargestSample) return null;
        var random = new SeededRandom(20160813);
        var rows = new int[LargestSample];
        int taken = 0;
        // Knuth's selection: each row is taken with the probability that exactly as many as needed are.
        for (int i = 0; taken < rows.Length; i++)
        {
            if (random.NextDouble() * (n - i) < rows.Length - taken) rows[taken++] = i;
        }
        return rows;
    }

    private static float[] Column(float[] x, int d, int j, int[]? sample)
    {
        int n = sample?.Length ?? (x.Length / d), count = 0;
        var values = new float[n];
        for (int i = 0; i < n; i++)
        {
            float value = x[((nint)(sample is null ? i : sample[i]) * d) + j];
            if (!float.IsNaN(value)) values[count++] = value + 0f;   // −0 becomes 0
        }
        Array.Resize(ref values, count);
        FloatSort.Sort(values);
        return values;
    }

    /// <summary>
    /// Midpoints between neighbours where every value can have a bin of its own; else bins of about equal numbers of rows, in
    /// which
    /// a value that fills a bin alone gets one, and the others share what is left.
    /// </summary>
    private static float[] FindEdges(float[] sorted, int most)
    {
        int distinct = sorted.Length == 0 ? 0 : 1;
        for (int i = 1; i < sorted.Length; i++) if (sorted[i] != sorted[i - 1]) distinct++;
        var edges = new List<float>();
        int rowsLeft = sorted.Length, binsLeft = most, inBin = 0;
        bool each = distinct <= most;
        for (int i = 0, end; i < sorted.Length; i = end)
        {
            for (end = i + 1; end < sorted.Length && sorted[end] == sorted[i];) end++;
            inBin += end - i;
            if (end == sorted.Length || edges.Count == most - 1) break;
            int next = end + 1;
            while (next < sorted.Length && sorted[next] == sorted[end]) next++;
            double size = (double)rowsLeft / binsLeft;
            // Close the bin when it is full, or when the next value would burst it more than it lacks now.
            if (!each && inBin < size && inBin + ((next - end) / 2.0) < size) continue;
            edges.Add(Between(sorted[i], sorted[end]));
            rowsLeft -= inBin;
            (binsLeft, inBin) = (binsLeft - 1, 0);
        }
        return [.. edges];
    }

    /// <summary>
    /// The middle of two neighbours, and below the upper one even where rounding or infinity would say otherwise.
    /// </summary>
    internal static float Between(float below, float above)
    {
        float middle = (float)(((double)below + above) / 2);
        return middle >= below && middle < above ? middle : below;
    }
}
