namespace HackLab.Charts.Internals;

/// <summary>Bins of equal width that all samples of a panel share.</summary>
internal sealed class Binning
{
    private readonly double _from, _to;
    private readonly bool _log;

    /// <param name="from">Where they begin; on a logarithmic axis its logarithm.</param>
    /// <param name="to">Where they end; on a logarithmic axis its logarithm.</param>
    /// <param name="bins">How many.</param>
    /// <param name="log">Whether the axis is logarithmic.</param>
    private Binning(double from, double to, int bins, bool log)
    {
        Edges = [.. Enumerable.Range(0, bins + 1).Select(i => from + ((to - from) * i / bins))];
        Edges[^1] = to;   // the formula may round to a little below it
        if (log) Edges = [.. Edges.Select(edge => Math.Pow(10, edge))];
        (_from, _to, _log) = (Edges[0], Edges[^1], log);
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
            if (options.XScale == Scale.Linear) return new Binning(range.From, range.To, options.Bins, log: false);
            if (range.From <= 0) throw new ArgumentException($"Range starts at {range.From}, but a logarithmic axis starts above zero.");
            return new Binning(Math.Log10(range.From), Math.Log10(range.To), options.Bins, log: true);
        }
        bool log = options.XScale == Scale.Log;
        double[] all = [.. samples.SelectMany(s => log ? s.Select(v => Math.Log10(v)) : s)];
        Array.Sort(all);
        (double low, double high) = (all[0], all[^1]);
        if (low == high)
        {
            // One single value: bins around it, wide enough to be drawn.
            double half = low == 0 ? 0.5 : Math.Abs(low) * 0.1;
            return new Binning(low - half, high + half, options.Bins, log);
        }
        (double from, double to) = Central(all);
        if (to - from < (high - low) * 2 / 3) return new Binning(from, to, options.Bins, log);
        // The outermost edges are the values themselves: a power of a logarithm may round to a little inside.
        var whole = new Binning(low, high, options.Bins, log);
        if (log) whole.Widen(samples.Min(s => s.Min()), samples.Max(s => s.Max()));
        return whole;
    }

    /// <summary>Whether the bins are equally wide on a logarithmic axis.</summary>
    public bool IsLog => _log;

    /// <summary>How many values fall into each bin, and how many outside; the last bin holds its upper edge too.</summary>
    public (long[] Counts, long Outside) Count(double[] values)
    {
        var counts = new long[Edges.Length - 1];
        long outside = 0;
        (double from, double to) = _log ? (Math.Log10(_from), Math.Log10(_to)) : (_from, _to);
        double scale = counts.Length / (to - from);
        foreach (double value in values)
        {
            if (value < Edges[0] || value > Edges[^1])
            {
                outside++;
                continue;
            }
            int bin = Math.Clamp((int)(((_log ? Math.Log10(value) : value) - from) * scale), 0, counts.Length - 1);
            // The product may round to the other side of an edge; the edges decide.
            if (value < Edges[bin]) bin--;
            else if (bin < counts.Length - 1 && value >= Edges[bin + 1]) bin++;
            counts[bin]++;
        }
        return (counts, outside);
    }

    private void Widen(double low, double high) => (Edges[0], Edges[^1]) = (Math.Min(Edges[0], low), Math.Max(Edges[^1], high));

    /// <summary>The range without thin tails: at most half a per cent on each side, and only what lies apart from the rest.</summary>
    public static (double From, double To) Central(double[] sorted)
    {
        int cut = (int)(sorted.Length * 0.005);
        (double low, double high) = (sorted[cut], sorted[^(cut + 1)]);
        double room = (high - low) * 0.05;
        return (sorted.First(v => v >= low - room), sorted.Last(v => v <= high + room));
    }
}
