namespace HackLab.Charts.Internals;

/// <summary>Gives panels of a grid the same axis, and its labels to the outer panels alone.</summary>
internal static class SharedAxes
{
    public static IEnumerable<Panel> Horizontal(IReadOnlyList<Panel> panels, int columns)
    {
        Axis shared = Over([.. panels.Select(p => p.XAxis)], "ShareX");
        // A panel is the lowest of its column if none stands under it.
        return panels.Select((p, i) => p with { XAxis = Outer(shared, p.XAxis, isOuter: i + columns >= panels.Count) });
    }

    public static IEnumerable<Panel> Vertical(IReadOnlyList<Panel> panels, int columns)
    {
        Axis shared = Over([.. panels.Select(p => p.YAxis)], "ShareY");
        return panels.Select((p, i) => p with { YAxis = Outer(shared, p.YAxis, isOuter: i % columns == 0) });
    }

    private static Axis Outer(Axis shared, Axis own, bool isOuter) =>
        isOuter ? shared with { Label = own.Label, Grid = own.Grid }
            : shared with { Label = "", Grid = own.Grid, TickLabels = false };

    private static Axis Over(IReadOnlyList<Axis> axes, string setting)
    {
        Axis first = axes[0];
        bool SameKind(Axis a) => a.Log == first.Log && a.Reversed == first.Reversed && a.Hidden == first.Hidden
            && (a.Categories ?? []).SequenceEqual(first.Categories ?? []) && (a.Given is null) == (first.Given is null);
        if (!axes.All(SameKind))
        {
            throw new ArgumentException(
                $"{setting} needs axes of one kind: all linear, all logarithmic, or all with the same names.");
        }
        return first with { Min = axes.Min(a => a.Min), Max = axes.Max(a => a.Max) };
    }
}
