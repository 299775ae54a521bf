namespace HackLab.Charts.Internals;

/// <summary>One axis of a panel: what it measures, from where to where, and how it is marked.</summary>
/// <param name="Label">The quantity with its unit; empty if the ticks say all.</param>
/// <param name="Min">The value at its start.</param>
/// <param name="Max">The value at its end, above <paramref name="Min"/>.</param>
internal sealed record Axis(string Label, double Min, double Max)
{
    /// <summary>The least room between two names, in pixels: a line of text.</summary>
    private const double NameSpacing = 16;

    /// <summary>Names in place of numbers: name i stands at i + 0.5. Null for a numeric axis.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Whether faint lines run across the panel at the ticks.</summary>
    public bool Grid { get; init; } = true;

    /// <summary>Whether values grow towards the start, as rows of a matrix do on the vertical axis.</summary>
    public bool Reversed { get; init; }

    /// <summary>Whether equal ratios take equal room; Min is above zero then.</summary>
    public bool Log { get; init; }

    /// <summary>Whether nothing of the axis is drawn, because its numbers mean nothing to the reader.</summary>
    public bool Hidden { get; init; }

    /// <summary>Whether ticks carry labels; a panel that shares its axis with another leaves them to that one.</summary>
    public bool TickLabels { get; init; } = true;

    /// <summary>The ticks, where they are not for the axis to choose.</summary>
    public IReadOnlyList<Tick>? Given { get; init; }

    /// <summary>A numeric axis around values, with some room at both ends.</summary>
    public static Axis Around(string label, double min, double max, double room = 0.04)
    {
        if (max - min <= Math.Max(Math.Abs(min), Math.Abs(max)) * 1e-12)
        {
            // One single value, or several that a double can hardly tell apart: a range that can be drawn at all.
            double half = min == 0 ? 1 : Math.Abs(min) * 0.5;
            (min, max) = (min - half, max + half);
        }
        double pad = (max - min) * room;
        return new Axis(label, min - pad, max + pad);
    }

    /// <summary>A logarithmic axis around values above zero, with some room at both ends.</summary>
    public static Axis AroundLog(string label, double min, double max, double room = 0.04)
    {
        if (max <= min) (min, max) = (min / 2, max * 2);
        double factor = Math.Pow(max / min, room);
        return new Axis(label, min / factor, max * factor) { Log = true };
    }

    /// <summary>An axis with a place for each name.</summary>
    public static Axis Of(string label, IReadOnlyList<string> names) =>
        new(label, 0, names.Count) { Categories = names, Grid = false };

    /// <summary>An axis that is not drawn.</summary>
    public static Axis Unseen(double min, double max) => new("", min, max) { Hidden = true, Grid = false };

    /// <summary>The axis, longer if need be, so that these values lie on it.</summary>
    public Axis Reaching(IReadOnlyList<double> values, string direction)
    {
        Axis axis = this;
        foreach (double value in values)
        {
            if (!double.IsFinite(value) || (Log && value <= 0))
            {
                throw new ArgumentException(
                    $"{Numbers.Short(value)} does not fit the {direction} axis, which {(Log ? "is logarithmic: above zero" : "needs a finite number")}.");
            }
            if (value >= axis.Min && value <= axis.Max) continue;
            if (Categories is not null || Given is not null || Hidden)
            {
                throw new ArgumentException(
                    $"{Numbers.Short(value)} does not fit the {direction} axis, which reaches from {Numbers.Short(Min)} to {Numbers.Short(Max)}.");
            }
            double room =
                Log ? 0 : 0.04 * (Math.Max(axis.Max, value) - Math.Min(axis.Min, value)), factor = Log ? Math.Pow(axis.Max / axis.Min, 0.04) : 1;
            axis = value < axis.Min ? axis with { Min = (value - room) / factor } : axis with { Max = (value + room) * factor };
        }
        return axis;
    }

    /// <summary>
    /// The ticks for an axis this many pixels long, where a label takes about <paramref name="spacing"/> pixels.
    /// </summary>
    public IReadOnlyList<Tick> TicksFor(double pixels, double spacing)
    {
        if (Hidden) return [];
        if (Given is not null) return Given;
        if (Categories is not { } names)
            return Log ? DecadeTicks.Within(Min, Max, (int)(pixels / spacing)) : EvenTicks((int)(pixels / spacing));
        // More names than lines of text: every second, third … one.
        int every = Math.Max(1, (int)Math.Ceiling(NameSpacing * names.Count / Math.Max(1, pixels)));
        return [.. Enumerable.Range(0, (names.Count + every - 1) / every).Select(k => new Tick((k * every) + 0.5, names[k * every]))];
    }

    /// <summary>
    /// What is taken off the numbers at the ticks, where they differ in digits beyond the sixth only, such as seconds of a
    /// calendar; else 0.
    /// </summary>
    public double Offset
    {
        get
        {
            double range = Max - Min;
            if (Log || Categories is not null || Given is not null || range >= Math.Max(Math.Abs(Min), Math.Abs(Max)) * 3e-5) return 0;
            double unit = Math.Pow(10, Math.Ceiling(Math.Log10(range)));
            return Math.Round(Min / unit) * unit;
        }
    }

    /// <summary>The label with what is taken off the numbers.</summary>
    public string FullLabel => Offset == 0 || Label.Length == 0 ? Label : $"{Label} − {Numbers.Exact(Offset)}";

    /// <summary>Where short ticks without labels stand: at 2, 3 … 9 times each power of ten of a logarithmic axis.</summary>
    public IReadOnlyList<double> MinorTicks() => Log && !Hidden ? DecadeTicks.Minor(Min, Max) : [];

    /// <summary>
    /// Where a value stands, from 0 at the start to 1 at the end; on a logarithmic axis nothing above zero stands at the start.
    /// </summary>
    public double Place(double value)
    {
        double place = !Log ? (value - Min) / (Max - Min) : value <= 0 ? 0 : Math.Log10(value / Min) / Math.Log10(Max / Min);
        return Reversed ? 1 - place : place;
    }

    /// <summary>The value that stands at a place, from 0 at the start to 1 at the end.</summary>
    public double At(double place)
    {
        if (Reversed) place = 1 - place;
        return Log ? Min * Math.Pow(Max / Min, place) : Min + (place * (Max - Min));
    }

    private List<Tick> EvenTicks(int wanted)
    {
        double offset = Offset;
        List<Tick> ticks = Ticks.Within(Min - offset, Max - offset, wanted);
        return offset == 0 ? ticks : [.. ticks.Select(t => t with { Value = t.Value + offset })];
    }
}
