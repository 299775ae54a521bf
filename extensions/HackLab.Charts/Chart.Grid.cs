using HackLab.Charts.Internals;

namespace HackLab.Charts;

/// <summary>Figures side by side.</summary>
public static partial class Chart
{
    /// <summary>Figures of one panel each as one figure in rows, with their axes lined up and shared if asked.</summary>
    /// <param name="figures">At least one figure of a single panel.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There are none, one has several panels, axes to be shared are of different kinds, or a setting is out of range.
    /// </exception>
    /// <example><code>Chart.Grid([Chart.Line(t, x), Chart.Line(t, v)], new() { Columns = 1, ShareX = true })</code></example>
    public static Figure Grid(IReadOnlyList<Figure> figures, GridOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count == 0) throw new ArgumentException("There is nothing to draw: no figures.", nameof(figures));
        options ??= new GridOptions();
        if (options.Columns is < 1 or > 6)
            throw new ArgumentException($"Columns must lie between 1 and 6, but it is {options.Columns}.", nameof(options));
        if (options.Width is < 300 or > 2000)
        {
            throw new ArgumentException(
                $"Width must lie between 300 and 2000 pixels, but it is {options.Width}.", nameof(options));
        }
        if (options.Height is < 120 or > 2000)
        {
            throw new ArgumentException(
                $"Height must lie between 120 and 2000 pixels, but it is {options.Height}.", nameof(options));
        }
        FigureModel[] models = [.. figures.Select(f => f.Model)];
        foreach (FigureModel model in models.Where(m => m.Panels.Count > 1))
            throw new ArgumentException($"A grid takes figures of one panel, but '{model.Title}' has {model.Panels.Count}.",
                nameof(figures));
        int columns = Math.Min(models.Length, options.Columns ?? (models.Length > 4 ? 3 : 2));
        // A legend that all have in common stands over all; others stand over their panels.
        bool oneLegend = models.All(m => m.Legend.SequenceEqual(models[0].Legend));
        Panel[] panels =
        [
            .. models.Select(m => m.Panels[0] with
            {
                Title = m.Title, Legend = oneLegend ? [] : m.Legend, Colours = m.Panels[0].Colours ?? m.Colours,
            }),
        ];
        if (options.ShareX) panels = [.. SharedAxes.Horizontal(panels, columns)];
        if (options.ShareY) panels = [.. SharedAxes.Vertical(panels, columns)];
        string title = options.Title ?? string.Join(" · ", models.Take(3).Select(m => m.Title)) + (models.Length > 3 ? " …" : "");
        int width = options.Width ?? Math.Clamp(columns == 1 ? models.Max(m => m.Width) : 380 * columns, 400, 1140);
        double shrink = Math.Min(1, width / (double)columns / models.Average(m => m.Width));
        return new Figure(new FigureModel
        {
            Title = title,
            Description = $"{title}. {models.Length} figures in {columns} {(columns == 1 ? "column" : "columns")}. {string.Join(" ", models.Select(m => m.Description))}",
            Panels = panels,
            Columns = columns,
            Legend = oneLegend ? models[0].Legend : [],
            Notes = [.. models.SelectMany(m => m.Notes.Where(n => n.Length > 0).Select(n =>
                models.Length == 1 ? n : $"{m.Title}: {n}"))],
            Text = $"{title}\n{string.Join("\n", models.Select(m => m.Text))}",
            Width = width,
            RowHeight = options.Height ?? (int)Math.Max(220, models.Max(m => m.RowHeight) * Math.Max(0.75, shrink)),
        });
    }
}
