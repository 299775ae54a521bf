using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Grows one tree that may cut between any two neighbouring values of a feature. The node whose cut gains most is cut next, which
/// matters only where the number of leaves is limited.
/// </summary>
internal sealed class ExactGrower<TCriterion>(
    RankedColumns columns, TCriterion criterion, double[]? weights, ExactLimits limits, SeededRandom random,
    CancellationToken token)
    where TCriterion : struct, ICriterion
{
    private readonly SortedNode _sorted = new();
    private readonly List<int> _feature = [], _left = [];
    private readonly List<float> _threshold = [], _value = [];
    private readonly List<bool> _missingLeft = [];
    private readonly List<double> _gain = [], _weight = [];
    private readonly int[] _order = [.. Enumerable.Range(0, columns.Ranks.Length)];
    private readonly double[] _leftSums = new double[criterion.Width], _rightSums = new double[criterion.Width];
    private readonly double[] _missingSums = new double[criterion.Width];
    private int[] _rows = [], _spare = [];
    private double _totalWeight;

    private sealed record Node(int Index, int Start, int Count, int Depth, double[] Sums, Cut Cut);

    /// <summary>A cut: values of ranks up to Rank go left.</summary>
    private readonly record struct Cut(int Feature, int Rank, float Threshold, bool MissingLeft, double Gain);

    /// <summary>Grows the tree on these rows; each must weigh something.</summary>
    public Tree Grow(int[] rows)
    {
        (_rows, _spare) = ([.. rows], new int[rows.Length]);
        var sums = new double[criterion.Width];
        foreach (int row in _rows) criterion.Add(row, WeightOf(row), sums);
        _totalWeight = criterion.Weight(sums);
        // The largest gain first; of equal ones the older node, so that the order is the same everywhere.
        var open = new PriorityQueue<Node, (double, int)>();
        Add(0, _rows.Length, 0, sums, open);
        int leaves = 1;
        while (leaves < limits.MaxLeaves && open.TryDequeue(out Node? node, out _))
        {
            token.ThrowIfCancellationRequested();
            Split(node, open);
            leaves++;
        }
        return new Tree(
            [.. _feature], [.. _threshold], [.. _missingLeft], [.. _left], [.. _gain], [.. _weight], [.. _value],
            criterion.Outputs);
    }

    private double WeightOf(int row) => weights is null ? 1 : weights[row];

    private void Add(int start, int count, int depth, double[] sums, PriorityQueue<Node, (double, int)> open)
    {
        int index = _feature.Count;
        _feature.Add(-1);
        _threshold.Add(0);
        _missingLeft.Add(false);
        _left.Add(0);
        _gain.Add(0);
        _weight.Add(criterion.Weight(sums));
        Span<float> prediction = stackalloc float[criterion.Outputs];
        criterion.Predict(sums, prediction);
        foreach (float value in prediction) _value.Add(value);
        if (depth >= limits.MaxDepth || count < limits.MinSamplesSplit || count < 2 * (long)limits.MinSamplesLeaf) return;
        double impurity = criterion.Impurity(sums);
        if (impurity <= 1e-12 * _totalWeight) return;
        Cut best = Find(start, count, sums, impurity);
        if (best.Feature < 0 || best.Gain < limits.MinImpurityDecrease * _totalWeight) return;
        open.Enqueue(new Node(index, start, count, depth, sums, best), (-best.Gain, index));
    }

    // Features in random order if not all are looked at; those that cannot cut here do not count.
    private Cut Find(int start, int count, double[] sums, double impurity)
    {
        var best = new Cut(-1, 0, 0, false, 0);
        bool all = limits.MaxFeatures >= _order.Length;
        int looked = 0;
        for (int i = 0; i < _order.Length && looked < limits.MaxFeatures; i++)
        {
            if (!all)
            {
                int other = i + random.NextInt(_order.Length - i);
                (_order[i], _order[other]) = (_order[other], _order[i]);
            }
            int feature = _order[i];
            _sorted.Sort(_rows.AsSpan(start, count), columns.Ranks[feature], columns.Values[feature].Length);
            if (_sorted.IsConstant) continue;
            looked++;
            Scan(feature, sums, impurity, missingLeft: false, ref best);
            if (_sorted.MissingCount > 0) Scan(feature, sums, impurity, missingLeft: true, ref best);
        }
        return best;
    }

    private void Scan(int feature, double[] sums, double impurity, bool missingLeft, ref Cut best)
    {
        ReadOnlySpan<SortedNode.Item> items = _sorted.Items;
        ReadOnlySpan<int> missing = _sorted.Missing;
        Array.Clear(_missingSums);
        foreach (int row in missing) criterion.Add(row, WeightOf(row), _missingSums);
        for (int s = 0; s < sums.Length; s++) _leftSums[s] = missingLeft ? _missingSums[s] : 0;
        int rowsLeft = missingLeft ? missing.Length : 0, total = items.Length + missing.Length;
        float[] values = columns.Values[feature];
        for (int i = 0; i < items.Length; i++)
        {
            criterion.Add(items[i].Row, WeightOf(items[i].Row), _leftSums);
            rowsLeft++;
            bool last = i + 1 == items.Length;
            if (last ? missing.Length == 0 || missingLeft : items[i + 1].Rank == items[i].Rank) continue;
            if (rowsLeft < limits.MinSamplesLeaf) continue;
            if (total - rowsLeft < limits.MinSamplesLeaf) break;
            for (int s = 0; s < sums.Length; s++) _rightSums[s] = sums[s] - _leftSums[s];
            double gain = impurity - criterion.Impurity(_leftSums) - criterion.Impurity(_rightSums);
            if (!(gain > best.Gain)) continue;
            float threshold = last ? float.PositiveInfinity
                : FeatureBins.Between(values[items[i].Rank], values[items[i + 1].Rank]);
            // Nothing was missing here: a row that lacks the value goes with most.
            bool side = missing.Length > 0 ? missingLeft : rowsLeft > total - rowsLeft;
            best = new Cut(feature, items[i].Rank, threshold, side, gain);
        }
    }

    private void Split(Node node, PriorityQueue<Node, (double, int)> open)
    {
        Cut cut = node.Cut;
        int[] ranks = columns.Ranks[cut.Feature];
        int left = 0, right = 0;
        var sums = new double[criterion.Width];
        var other = new double[criterion.Width];
        Span<int> rows = _rows.AsSpan(node.Start, node.Count);
        foreach (int row in rows)
        {
            bool goesLeft = ranks[row] == RankedColumns.Missing ? cut.MissingLeft : ranks[row] <= cut.Rank;
            criterion.Add(row, WeightOf(row), goesLeft ? sums : other);
            if (goesLeft) rows[left++] = row;
            else _spare[right++] = row;
        }
        _spare.AsSpan(0, right).CopyTo(rows[left..]);
        (_feature[node.Index], _threshold[node.Index], _missingLeft[node.Index]) = (cut.Feature, cut.Threshold, cut.MissingLeft);
        (_left[node.Index], _gain[node.Index]) = (_feature.Count, cut.Gain);
        // Both children get their numbers side by side, before either is cut further.
        Add(node.Start, left, node.Depth + 1, sums, open);
        Add(node.Start + left, right, node.Depth + 1, other, open);
    }
}
