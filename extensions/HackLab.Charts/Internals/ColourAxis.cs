namespace HackLab.Charts.Internals;

/// <summary>What colours stand for: the numbers from the darkest to the brightest of a colour map.</summary>
/// <param name="Map">The colours.</param>
/// <param name="Min">The number of the first colour.</param>
/// <param name="Max">The number of the last, above <paramref name="Min"/>.</param>
/// <param name="Label">The quantity with its unit.</param>
internal sealed record ColourAxis(ColourMap Map, double Min, double Max, string Label)
{
    /// <summary>The colour of what is no number.</summary>
    public static readonly Rgb Missing = new(0xB8, 0xBE, 0xC8);

    /// <summary>Whether equal ratios take equal steps of colour; Min is above zero then.</summary>
    public bool Log { get; init; }

    /// <summary>The same numbers as an axis, for its ticks.</summary>
    public Axis AsAxis => new(Label, Min, Max) { Log = Log };

    /// <summary>The colours of numbers between the ends found in data; diverging colours have zero in their middle.</summary>
    public static ColourAxis Over(ColourMap map, string label, double min, double max, (double From, double To)? range = null,
        bool log = false)
    {
        if (range is { } ends)
        {
            if (!(ends.From < ends.To) || !double.IsFinite(ends.To - ends.From) || (log && ends.From <= 0))
            {
                throw new ArgumentException(
                    $"The range of colours must go from a smaller to a larger finite number{(log ? " above zero" : "")}, but it is "
                    + $"{Numbers.Short(ends.From)} to {Numbers.Short(ends.To)}.");
            }
            (min, max) = ends;
        }
        else if (map == ColourMap.Diverging && !log)
        {
            double most = Math.Max(Math.Abs(min), Math.Abs(max));
            (min, max) = (-most, most);
        }
        if (max <= min) (min, max) = log ? (min / 2, max * 2) : min == 0 ? (0, 1)
            : (min - (Math.Abs(min) / 2), max + (Math.Abs(max) / 2));
        return new ColourAxis(map, min, max, label) { Log = log };
    }

    /// <summary>The colour of a number; those beyond the ends take the end's.</summary>
    public Rgb Of(double value)
    {
        if (double.IsNaN(value)) return Missing;
        return ColourTable.Of(Map, Math.Clamp(AsAxis.Place(value), 0, 1));
    }
}
