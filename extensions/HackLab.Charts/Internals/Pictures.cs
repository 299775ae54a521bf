using HackLab.Data;

namespace HackLab.Charts.Internals;

/// <summary>Turns numbers and photographs into pictures small enough for a page.</summary>
internal static class Pictures
{
    /// <summary>The most bytes of all PNG files of a figure together; a third more as text.</summary>
    public const int MostBytes = 125_000;

    private const int MostPixels = 1200;

    /// <summary>Numbers of shape [height, width] in colours.</summary>
    public static RasterImage Of(IReadOnlyList<double> values, int height, int width, ColourAxis colours,
        int mostBytes = MostBytes) =>
        Fit(height, width, mostBytes, (h, w) => Coloured(Smaller(values, height, width, 1, h, w), h, w, colours));

    /// <summary>A photograph, if need be smaller; 16 bits become 8, and alpha is laid on paper.</summary>
    public static RasterImage Of(RasterImage picture, int mostBytes = MostBytes)
    {
        int channels = picture.Channels < 3 ? 1 : 3;
        bool alpha = picture.Channels is 2 or 4;
        double scale = 255.0 / picture.MaxValue;
        var values = new double[picture.Width * picture.Height * channels];
        for (int i = 0; i < values.Length; i++)
        {
            int pixel = i / channels * picture.Channels;
            double cover = alpha ? picture.Samples[pixel + channels] * scale / 255 : 1;
            values[i] = (cover * picture.Samples[pixel + (i % channels)] * scale) + ((1 - cover) * 255);
        }
        return Fit(picture.Height, picture.Width, mostBytes, (h, w) =>
            new RasterImage(w, h, channels, 8, [.. Smaller(values, picture.Height, picture.Width, channels, h,
                w).Select(v => (ushort)Math.Round(v))]));
    }

    /// <summary>What a note says if a picture was made smaller; empty if not.</summary>
    public static string Note(RasterImage shown, int height, int width) => shown.Width == width && shown.Height == height
        ? "" : $"{width} × {height} pixels, shown as means over {shown.Width} × {shown.Height}";

    private static RasterImage Fit(int height, int width, int mostBytes, Func<int, int, RasterImage> make)
    {
        double share = Math.Min(1, MostPixels / (double)Math.Max(height, width));
        while (true)
        {
            (int h, int w) = (Math.Max(1, (int)Math.Round(height * share)), Math.Max(1, (int)Math.Round(width * share)));
            RasterImage picture = make(h, w);
            int bytes = Png.Encode(picture, PngFilter.None).Length;
            if (bytes <= mostBytes || (h == 1 && w == 1)) return picture;
            share *= Math.Clamp(Math.Sqrt(mostBytes / (double)bytes), 0.3, 0.92);
        }
    }

    private static IReadOnlyList<double> Smaller(IReadOnlyList<double> values, int height, int width, int channels, int h,
        int w) =>
        h == height && w == width ? values : Averaging.Down(values, height, width, channels, h, w);

    private static RasterImage Coloured(IReadOnlyList<double> values, int height, int width, ColourAxis colours)
    {
        var samples = new ushort[values.Count * 3];
        for (int i = 0; i < values.Count; i++)
        {
            Rgb colour = colours.Of(values[i]);
            (samples[3 * i], samples[(3 * i) + 1], samples[(3 * i) + 2]) = (colour.R, colour.G, colour.B);
        }
        return new RasterImage(width, height, 3, 8, samples);
    }
}
