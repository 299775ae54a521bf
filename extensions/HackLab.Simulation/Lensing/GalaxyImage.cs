namespace HackLab.Simulation.Lensing;

/// <summary>
/// A picture of a real galaxy to put behind a lens, for example a cut-out of Hubble's COSMOS field. The sky, taken as the median of
/// the border, is subtracted; what is below three times the border's scatter counts as dark, so that noise is not lensed.
/// </summary>
public sealed class GalaxyImage
{
    private readonly float[] _light;

    /// <summary>Prepares a picture.</summary>
    /// <param name="pixels">Brightness in any unit, shape [height, width]; NaN counts as dark.</param>
    /// <param name="height">Rows, at least 8.</param>
    /// <param name="width">Columns, at least 8.</param>
    /// <exception cref="ArgumentException">The numbers do not fit together, or nothing in the picture is brighter than the sky.</exception>
    /// <example><code>new GalaxyImage(pixels, 168, 168)</code></example>
    public GalaxyImage(ReadOnlySpan<float> pixels, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 8);
        if (pixels.Length != (long)height * width)
            throw new ArgumentException($"{height} × {width} pixels are needed, but there are {pixels.Length}.", nameof(pixels));
        (Height, Width) = (height, width);
        (double sky, double scatter) = Sky(pixels);
        _light = new float[pixels.Length];
        double light = 0, momentX = 0, momentY = 0;
        for (int i = 0; i < _light.Length; i++)
        {
            double above = pixels[i] - sky;
            if (!(above > 3 * scatter) || !double.IsFinite(above)) continue;
            _light[i] = (float)above;
            (light, momentX, momentY) = (light + above, momentX + (above * (i % width)), momentY + (above * (i / width)));
        }
        if (light == 0) throw new ArgumentException("Nothing in the picture is brighter than its border.", nameof(pixels));
        (CentreX, CentreY) = (momentX / light, momentY / light);
        HalfLightRadius = Math.Max(FindHalfLightRadius(light), 0.5);
        Total = light;
    }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The column where the light balances.</summary>
    public double CentreX { get; }

    /// <summary>The row where the light balances.</summary>
    public double CentreY { get; }

    /// <summary>Half of the light lies within this many pixels of the centre.</summary>
    public double HalfLightRadius { get; }

    /// <summary>All light, in the picture's unit.</summary>
    internal double Total { get; }

    /// <summary>The light at a place in pixels, interpolated between the four next pixels; 0 outside.</summary>
    internal double At(double column, double row)
    {
        if (!(column >= 0 && row >= 0 && column < Width - 1 && row < Height - 1)) return 0;
        int c = (int)column, r = (int)row, i = (r * Width) + c;
        double s = column - c, t = row - r;
        return ((1 - t) * (((1 - s) * _light[i]) + (s * _light[i + 1]))) + (t * (((1 - s) * _light[i + Width]) + (s * _light[i + Width + 1])));
    }

    private (double Median, double Scatter) Sky(ReadOnlySpan<float> pixels)
    {
        var border = new List<float>();
        for (int i = 0; i < pixels.Length; i++)
        {
            int column = i % Width, row = i / Width;
            bool outside = column < 2 || row < 2 || column >= Width - 2 || row >= Height - 2;
            if (outside && float.IsFinite(pixels[i])) border.Add(pixels[i]);
        }
        if (border.Count == 0) throw new ArgumentException("The border holds no finite number.", nameof(pixels));
        border.Sort();
        double median = border[border.Count / 2];
        // Half the range of the middle 68 % is one standard deviation of a normal distribution, whatever a star at the border does.
        return (median, 0.5 * (border[(int)(0.84 * border.Count)] - (double)border[(int)(0.16 * border.Count)]));
    }

    private double FindHalfLightRadius(double light)
    {
        // Rings one pixel wide; within the ring that crosses one half, in proportion.
        var rings = new double[Height + Width];
        for (int i = 0; i < _light.Length; i++)
        {
            double dx = (i % Width) - CentreX, dy = (i / Width) - CentreY;
            rings[(int)Math.Sqrt((dx * dx) + (dy * dy))] += _light[i];
        }
        double within = 0;
        for (int r = 0; r < rings.Length; r++)
        {
            if (within + rings[r] >= 0.5 * light) return r + (((0.5 * light) - within) / rings[r]);
            within += rings[r];
        }
        return rings.Length;
    }
}
