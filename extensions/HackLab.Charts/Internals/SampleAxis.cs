namespace HackLab.Charts.Internals;

/// <summary>Samples beside each other over one axis of values: checked, sorted, with the axis that shows most of them.</summary>
internal sealed class SampleAxis
{
    public SampleAxis(IReadOnlyList<Sample> samples, BoxOptions options)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count is < 1 or > 60)
            throw new ArgumentException($"1 to 60 samples can be compared, not {samples.Count}.", nameof(samples));
        Input.Size(options);
        int dropped = 0;
        bool log = options.Scale == Scale.Log;
        Sorted = new double[samples.Count][];
        for (int i = 0; i < Sorted.Length; i++)
        {
            double[] values = Input.Values(samples[i].Values, samples[i].Name, options.NonFinite, ref dropped);
            if (log) values = Input.Positive(values, samples[i].Name, options.NonFinite, ref dropped);
            Array.Sort(values);
            Sorted[i] = values;
        }
        Names = [.. samples.Select(s => s.Name)];
        double[] all = [.. Sorted.SelectMany(v => v)];
        string label = options.XLabel ?? "value";
        Values = options.Range is null ? Density.Bulk(label, all, options.Scale)
            : Axes.Of(label, [], options.Scale, options.Range, "Range");
        long outside = all.LongCount(v => v < Values.Min || v > Values.Max);
        Notes =
        [
            .. Input.Note(dropped, log),
            .. outside == 0 ? Array.Empty<string>()
                : [$"{Numbers.Count(outside)} of {Numbers.Count(all.Length)} values ({Numbers.Short(100.0 * outside / all.Length, 2)} %) lie beyond the axis; they range from {Numbers.Short(all.Min())} to {Numbers.Short(all.Max())}"],
        ];
        Width = options.Width ?? 720;
        RowHeight = options.Height ?? (int)Math.Clamp(70 + (Row * samples.Count), 170, 1400);
        Places = Axis.Of(options.YLabel ?? "", Names) with { Reversed = true };
    }

    /// <summary>The values of each sample in order, shape [samples][n].</summary>
    public double[][] Sorted { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The axis of the values.</summary>
    public Axis Values { get; }

    /// <summary>The axis of the samples, the first at the top.</summary>
    public Axis Places { get; }

    public IReadOnlyList<string> Notes { get; }

    public int Width { get; }

    public int RowHeight { get; }

    private double Row => Sorted.Length > 12 ? 26 : 46;

    /// <summary>Whether a value lies on the axis.</summary>
    public bool Shows(double value) => value >= Values.Min && value <= Values.Max;

    /// <summary>A value, or the end of the axis that it lies beyond.</summary>
    public double Within(double value) => Math.Clamp(value, Values.Min, Values.Max);
}
