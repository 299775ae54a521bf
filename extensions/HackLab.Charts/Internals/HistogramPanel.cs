using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts.Internals;

/// <summary>Counts samples into shared bins and says the result as a panel, in words and as text.</summary>
internal sealed class HistogramPanel
{
    private readonly IReadOnlyList<Sample> _samples;
    private readonly double[][] _values, _heights;
    private readonly long[][] _counts;
    private readonly Binning _bins;
    private readonly string _xLabel;
    private readonly bool _hover, _logHeights;

    public HistogramPanel(IReadOnlyList<Sample> samples, string xLabel, HistogramOptions options, bool hover, ref int dropped)
    {
        (_samples, _xLabel, _hover, _logHeights) = (samples, xLabel, hover, options.YScale == Scale.Log);
        _values = new double[samples.Count][];
        for (int s = 0; s < samples.Count; s++) _values[s] = Input.Values(samples[s].Values, samples[s].Name, options.NonFinite, ref dropped);
        if (options.XScale == Scale.Log)
        {
            for (int s = 0; s < samples.Count; s++) _values[s] = Input.Positive(_values[s], samples[s].Name, options.NonFinite, ref dropped);
        }
        _bins = Binning.For(_values, options);
        _counts = new long[samples.Count][];
        _heights = new double[samples.Count][];
        for (int s = 0; s < samples.Count; s++)
        {
            (_counts[s], long outside) = _bins.Count(_values[s]);
            Outside += outside;
            double Unit(int bin) => options.Heights == BinHeight.Density ? 1 / (_values[s].Length * (_bins.Edges[bin + 1] - _bins.Edges[bin])) : 1;
            _heights[s] = [.. _counts[s].Select((count, bin) => count * Unit(bin))];
        }
    }

    /// <summary>How many values lie beyond the axis.</summary>
    public long Outside { get; }

    public static string HeightLabel(HistogramOptions options) =>
        options.Heights == BinHeight.Density ? "density (area 1 per class)" : "values per bin";

    public static IReadOnlyList<LegendEntry> Legend(IReadOnlyList<Sample> samples) =>
        [.. samples.Select((s, i) => new LegendEntry(Palette.Of(i), $"{s.Name} ({Numbers.Count(s.Values.Count)})", IsArea: true))];

    public Panel ToPanel(string title, string yLabel)
    {
        double top = _heights.Max(h => h.Max());
        List<Mark> marks = [.. _samples.Select((_, s) => new StepArea(_bins.Edges, _heights[s], Palette.Of(s)))];
        if (_hover) marks.Add(new HoverColumns(_bins.Edges, [.. Enumerable.Range(0, _counts[0].Length).Select(Hover)]));
        Axis x = _bins.IsLog
            ? Axis.AroundLog(_xLabel, _bins.Edges[0], _bins.Edges[^1], 0.015)
            : Axis.Around(_xLabel, _bins.Edges[0], _bins.Edges[^1], 0.015);
        return new Panel(x with { Grid = false }, Heights(yLabel, top), marks) { Title = title };
    }

    private Axis Heights(string label, double top)
    {
        if (!_logHeights) return new Axis(label, 0, top > 0 ? top * 1.06 : 1);
        double low = _heights.SelectMany(h => h).Where(h => h > 0).DefaultIfEmpty(0.5).Min();
        return new Axis(label, low / 2, Math.Max(top, low) * 1.5) { Log = true };
    }

    /// <summary>What lies beyond the axis, in words; empty if nothing does.</summary>
    public string BeyondNote()
    {
        if (Outside == 0) return "";
        long all = _values.Sum(v => (long)v.Length);
        string range = $"{Numbers.Short(_values.Min(v => v.Min()))} to {Numbers.Short(_values.Max(v => v.Max()))}";
        return $"{Numbers.Count(Outside)} of {Numbers.Count(all)} values ({Numbers.Short(100.0 * Outside / all, 2)} %) lie beyond the axis; they range from {range}";
    }

    public string Describe() => string.Join(" ", _samples.Select((s, i) =>
    {
        int peak = Array.IndexOf(_counts[i], _counts[i].Max());
        return $"{s.Name}: {Numbers.Count(_values[i].Length)} values, mean {Numbers.Short(_values[i].Average())}, "
            + $"most between {Numbers.Short(_bins.Edges[peak])} and {Numbers.Short(_bins.Edges[peak + 1])}.";
    }));

    public string ToText()
    {
        int width = _samples.Max(s => s.Name.Length);
        double top = _heights.Max(h => h.Max());
        IEnumerable<string> lines = _samples.Select((s, i) =>
            $"  {s.Name.PadRight(width)} {TextPlot.Columns(_heights[i], top)}  n = {Numbers.Count(_values[i].Length)}, mean {Numbers.Short(_values[i].Average())}");
        string ends = $"  {new string(' ', width)} {Numbers.Short(_bins.Edges[0])} … {Numbers.Short(_bins.Edges[^1])}  {_xLabel}";
        return string.Join("\n", lines.Append(ends));
    }

    private string Hover(int bin) =>
        $"{Numbers.Short(_bins.Edges[bin], 4)} to {Numbers.Short(_bins.Edges[bin + 1], 4)}: "
        + string.Join(", ", _samples.Select((s, i) => $"{s.Name} {Numbers.Count(_counts[i][bin])}"));
}
