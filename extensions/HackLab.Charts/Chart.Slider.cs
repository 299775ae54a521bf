namespace HackLab.Charts;

/// <summary>Figures of which a slider chooses one.</summary>
public static partial class Chart
{
    /// <summary>
    /// Figures of which one is shown at a time, chosen by a slider; all of them side by side where scripts do not run. Everything is
    /// computed before it is shown, so it needs no network and no running kernel.
    /// </summary>
    /// <param name="figures">2 to 60 figures; together they have to stay small, for all of them are in the page.</param>
    /// <param name="places">What the slider says at each, such as <c>0.5″</c>.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are too few or too many, or the texts are not as many as the figures.</exception>
    /// <example><code>Chart.Slider([.. times.Select(t => Draw(t))], [.. times.Select(t => $"{t} µs")], new() { Label = "time" })</code></example>
    public static SliderFigure Slider(IReadOnlyList<Figure> figures, IReadOnlyList<string> places, SliderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(places);
        options ??= new SliderOptions();
        if (figures.Count is < 2 or > 60)
            throw new ArgumentException($"A slider chooses among 2 to 60 figures, not {figures.Count}.", nameof(figures));
        if (places.Count != figures.Count)
            throw new ArgumentException($"There are {places.Count} texts for {figures.Count} figures.", nameof(places));
        if ((uint)options.Start >= (uint)figures.Count)
            throw new ArgumentException($"Start must lie between 0 and {figures.Count - 1}, but it is {options.Start}.", nameof(options));
        return new SliderFigure(figures, places, options);
    }
}
