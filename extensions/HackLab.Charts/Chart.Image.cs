using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Single images.</summary>
public static partial class Chart
{
    private const double PictureSize = 400;

    /// <summary>An image of one number per pixel, with the bar that explains its colours.</summary>
    /// <param name="pixels">Row after row from the top, shape [height, width].</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Sizes do not fit, a value is not finite, or a setting is out of range.</exception>
    /// <example><code>Chart.Image(pixels, 64, 64, new() { ColourMap = ColourMap.Inferno, Quantity = "brightness [counts]" })</code></example>
    public static Figure Image(IReadOnlyList<float> pixels, int height, int width, ImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        options ??= new ImageOptions();
        Input.Size(options);
        int dropped = 0;
        Matrix image = ImagePanels.Check(pixels, height, width, "The image", options, ref dropped);
        ColourAxis colours = ColourAxis.Over(
            options.ColourMap, options.Quantity, image.Min, image.Max, options.Range, options.ColourScale == Scale.Log);
        RasterImage picture = Pictures.Of(image.Values, height, width, colours);
        string title = options.Title ?? "Image";
        string said =
            $"{options.Quantity} from {Numbers.Short(image.Min)} to {Numbers.Short(image.Max)}, mean {Numbers.Short(image.Values.Where(double.IsFinite).Average())}";
        string text = TextPlot.Shades(image.Values, height, width, image.Min, image.Max);
        return OneImage(picture, height, width, title, said, text, options, options.ColourBar ? colours : null, dropped);
    }

    /// <summary>An image of one number per pixel.</summary>
    /// <param name="pixels">Shape [height, width], the first row at the top.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no pixels, a value is not finite, or a setting is out of range.</exception>
    public static Figure Image(float[,] pixels, ImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        return Image([.. pixels.Cast<float>()], pixels.GetLength(0), pixels.GetLength(1), options);
    }

    /// <summary>A photograph, grey or in colours, as it is.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="options">Settings; those of colours are not used. Null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <example><code>Chart.Image(Png.Read("page-01.png"), new() { Title = "Page 1" })</code></example>
    public static Figure Image(RasterImage picture, ImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        options ??= new ImageOptions();
        Input.Size(options);
        float[] grey = picture.ToGrey();
        string said = $"{(picture.Channels < 3 ? "grey" : "in colours")}, mean brightness {Numbers.Percent(grey.Average())}";
        string text = TextPlot.Shades([.. grey.Select(v => (double)v)], picture.Height, picture.Width, 0, 1);
        return OneImage(Pictures.Of(picture), picture.Height, picture.Width, options.Title ?? "Picture", said, text, options, null,
            0);
    }

    /// <summary>One of labelled images under the name of its class.</summary>
    /// <param name="images">Labelled images.</param>
    /// <param name="index">Which, from 0.</param>
    /// <param name="options">Settings, among them the channel; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no such channel, or a value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <example><code>Chart.Image(train, 7)</code></example>
    public static Figure Image(LabelledImages images, int index, ImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        options ??= new ImageOptions();
        string channel = ImagePanels.ChannelName(images, options.Channel);
        return Image(ImagePanels.Channel(images, index, options.Channel), images.Height, images.Width, options with
        {
            Title = options.Title ?? $"{images.Name}, image {index}: {images.ClassNames[images.Y[index]]}",
            Quantity = options.Quantity == "value" && channel.Length > 0 ? channel : options.Quantity,
        });
    }

    private static Figure OneImage(
        RasterImage picture, int height, int width, string title, string said, string text, ImageOptions options,
            ColourAxis? colours, int dropped)
    {
        double scale = PictureSize / Math.Max(height, width);
        (double high, double wide) = (Math.Max(40, height * scale), Math.Max(40, width * scale));
        List<Mark> marks = [ImagePanels.Mark(picture, height, width, scale), .. ImagePanels.ScaleBar(options, height, width)];
        Panel panel = new(Axis.Unseen(0, width) with { Label = options.XLabel ?? "" },
            Axis.Unseen(0, height) with { Reversed = true, Label = options.YLabel ?? "" }, marks)
        {
            Aspect = width / (double)height, Colours = colours,
        };
        (double left, double right) = PanelMargins.Sides(panel, wide, high);
        (double above, double below) = PanelMargins.Ends(panel, wide);
        string note = Pictures.Note(picture, height, width);
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description ?? $"{title}. Image of {width} × {height} pixels, {said}.",
            Panels = [panel],
            Notes = [.. Input.Note(dropped).Select(n => n.Replace("left out", "drawn grey", StringComparison.Ordinal)),
                .. note.Length > 0 ? [note] : Array.Empty<string>()],
            Text = $"{title}\n{text}\n  {width} × {height} pixels, {said}",
            Width = options.Width ?? (int)Math.Max(300, Math.Ceiling(wide + left + right + (2 * Style.Border))),
            RowHeight = options.Height ?? (int)Math.Ceiling(high + above + below),
        });
    }
}
