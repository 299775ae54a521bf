using HackLab.Charts.Internals;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Coarse images over fine ones.</summary>
public static partial class Chart
{
    /// <summary>
    /// The first pairs of images, each coarse one over the fine one of the same thing, every image with its own scale of colours.
    /// </summary>
    /// <param name="pairs">Pairs of images; for chosen ones pass <c>pairs.Take(…)</c>.</param>
    /// <param name="options">
    /// Settings; <see cref="ImageOptions.Columns"/> says how many pairs, 5 by default. Null for the defaults.
    /// </param>
    /// <exception cref="ArgumentException">There are no pairs, a value is not finite, or a setting is out of range.</exception>
    /// <example><code>Chart.ImageGrid(lenses, new() { ColourMap = ColourMap.Inferno })</code></example>
    public static Figure ImageGrid(ImagePairs pairs, ImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        options ??= new ImageOptions();
        if (pairs.Count == 0) throw new ArgumentException($"{pairs.Name} has no pairs to draw.", nameof(pairs));
        int shown = Math.Min(pairs.Count, options.Columns ?? 5);
        IEnumerable<ImageTile> coarse = Enumerable.Range(0, shown)
            .Select(i => new ImageTile(pairs.LowImage(i).ToArray(), pairs.LowHeight, pairs.LowWidth, $"{i}: coarse"));
        IEnumerable<ImageTile> fine = Enumerable.Range(0, shown)
            .Select(i => new ImageTile(pairs.HighImage(i).ToArray(), pairs.HighHeight, pairs.HighWidth, $"{i}: fine"));
        return ImageGrid([.. coarse, .. fine], options with
        {
            Title = options.Title ?? $"{pairs.Name}: {shown} of {Numbers.Count(pairs.Count)} pairs", Columns = shown,
                SharedScale = false,
        });
    }
}
