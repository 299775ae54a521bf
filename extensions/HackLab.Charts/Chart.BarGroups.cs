using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>Bars of several groups side by side.</summary>
public static partial class Chart
{
    /// <summary>
    /// For each name a bar of every group, such as scores of several models on several data sets; in the order given.
    /// </summary>
    /// <param name="names">What each place is called, shape [n], 1 to 60.</param>
    /// <param name="groups">1 to 7 groups of n values each.</param>
    /// <param name="options">Settings; those of order, number and intervals are not used. Null for the defaults.</param>
    /// <exception cref="ArgumentException">There are none or too many, lengths differ, or a value is not finite.</exception>
    /// <example><code>Chart.Bar(["recall", "precision"], [new Sample("forest", [0.9f, 0.7f]), new Sample("net", [0.8f, 0.8f])])</code></example>
    public static Figure Bar(IReadOnlyList<string> names, IReadOnlyList<Sample> groups, BarOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(groups);
        options ??= new BarOptions();
        Input.Size(options);
        if (names.Count is < 1 or > 60)
            throw new ArgumentException($"1 to 60 places can be shown, not {names.Count}.", nameof(names));
        if (groups.Count is < 1 or > 7)
            throw new ArgumentException($"1 to 7 groups can be told apart, not {groups.Count}.", nameof(groups));
        int dropped = 0;
        foreach (Sample group in groups)
        {
            if (group.Values.Count != names.Count)
            {
                throw new ArgumentException(
                    $"'{group.Name}' has {group.Values.Count} values for {names.Count} names.", nameof(groups));
            }
            Input.Values(group.Values, group.Name, NonFinite.Refuse, ref dropped);
        }
        double largest = groups.Max(g => g.Values.Max(v => Math.Abs((double)v)));
        // Each place is one row high in its own units; a bar is as high as a line of text, and a gap divides the places.
        double thickness = 0.84 / groups.Count;
        var marks = new List<Mark> { new ZeroLine() };
        var all = new List<NamedBar>();
        for (int i = 0; i < names.Count; i++)
        {
            for (int g = 0; g < groups.Count; g++)
            {
                double value = groups[g].Values[i];
                string label = Label(value, largest);
                all.Add(new NamedBar(names[i], value, null));
                marks.Add(new Bar(i, value, Palette.Of(g), label, $"{names[i]}, {groups[g].Name}: {label}")
                {
                    Thickness = thickness * 0.9, Offset = (g - ((groups.Count - 1) / 2.0)) * thickness,
                });
            }
        }
        int width = options.Width ?? 720;
        string xLabel =
            options.XLabel ?? "value", title = options.Title ?? $"{char.ToUpperInvariant(xLabel[0])}{xLabel[1..]} by group";
        string said =
            string.Join(" ", groups.Select(g =>
                $"{g.Name}: {string.Join(", ", names.Take(12).Select((n, i) => $"{n} {Label(g.Values[i], largest)}"))}{(names.Count > 12 ? " and others" : "")}."));
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description ?? $"{title}: {names.Count} places with {groups.Count} bars each, {xLabel}. {said}",
            Panels = [new Panel(BarAxis(xLabel, [.. all], [.. all.Select(b => Label(b.Value, largest))], width),
                Axis.Of(options.YLabel ?? "", names) with { Reversed = true }, marks)],
            Legend = groups.Count == 1 ? [] : [.. groups.Select((g, i) => new LegendEntry(Palette.Of(i), g.Name, IsArea: true))],
            Text = $"{title} ({xLabel})\n{string.Join("\n", names.Select((n, i) => $"  {n}: {string.Join(", ", groups.Select(g => $"{g.Name} {Label(g.Values[i], largest)}"))}"))}",
            Width = width,
            RowHeight = options.Height ?? (int)Math.Min(2000, 64 + (names.Count * ((17 * groups.Count) + 10))),
        });
    }
}
