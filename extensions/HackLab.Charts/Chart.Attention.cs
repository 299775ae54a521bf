using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>What a transformer looks at.</summary>
public static partial class Chart
{
    /// <summary>One head's attention: how much each token (row) looks at each other (column).</summary>
    /// <param name="weights">From 0 to 1, each row adding up to 1, shape [tokens, keys].</param>
    /// <param name="tokens">What each row is called, shape [tokens].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Sizes do not fit, or a weight is negative or not finite.</exception>
    /// <example><code>Chart.Attention(weights, ["the", "jet", "decays"])</code></example>
    public static Figure Attention(double[,] weights, IReadOnlyList<string> tokens, AttentionOptions? options = null) =>
        Attention([weights], tokens, options);

    /// <summary>Several heads' attention side by side with one scale of colours.</summary>
    /// <param name="heads">1 to 24 heads, each of shape [tokens, keys].</param>
    /// <param name="tokens">What each row is called, shape [tokens].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Sizes do not fit, or a weight is negative or not finite.</exception>
    public static Figure Attention(IReadOnlyList<double[,]> heads, IReadOnlyList<string> tokens, AttentionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(tokens);
        options ??= new AttentionOptions();
        Input.Size(options);
        if (heads.Count is < 1 or > 24)
            throw new ArgumentException($"1 to 24 heads can be shown, not {heads.Count}.", nameof(heads));
        if (options.Columns is < 1 or > 6)
            throw new ArgumentException($"Columns must lie between 1 and 6, but it is {options.Columns}.", nameof(options));
        IReadOnlyList<string> keys = options.Keys ?? tokens;
        IReadOnlyList<string> names = options.HeadNames ?? [.. Enumerable.Range(0, heads.Count).Select(h => $"head {h}")];
        if (names.Count != heads.Count)
            throw new ArgumentException($"There are {names.Count} names for {heads.Count} heads.", nameof(options));
        int dropped = 0;
        Matrix[] maps = [.. heads.Select((h, i) => Matrix.Of(h, names[i], options.NonFinite, ref dropped))];
        foreach (Matrix map in maps)
        {
            if (map.Rows != tokens.Count || map.Columns != keys.Count)
            {
                throw new ArgumentException(
                    $"{tokens.Count} tokens looking at {keys.Count} need {tokens.Count} × {keys.Count} weights; found {map.Rows} × {map.Columns}.", nameof(heads));
            }
            if (map.Min < 0)
                throw new ArgumentException($"Weights are at least 0, but one is {Numbers.Short(map.Min)}.", nameof(heads));
        }
        ColourAxis colours =
            ColourAxis.Over(options.ColourMap, "attention", 0, maps.Max(m => m.Max), options.Most is { } most ? (0, most) : null);
        int columns =
            Math.Min(heads.Count, options.Columns ?? 3), width = options.Width
                ?? (columns == 1 ? 560 : Math.Min(1060, (330 * columns) + 60));
        double below = Math.Min(150, keys.Max(k => TextWidth.Of(k, Style.Text)));
        double beside = Math.Min(tokens.Max(t => TextWidth.Of(t, Style.Text)), 0.4 * width / columns) + 45;
        // Talking cells cost about 100 bytes each: beyond what fits, a head is a picture.
        bool talks = heads.Count * tokens.Count * keys.Count <= 700;
        Panel[] panels =
        [
            .. maps.Select((map, i) => new Panel(
                Axis.Of(i + columns >= maps.Length ? options.XLabel ?? "looked at" : "", keys),
                Axis.Of(i % columns == 0 ? options.YLabel ?? "token" : "", tokens) with { Reversed = true },
                talks ? map.Cells(colours, tokens, keys, null)
                    : [new Raster(0, 0, map.Columns, map.Rows,
                    Pictures.Of(map.Values, map.Rows, map.Columns, colours, Pictures.MostBytes / maps.Length), "")])
            {
                Title = heads.Count == 1 ? "" : names[i], Aspect = Math.Clamp(keys.Count / (double)tokens.Count, 0.4, 2.5),
            }),
        ];
        string title = options.Title ?? (heads.Count == 1 ? "Attention" : $"Attention of {heads.Count} heads");
        string said = string.Join(" ", maps.Select((map, i) => $"{names[i]}: {Strongest(map, tokens, keys)}."));
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}: {tokens.Count} tokens (rows) looking at {keys.Count} (columns). Strongest, {said}",
            Panels = panels,
            Columns = columns,
            Colours = colours,
            Notes = [.. Input.Note(dropped).Select(n => n.Replace("left out", "drawn grey", StringComparison.Ordinal))],
            Text = $"{title}\n{string.Join("\n", maps.Select((map, i) => $"  {names[i]}: {Strongest(map, tokens, keys)}"))}",
            Width = width,
            RowHeight = options.Height ?? (int)Math.Clamp(((width - 110.0) / columns) - beside + below + 75, 180, 600),
        });
    }

    /// <summary>The three strongest pairs of a head in words.</summary>
    private static string Strongest(Matrix map, IReadOnlyList<string> tokens, IReadOnlyList<string> keys) =>
        string.Join(", ", Enumerable.Range(0, map.Values.Length)
        .Where(i => !double.IsNaN(map.Values[i])).OrderByDescending(i => map.Values[i]).Take(3)
        .Select(i => $"{tokens[i / map.Columns]} → {keys[i % map.Columns]} {Numbers.Short(map.Values[i], 2)}"));
}
