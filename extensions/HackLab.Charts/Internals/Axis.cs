namespace HackLab.Charts.Internals;

/// <summary>One axis of a panel: what it measures, from where to where, and how it is marked.</summary>
/// <param name="Label">The quantity with its unit; empty if the ticks say all.</param>
/// <param name="Min">The value at its start.</param>
/// <param name="Max">The value at its end, above <paramref name="Min"/>.</param>
internal sealed record Axis(string Label, double Min, double Max)
{
    /// <summary>Names in place of numbers: name i stands at i + 0.5. Null for a numeric axis.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Whether faint lines run across the panel at the ticks.</summary>
    public bool Grid { get; init; } = true;

    /// <summary>Whether values grow towards the start, as rows of a matrix do on the vertical axis.</summary>
    public bool Reversed { get; init; }

    /// <summary>A numeric axis around values, with some room at both ends.</summary>
    public static Axis Around(string label, double min, double max, double room = 0.04)
    {
        if (max <= min)
        {
            // One single value: a range that contains it, so that it can be drawn at all.
            double half = min == 0 ? 1 : Math.Abs(min) * 0.5;
            (min, max) = (min - half, max + half);
        }
        double pad = (max - min) * room;
        return new Axis(label, min - pad, max + pad);
    }

    /// <summary>An axis with a place for each name.</summary>
    public static Axis Of(string label, IReadOnlyList<string> names) =>
        new(label, 0, names.Count) { Categories = names, Grid = false };

    /// <summary>The ticks for an axis this many pixels long, where a label takes about <paramref name="spacing"/> pixels.</summary>
    public IReadOnlyList<Tick> TicksFor(double pixels, double spacing) =>
        Categories is { } names
            ? [.. names.Select((name, i) => new Tick(i + 0.5, name))]
            : Ticks.Within(Min, Max, (int)(pixels / spacing));

    /// <summary>Where a value stands, from 0 at the start to 1 at the end.</summary>
    public double Place(double value)
    {
        double place = (value - Min) / (Max - Min);
        return Reversed ? 1 - place : place;
    }
}
