namespace HackLab.Charts.Internals;

/// <summary>The ticks of a horizontal axis with labels that fit beside each other, turned upright where names are long.</summary>
/// <param name="Ticks">The ticks.</param>
/// <param name="Turned">Whether labels run upwards.</param>
/// <param name="Height">The room they take below the ticks.</param>
internal sealed record XTickLabels(IReadOnlyList<Tick> Ticks, bool Turned, double Height)
{
    private const double MostHeight = 150, Between = 6;

    /// <summary>The labels of an axis as long as this many pixels.</summary>
    public static XTickLabels For(Axis axis, double width)
    {
        if (axis.Hidden) return new([], false, 0);
        IReadOnlyList<Tick> ticks = Fitting(axis, width);
        if (!axis.TickLabels) return new([.. ticks.Select(t => t with { Label = "" })], false, 0);
        if (axis.Categories is null) return new(ticks, false, Style.Text);
        double slot = width / axis.Categories.Count, widest = axis.Categories.Max(n => TextWidth.Of(n, Style.Text));
        if (widest <= slot - Between) return new([.. axis.Categories.Select((n, i) => new Tick(i + 0.5, n))], false, Style.Text);
        double height = Math.Min(MostHeight, widest);
        return new([.. ticks.Select(t => t with { Label = TextWidth.Shorten(t.Label, Style.Text, height) })], true, height);
    }

    /// <summary>As many ticks as fit beside each other: labels such as −0.00025 need more room than 1.</summary>
    private static IReadOnlyList<Tick> Fitting(Axis axis, double width)
    {
        IReadOnlyList<Tick> ticks = axis.TicksFor(width, PanelMargins.TickSpacingX);
        if (axis.Categories is not null || axis.Given is not null) return ticks;
        for (double spacing = PanelMargins.TickSpacingX * 1.3; spacing < width; spacing *= 1.3)
        {
            if (ticks.Count < 3 || Fit(axis, ticks, width)) break;
            ticks = axis.TicksFor(width, spacing);
        }
        return ticks;
    }

    private static bool Fit(Axis axis, IReadOnlyList<Tick> ticks, double width)
    {
        for (int i = 1; i < ticks.Count; i++)
        {
            double apart = width * Math.Abs(axis.Place(ticks[i].Value) - axis.Place(ticks[i - 1].Value));
            if ((TextWidth.Of(ticks[i].Label, Style.Text) + TextWidth.Of(ticks[i - 1].Label, Style.Text)) / 2
                + 10 > apart) return false;
        }
        return true;
    }
}
