namespace HackLab.Charts.Internals;

/// <summary>Bins of equal width that all samples of a panel share.</summary>
internal sealed class Binning
{
    private readonly double _from, _to;

    private Binning(double from, double to, int bins)
    {
        (_from, _to) = (from, to);
        Edges = [.. Enumerable.Range(0, bins + 1).Select(i => from + ((to - from) * i / bins))];
        Edges[^1] = to;   // the formula may round to a little below it
    }

    /// <summary>The edges, shape [bins + 1].</summary>
    public double[] Edges { get; }

    /// <summary>The bins for some samples.</summary>
    public static Binning For(IReadOnlyList<double[]> samples, HistogramOptions options)
    {
        if (options.Bins is < 1 or > 200) throw new ArgumentException($"Bins must lie between 1 and 200, but it is {options.Bins}.");
        if (options.Range is { } range)
        {
            if (!(range.To > range.From) || !double.IsFinite(range.To - range.From))
                throw new ArgumentException($"Range must go from a smaller to a larger finite number, but it is {range.From} to {range.To}.");
            return new Binning(range.From, range.To, options.Bins);
        }
        double[] all = [.. samples.SelectMany(s => s)];
        Array.Sort(all);
        (double low, double high) = (all[0], all[^1]);
        if (low == high)
        {
            // One single value: bins around it, wide enough to be drawn.
            double half = low == 0 ? 0.5 : Math.Abs(low) * 0.1;
            return new Binning(low - half, high + half, options.Bins);
        }
        (double from, double to) = Central(all);
        return to - from < (high - low) * 2 / 3 ? new Binning(from, to, options.Bins) : new Binning(low, high, options.Bins);
    }

    /// <summary>How many values fall into each bin, and how many outside; the last bin holds its upper edge too.</summary>
    public (long[] Counts, long Outside) Count(double[] values)
    {
        var counts = new long[Edges.Length - 1];
        long outside = 0;
        double scale = counts.Length / (_to - _from);
        foreach (double value in values)
        {
            if (value < _from || value > _to)
            {
                outside++;
                continue;
            }
            int bin = Math.Clamp((int)((value - _from) * scale), 0, counts.Length - 1);
            // The product may round to the other side of an edge; the edges decide.
            if (value < Edges[bin]) bin--;
            else if (bin < counts.Length - 1 && value >= Edges[bin + 1]) bin++;
            counts[bin]++;
        }
        return (counts, outside);
    }

    /// <summary>The range without thin tails: at most half a per cent on each side, and only what lies apart from the rest.</summary>
    public static (double From, double To) Central(double[] sorted)
    {
        int cut = (int)(sorted.Length * 0.005);
        (double low, double high) = (sorted[cut], sorted[^(cut + 1)]);
        double room = (high - low) * 0.05;
        return (sorted.First(v => v >= low - room), sorted.Last(v => v <= high + room));
    }
}
