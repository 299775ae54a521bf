using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Many images side by side.</summary>
public static partial class Chart
{
    /// <summary>
    /// The first labelled images under the names of their classes, or a model's calls: right ones and wrong ones.
    /// </summary>
    /// <param name="images">Labelled images; for chosen ones pass <c>images.Take(…)</c>.</param>
    /// <param name="yHat">The class that a model called each, shape [n]; null to show the true classes alone.</param>
    /// <param name="options">Settings, among them how many and which channel; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There are no images, lengths differ, a value is not finite, or a setting is out of range.
    /// </exception>
    /// <example><code>Chart.ImageGrid(test, yHat, new() { Count = 20 })</code></example>
    public static Figure ImageGrid(LabelledImages images, IReadOnlyList<int>? yHat = null, ImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        options ??= new ImageOptions();
        if (options.Count is < 1 or > 200)
            throw new ArgumentException($"Count must lie between 1 and 200, but it is {options.Count}.", nameof(options));
        if (yHat is not null && yHat.Count != images.Count)
            throw new ArgumentException($"There are {yHat.Count} calls for {images.Count} images.", nameof(yHat));
        string channel = ImagePanels.ChannelName(images, options.Channel);
        var tiles = new List<ImageTile>();
        for (int i = 0; i < Math.Min(options.Count, images.Count); i++)
        {
            string truth = images.ClassNames[images.Y[i]];
            if (yHat is not null && (uint)yHat[i] >= (uint)images.ClassNames.Count)
            {
                throw new ArgumentException(
                    $"Image {i} is called class {yHat[i]}, but classes are numbered 0 to {images.ClassNames.Count - 1}.",
                        nameof(yHat));
            }
            bool? right = yHat is null ? null : yHat[i] == images.Y[i];
            string label = right is false ? $"{images.ClassNames[yHat![i]]}, is {truth}" : truth;
            tiles.Add(new ImageTile(ImagePanels.Channel(images, i, options.Channel), images.Height, images.Width, label, right));
        }
        string which = tiles.Count < images.Count ? $", the first {tiles.Count} of {Numbers.Count(images.Count)} images" : "";
        return ImageGrid(tiles, options with
        {
            Title = options.Title ?? $"{images.Name}{which}",
            Quantity = options.Quantity == "value" && channel.Length > 0 ? channel : options.Quantity,
        });
    }

    /// <summary>
    /// Images in rows, each under its label; a border and a sign tell those that a model got right from those it got wrong.
    /// </summary>
    /// <param name="tiles">1 to 200 images.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There are none or too many, sizes do not fit, a value is not finite, or a setting is out of range.
    /// </exception>
    /// <example><code>Chart.ImageGrid([new(low, 32, 32, "coarse"), new(high, 64, 64, "fine")], new() { SharedScale = false })</code></example>
    public static Figure ImageGrid(IReadOnlyList<ImageTile> tiles, ImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        if (tiles.Count is < 1 or > 200)
            throw new ArgumentException($"A grid shows 1 to 200 images, not {tiles.Count}.", nameof(tiles));
        options ??= new ImageOptions();
        Input.Size(options);
        if (options.Columns is < 1 or > 20)
            throw new ArgumentException($"Columns must lie between 1 and 20, but it is {options.Columns}.", nameof(options));
        int dropped =
            0, columns = Math.Min(tiles.Count, options.Columns
                ?? Math.Clamp((int)Math.Ceiling(Math.Sqrt(tiles.Count * 1.6)), 1, 12));
        Matrix[] images =
            [.. tiles.Select((t, i) => ImagePanels.Check(t.Pixels, t.Height, t.Width, $"Image {i}", options, ref dropped))];
        bool log = options.ColourScale == Scale.Log;
        ColourAxis shared =
            ColourAxis.Over(options.ColourMap, options.Quantity, images.Min(m => m.Min), images.Max(m => m.Max), options.Range,
                log);
        bool own = !options.SharedScale && options.Range is null;
        int budget = Math.Max(300, (Pictures.MostBytes - (300 * tiles.Count)) / tiles.Count);
        double tile = Math.Clamp(740.0 / columns, 70, 190);
        Panel[] panels =
            [.. tiles.Select((t, i) => TilePanel(t, images[i],
                own ? ColourAxis.Over(options.ColourMap, "", images[i].Min, images[i].Max, null, log) : shared, budget, tile))];
        ColourAxis? bar = options.ColourBar && !own ? shared : null;
        int right = tiles.Count(t => t.IsRight is true), wrong = tiles.Count(t => t.IsRight is false);
        string judged = right + wrong == 0 ? "" : $"{right} of {right + wrong} right: ✓ right, ✗ wrong";
        string title = options.Title ?? $"{tiles.Count} {(tiles.Count == 1 ? "image" : "images")}";
        string labels =
            string.Join(", ", tiles.Take(40).Select(t => TileLabel(t)).Where(l => l.Length > 0))
                + (tiles.Count > 40 ? " and others" : "");
        int width =
            options.Width ?? (int)Math.Max(300, (columns * (tile + 16)) + (2 * Style.Border)
                + (bar is null ? 0 : ColourBarPainter.WidthOf(bar, tile * 2)));
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}. Grid of {tiles.Count} images in {columns} columns, {options.Quantity} from {Numbers.Short(images.Min(m => m.Min))} to {Numbers.Short(images.Max(m => m.Max))}. {labels}{(labels.Length > 0 ? "." : "")}",
            Panels = panels,
            Columns = columns,
            Colours = bar,
            Notes =
            [
                .. Input.Note(dropped).Select(n => n.Replace("left out", "drawn grey", StringComparison.Ordinal)),
                .. judged.Length > 0 ? [judged] : Array.Empty<string>(),
                .. own ? ["Each image has a scale of colours of its own"] : Array.Empty<string>(),
            ],
            Text = $"{title}\n  {(labels.Length > 0 ? labels : $"{tiles.Count} images")}{(judged.Length > 0 ? $"\n  {judged}" : "")}",
            Width = width,
            RowHeight = options.Height ?? (int)Math.Max(60,
                (tile / panels.Average(p => p.Aspect!.Value))
                + (tiles.Any(t => t.Label.Length > 0 || t.IsRight is not null) ? 36 : 14)),
        });
    }

    private static Panel TilePanel(ImageTile tile, Matrix image, ColourAxis colours, int budget, double size)
    {
        (int h, int w) = (tile.Height, tile.Width);
        Raster picture = ImagePanels.Mark(Pictures.Of(image.Values, h, w, colours, budget), h, w, size / w);
        List<Mark> marks =
            [picture with { Hover = $"{(tile.Label.Length > 0 ? TileLabel(tile) + ": " : "")}{Numbers.Short(image.Min)} to {Numbers.Short(image.Max)}" }];
        string edge = tile.IsRight switch { true => Palette.Blue, false => Palette.Vermillion, null => Palette.Frame };
        marks.Add(new Strokes([[(0, 0), (w, 0), (w, h), (0, h), (0, 0)]], edge, tile.IsRight is null ? 1 : 3.2,
            tile.IsRight is false ? "7 3" : ""));
        return new Panel(Axis.Unseen(0, w), Axis.Unseen(0, h) with { Reversed = true }, marks) { Title = TileLabel(tile),
            Aspect = w / (double)h };
    }

    private static string TileLabel(ImageTile tile) => tile.IsRight switch { true => "✓ ", false => "✗ ", null =>
        "" } + tile.Label;
}
