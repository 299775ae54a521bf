namespace HackLab.Learning.Internals;

/// <summary>
/// Grows one tree of a boosted model leaf by leaf: the leaf whose cut gains most is cut next, until there are enough (Ke et al.
/// 2017).
/// Of two children only the smaller one's histogram is added up; the other's is what is left of their parent's.
/// </summary>
internal sealed class TreeGrower
{
    // Below this number of bins to look at, the threads would wait longer than they work.
    private const int FewBins = 3000;

    private readonly FeatureBins[] _bins;
    private readonly Workers _workers;
    private readonly HistogramBuilder _histograms;
    private readonly RowPartition _partition;
    private readonly GrowthLimits _limits;
    private readonly int[][] _rows;      // two lists of row numbers: a leaf's rows stand in one, its children's in the other
    private readonly BinnedSplit[] _leftFound, _rightFound;
    private readonly int _allBins;

    public TreeGrower(BinnedRows rows, FeatureBins[] bins, GrowthLimits limits, Workers workers)
    {
        (_bins, _limits, _workers) = (bins, limits, workers);
        _histograms = new HistogramBuilder(rows, bins, workers);
        _partition = new RowPartition(rows, workers);
        _rows = [new int[rows.Count], new int[rows.Count]];
        (_leftFound, _rightFound) = (new BinnedSplit[bins.Length], new BinnedSplit[bins.Length]);
        _allBins = bins.Sum(b => b.Count);
    }

    /// <summary>Grows a tree on some rows.</summary>
    /// <param name="sample">Which rows, ascending; null for all.</param>
    /// <param name="gradients">Their derivatives.</param>
    /// <param name="features">Which features may be asked for.</param>
    /// <param name="token">Stops the work.</param>
    public GrownTree Grow(int[]? sample, RowGradients gradients, bool[] features, CancellationToken token)
    {
        int count = sample?.Length ?? _rows[0].Length;
        if (sample is not null) sample.CopyTo(_rows[0], 0);
        else for (int i = 0; i < count; i++) _rows[0][i] = i;
        var finder = new SplitFinder(_bins, gradients, _limits);
        var tree = new GrownTree(gradients, finder, _rows);
        GrowingLeaf root = tree.AddRoot(count, Sum(count, gradients));
        var open = new List<GrowingLeaf>();
        if (CanSplit(root))
        {
            root.Histogram = _histograms.Rent();
            _histograms.Build(_rows[0], 0, count, gradients, root.Histogram);
            FindSplits(root, null, null, finder, features);
            Keep(root, open);
        }
        while (open.Count > 0)
        {
            token.ThrowIfCancellationRequested();
            GrowingLeaf leaf = Best(open);
            open.Remove(leaf);
            tree.Leaves.Remove(leaf);
            BinnedSplit split = leaf.Split;
            int leftCount = gradients.CountOf(split.Left);
            _partition.Split(
                _rows[leaf.List], _rows[1 - leaf.List], leaf.Start, leaf.Count, leftCount, split, _bins[split.Feature].Missing);
            (GrowingLeaf left, GrowingLeaf right) = tree.Split(leaf, leftCount, _limits.Monotone?[split.Feature] ?? 0);
            if (tree.Leaves.Count < _limits.MaxLeaves && (CanSplit(left) || CanSplit(right)))
                Open(leaf, left, right, gradients, finder, features, open);
            else if (leaf.Histogram is { } unused) _histograms.Return(unused);
            if (tree.Leaves.Count >= _limits.MaxLeaves) break;
        }
        foreach (GrowingLeaf leaf in open) if (leaf.Histogram is { } histogram) _histograms.Return(histogram);
        return tree;
    }

    private void Open(
        GrowingLeaf parent, GrowingLeaf left, GrowingLeaf right, RowGradients gradients, SplitFinder finder, bool[] features,
        List<GrowingLeaf> open)
    {
        (GrowingLeaf small, GrowingLeaf large) = left.Count <= right.Count ? (left, right) : (right, left);
        small.Histogram = _histograms.Rent();
        _histograms.Build(_rows[small.List], small.Start, small.Count, gradients, small.Histogram);
        large.Histogram = parent.Histogram;   // still the parent's: FindSplits takes the small child's from it
        FindSplits(small, large, large.Histogram, finder, features);
        Keep(left, open);
        Keep(right, open);
    }

    private void Keep(GrowingLeaf leaf, List<GrowingLeaf> open)
    {
        if (leaf.Split.Feature >= 0 && CanSplit(leaf))
        {
            open.Add(leaf);
            return;
        }
        _histograms.Return(leaf.Histogram!);
        leaf.Histogram = null;
    }

    private bool CanSplit(GrowingLeaf leaf) =>
        leaf.Depth < _limits.MaxDepth && leaf.Count >= 2 * (long)_limits.MinSamplesLeaf && _limits.MaxLeaves > 1;

    // Features are looked at by several threads, and compared in their order: the first of equally good ones is taken.
    private void FindSplits(GrowingLeaf leaf, GrowingLeaf? sibling, long[]? parent, SplitFinder finder, bool[] features)
    {
        void Find(int j)
        {
            if (parent is not null) _histograms.Subtract(parent, leaf.Histogram!, j);
            _leftFound[j] = features[j] && CanSplit(leaf) ? finder.Find(leaf.Histogram!, j, leaf.Sum, leaf.Range)
                : BinnedSplit.None;
            if (sibling is null) return;
            _rightFound[j] = features[j] && CanSplit(sibling)
                ? finder.Find(sibling.Histogram!, j, sibling.Sum, sibling.Range) : BinnedSplit.None;
        }
        if (_allBins < FewBins) for (int j = 0; j < _bins.Length; j++) Find(j);
        else _workers.For(_bins.Length, Find);
        leaf.Split = First(_leftFound);
        if (sibling is not null) sibling.Split = First(_rightFound);
    }

    private static BinnedSplit First(BinnedSplit[] found)
    {
        BinnedSplit best = BinnedSplit.None;
        foreach (BinnedSplit split in found) if (split.Gain > best.Gain) best = split;
        return best;
    }

    private static GrowingLeaf Best(List<GrowingLeaf> open)
    {
        GrowingLeaf best = open[0];
        foreach (GrowingLeaf leaf in open)
        {
            if (leaf.Split.Gain > best.Split.Gain || (leaf.Split.Gain == best.Split.Gain && leaf.Node < best.Node)) best = leaf;
        }
        return best;
    }

    private GradientSum Sum(int count, RowGradients gradients)
    {
        var parts = new GradientSum[_workers.Count];
        _workers.Run(part =>
        {
            int end = _workers.PartStart(count, part + 1);
            GradientSum sum = default;
            for (int i = _workers.PartStart(count, part); i < end; i++) sum += gradients.Of(_rows[0][i]);
            parts[part] = sum;
        });
        GradientSum all = default;
        foreach (GradientSum part in parts) all += part;
        return all;
    }
}
