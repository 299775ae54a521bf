namespace HackLab.Learning.Internals;

/// <summary>A tree as it grows: its nodes, by bins, and which rows each leaf has.</summary>
internal sealed class GrownTree(RowGradients gradients, SplitFinder finder, int[][] rows)
{
    private readonly List<BinnedSplit> _splits = [];
    private readonly List<int> _left = [], _counts = [];
    private readonly List<double> _values = [];

    public List<GrowingLeaf> Leaves { get; } = [];

    public int Count => _splits.Count;

    public GrowingLeaf AddRoot(int count, GradientSum sum) => Add(0, 0, 0, count, sum, ValueRange.All);

    /// <summary>Cuts a leaf, which must have left <see cref="Leaves"/>, as its split says.</summary>
    public (GrowingLeaf Left, GrowingLeaf Right) Split(GrowingLeaf leaf, int leftCount, int direction)
    {
        BinnedSplit split = leaf.Split;
        GradientSum rightSum = leaf.Sum - split.Left;
        _splits[leaf.Node] = split;
        _left[leaf.Node] = _splits.Count;
        (ValueRange left, ValueRange right) = (leaf.Range, leaf.Range);
        if (direction != 0)
        {
            // Whatever grows below stays on its side of the middle, so that no leaf on the left passes one on the right.
            double middle = (finder.Value(split.Left, leaf.Range) + finder.Value(rightSum, leaf.Range)) / 2;
            (left, right) = direction > 0
                ? (left with { High = middle }, right with { Low = middle })
                : (left with { Low = middle }, right with { High = middle });
        }
        GrowingLeaf first = Add(leaf.Depth + 1, 1 - leaf.List, leaf.Start, leftCount, split.Left, left);
        GrowingLeaf second = Add(leaf.Depth + 1, 1 - leaf.List, leaf.Start + leftCount, leaf.Count - leftCount, rightSum, right);
        return (first, second);
    }

    /// <summary>Gives a leaf another value than the one its sums say.</summary>
    public void Refit(GrowingLeaf leaf, double value) => _values[leaf.Node] = Math.Clamp(value, leaf.Range.Low, leaf.Range.High);

    public ReadOnlySpan<int> RowsOf(GrowingLeaf leaf) => rows[leaf.List].AsSpan(leaf.Start, leaf.Count);

    /// <summary>The leaf that a binned row falls into.</summary>
    public int LeafOf(BinnedRows binned, int row, FeatureBins[] bins)
    {
        int node = 0;
        while (_left[node] >= 0)
        {
            BinnedSplit split = _splits[node];
            int bin = binned.Columns[split.Feature][row];
            bool left = bin == bins[split.Feature].Missing ? split.MissingLeft : bin <= split.Bin;
            node = left ? _left[node] : _left[node] + 1;
        }
        return node;
    }

    /// <summary>The tree by values, for rows that are not binned.</summary>
    public Tree ToTree(FeatureBins[] bins, double learningRate)
    {
        int n = Count;
        (int[] feature, float[] threshold, bool[] missing, int[] left) = (new int[n], new float[n], new bool[n], new int[n]);
        (double[] gain, double[] weight, float[] value) = (new double[n], new double[n], new float[n]);
        for (int node = 0; node < n; node++)
        {
            BinnedSplit split = _splits[node];
            value[node] = (float)(learningRate * _values[node]);
            weight[node] = _counts[node];
            feature[node] = -1;
            if (_left[node] < 0) continue;
            float[] edges = bins[split.Feature].Edges;
            (feature[node], left[node], missing[node], gain[node]) = (split.Feature, _left[node], split.MissingLeft, split.Gain);
            // The last bin on the left: every value is, and only what is missing goes right.
            threshold[node] = split.Bin < edges.Length ? edges[split.Bin] : float.PositiveInfinity;
        }
        return new Tree(feature, threshold, missing, left, gain, weight, value, 1);
    }

    private GrowingLeaf Add(int depth, int list, int start, int count, GradientSum sum, ValueRange range)
    {
        var leaf = new GrowingLeaf
        {
            Node = _splits.Count, Depth = depth, List = list, Start = start, Count = count, Sum = sum, Range = range,
        };
        _splits.Add(BinnedSplit.None);
        _left.Add(-1);
        _counts.Add(gradients.CountOf(sum));
        _values.Add(finder.Value(sum, range));
        Leaves.Add(leaf);
        return leaf;
    }
}
