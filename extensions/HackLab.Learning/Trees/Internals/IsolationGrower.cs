using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Grows a tree that cuts a feature drawn at random at a value drawn between its ends (Liu et al. 2008, algorithm 2).
/// </summary>
internal sealed class IsolationGrower(float[] x, int d, SeededRandom random)
{
    private readonly List<int> _feature = [], _left = [];
    private readonly List<float> _threshold = [], _path = [];
    private readonly List<bool> _missingLeft = [];
    private readonly List<double> _weight = [];

    /// <summary>
    /// c(n), the mean number of steps of a search in vain among n values: 2 H(n − 1) − 2 (n − 1)/n, with the harmonic number
    /// H(i) ≈ ln i + 0.5772 (equation 1). c(2) = 1, c(1) = 0.
    /// </summary>
    public static double AveragePath(int n) => n switch
    {
        <= 1 => 0,
        2 => 1,
        _ => (2 * (Math.Log(n - 1.0) + 0.57721566490153286)) - (2 * (n - 1.0) / n),
    };

    /// <summary>A tree of so many of n rows, whose leaves hold the length of the way to them.</summary>
    public Tree Grow(int n, int size)
    {
        int[] rows = Sample(n, size);
        int deepest = (int)Math.Ceiling(Math.Log2(size));
        // Breadth first: children lie side by side, and after their parents.
        var open = new Queue<(int Node, int Start, int Count, int Depth)>();
        open.Enqueue((Add(size, 0), 0, size, 0));
        while (open.TryDequeue(out var at))
        {
            if (at.Count <= 1 || at.Depth >= deepest) continue;
            if (!Cut(rows.AsSpan(at.Start, at.Count), out int feature, out float threshold)) continue;
            (int left, bool missingLeft) = Part(rows.AsSpan(at.Start, at.Count), feature, threshold);
            (_feature[at.Node], _threshold[at.Node]) = (feature, threshold);
            (_missingLeft[at.Node], _left[at.Node]) = (missingLeft, _feature.Count);
            open.Enqueue((Add(left, at.Depth + 1), at.Start, left, at.Depth + 1));
            open.Enqueue((Add(at.Count - left, at.Depth + 1), at.Start + left, at.Count - left, at.Depth + 1));
        }
        return new Tree(
            [.. _feature], [.. _threshold], [.. _missingLeft], [.. _left], gain: new double[_feature.Count], [.. _weight],
            [.. _path], outputs: 1);
    }

    // Rows that were not set apart would have needed as many cuts more as is usual among so many.
    private int Add(int count, int depth)
    {
        _feature.Add(-1);
        _threshold.Add(0);
        _missingLeft.Add(false);
        _left.Add(0);
        _weight.Add(count);
        _path.Add((float)(depth + AveragePath(count)));
        return _feature.Count - 1;
    }

    private bool Cut(ReadOnlySpan<int> rows, out int feature, out float threshold)
    {
        int[] order = [.. Enumerable.Range(0, d)];
        for (int i = 0; i < d; i++)
        {
            int other = i + random.NextInt(d - i);
            (order[i], order[other]) = (order[other], order[i]);
            (float low, float high) = (float.PositiveInfinity, float.NegativeInfinity);
            foreach (int row in rows)
            {
                float value = x[((nint)row * d) + order[i]];
                if (float.IsFinite(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
            if (!(low < high)) continue;   // nothing to cut here
            feature = order[i];
            threshold = (float)(low + (random.NextDouble() * ((double)high - low)));
            if (threshold >= high) threshold = low;   // rounded up: the largest value must stay on the right
            return true;
        }
        (feature, threshold) = (-1, 0);
        return false;
    }

    private (int Left, bool MissingLeft) Part(Span<int> rows, int feature, float threshold)
    {
        int below = 0, above = 0;
        foreach (int row in rows)
        {
            float value = x[((nint)row * d) + feature];
            if (value <= threshold) below++;
            else if (value > threshold) above++;
        }
        bool missingLeft = below >= above;   // with most: what is missing is no reason to be unusual
        int left = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            float value = x[((nint)rows[i] * d) + feature];
            if (float.IsNaN(value) ? !missingLeft : value > threshold) continue;
            (rows[left], rows[i]) = (rows[i], rows[left]);
            left++;
        }
        return (left, missingLeft);
    }

    private int[] Sample(int n, int size)
    {
        var rows = new int[size];
        var taken = new HashSet<int>();
        // R. Floyd's: each set of so many rows is equally likely, however many there are to choose from.
        for (int i = n - size; i < n; i++)
        {
            int row = random.NextInt(i + 1);
            if (!taken.Add(row)) taken.Add(row = i);
            rows[i - (n - size)] = row;
        }
        return rows;
    }
}
