using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts.Internals;

/// <summary>What figures of one image and of many have in common.</summary>
internal static class ImagePanels
{
    /// <summary>The numbers of an image, checked.</summary>
    public static Matrix Check(IReadOnlyList<float> pixels, int height, int width, string name, ImageOptions options,
        ref int dropped)
    {
        if (height < 1 || width < 1 || pixels.Count != (long)height * width)
            throw new ArgumentException($"{name} has {pixels.Count} pixels; {height} × {width} need {(long)height * width}.");
        return Matrix.Of([.. pixels.Select(p => (double)p)], height, width, name, options.NonFinite, ref dropped,
            options.ColourScale == Scale.Log);
    }

    public static float[] Channel(LabelledImages images, int index, int channel)
    {
        int size = images.Height * images.Width;
        ChannelName(images, channel);
        return images.Image(index).Slice(channel * size, size).ToArray();
    }

    public static string ChannelName(LabelledImages images, int channel)
    {
        if ((uint)channel >= (uint)images.Channels)
            throw new ArgumentException($"{images.Name} has channels 0 to {images.Channels - 1}, but Channel is {channel}.");
        return images.ChannelNames[channel];
    }

    /// <summary>A picture over axes that count pixels; sharp where pixels are larger than the screen's.</summary>
    /// <param name="picture">The picture, maybe smaller than the image it shows.</param>
    /// <param name="height">Rows of the image.</param>
    /// <param name="width">Pixels in a row of the image.</param>
    /// <param name="scale">Pixels of the screen for one of the image.</param>
    public static Raster Mark(RasterImage picture, int height, int width, double scale) =>
        new(0, 0, width, height, picture, $"{width} × {height} pixels") { Pixelated = scale * width / picture.Width >= 1.5 };

    /// <summary>A bar of a round length in the lower left corner, as long as about a quarter of the image.</summary>
    public static IReadOnlyList<Mark> ScaleBar(ImageOptions options, int height, int width)
    {
        if (options.PixelSize is not { } size) return [];
        if (!(size > 0) || !double.IsFinite(size))
            throw new ArgumentException($"PixelSize must be a finite number above 0, but it is {Numbers.Short(size)}.");
        double length = Ticks.Step(width * size, 4) / size, most = Math.Max(height, width);
        while (length > width * 0.8) length /= 2;
        string text = $"{Numbers.Short(length * size)} {options.Unit}".TrimEnd();
        (double left, double bottom) = (most * 0.04, height - (most * 0.04));
        double right = Math.Max(length, (TextWidth.Of(text, Style.Text) + 12) * most / 400) + left, top = bottom - (most * 0.075);
        return
        [
            new Shape([[(left * 0.5, top - (most * 0.005)), (right + (left * 0.5), top - (most * 0.005)),
                (right + (left * 0.5), bottom + (left * 0.5)), (left * 0.5, bottom + (left * 0.5))]])
            {
                Colour = Palette.Paper, Opacity = 0.85,
            },
            new Strokes([[(left, bottom), (left + length, bottom)]], Palette.Ink, 3.5),
            new Label(left, (top + bottom) / 2, text, "start") { Dy = -1 },
        ];
    }
}
