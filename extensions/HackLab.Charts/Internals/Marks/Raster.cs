using HackLab.Charts.Internals.Plotly;
using HackLab.Data;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A picture of pixels, as PNG.</summary>
/// <param name="Left">The value at its left edge.</param>
/// <param name="Top">The value at its upper edge.</param>
/// <param name="Right">The value at its right edge.</param>
/// <param name="Bottom">The value at its lower edge.</param>
/// <param name="Pixels">The pixels, the first row at the top.</param>
/// <param name="Hover">What it says when the pointer rests on it.</param>
internal sealed record Raster(double Left, double Top, double Right, double Bottom, RasterImage Pixels, string Hover) : Mark
{
    // Plotly smooths pictures; small ones are enlarged to so many pixels before, so that their pixels stay squares.
    private const int SmallWidth = 300;

    /// <summary>Whether edges of pixels stay sharp; otherwise colours run into each other.</summary>
    public bool Pixelated { get; init; } = true;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        (double x, double y) = (to.X(Left), to.Y(Top));
        // Filter none packs few colours best: rows of equal triples.
        svg.Picture(x, y, to.X(Right) - x, to.Y(Bottom) - y, Png.Encode(Pixels, PngFilter.None), Pixelated, Hover);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        // Enlarged noise takes more bytes: not in a figure that would be too large.
        int times = Pixelated && plot.Grain <= 0.5 ? Math.Clamp(SmallWidth / Pixels.Width, 1, 16) : 1;
        byte[] png = Png.Encode(times == 1 ? Pixels : Enlarged(times), PngFilter.None);
        // Plotly says more about axes than SVG does: the larger the grain asked for, the less is left for pictures.
        if (plot.Grain > 1) png = Png.Encode(Pictures.Of(Pixels, (int)(png.Length / plot.Grain)), PngFilter.None);
        plot.Image("data:image/png;base64," + Convert.ToBase64String(png), Left, Top, Right, Bottom);
        plot.Spot((Left + Right) / 2, (Top + Bottom) / 2, Hover,
            Math.Min(plot.To.X(Right) - plot.To.X(Left), plot.To.Y(Bottom) - plot.To.Y(Top)));
    }

    private RasterImage Enlarged(int times)
    {
        (int width, int channels) = (Pixels.Width * times, Pixels.Channels);
        var samples = new ushort[width * Pixels.Height * times * channels];
        for (int i = 0; i < samples.Length; i++)
        {
            int row = i / channels / width / times, column = i / channels % width / times;
            samples[i] = Pixels.Samples[(((row * Pixels.Width) + column) * channels) + (i % channels)];
        }
        return new RasterImage(width, Pixels.Height * times, channels, Pixels.BitDepth, samples);
    }
}
