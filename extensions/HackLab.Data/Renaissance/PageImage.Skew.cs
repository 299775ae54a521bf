namespace HackLab.Data.Renaissance;

/// <summary>Setting a page upright.</summary>
public sealed partial record PageImage
{
    private const int Trials = 32;
    private const double Step = 0.00125;    // pixels a pixel: half a pixel over the width of a line

    /// <summary>
    /// How the page stands askew: of slopes up to ±0.04 the one whose row sums of ink have the largest sum of squares (rows of
    /// print and the white between them are sharpest), and of leans the one whose column sums have.
    /// </summary>
    /// <example><code>PageSkew skew = page.Skew();   // skew.Slope in pixels per pixel</code></example>
    public PageSkew Skew()
    {
        bool[] ink = Sauvola();
        var dots = new List<(int X, int Y)>();
        for (int row = Height / 20; row < Height - (Height / 20); row++)
        {
            for (int column = Width / 20; column < Width - (Width / 20); column++)
            {
                if (ink[(row * Width) + column]) dots.Add((column - (Width / 2), row - (Height / 2)));
            }
        }
        double slope = Sharpest(Height, dot => (dot.Y, dot.X)), lean = Sharpest(Width, dot => (dot.X, dot.Y));
        return new PageSkew(slope, lean);

        double Sharpest(int length, Func<(int X, int Y), (int Along, int Across)> axes)
        {
            (int Along, int Across)[] turned = [.. dots.Select(axes)];
            var sums = new int[(2 * length) + 1];
            (double best, double most) = (0, -1);
            // From the smallest on, so that of equal ones a straight page stays straight.
            foreach (int trial in Enumerable.Range(0, (2 * Trials) + 1).Select(i => (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2)))
            {
                double shear = trial * Step, squares = 0;
                Array.Clear(sums);
                foreach ((int along, int across) in turned)
                {
                    int at = along - (int)Math.Round(shear * across) + length;
                    if ((uint)at < (uint)sums.Length) sums[at]++;
                }
                foreach (int sum in sums) squares += (double)sum * sum;
                if (squares > most) (best, most) = (shear, squares);
            }
            return best;
        }
    }

    /// <summary>The page upright: by its own <see cref="Skew"/>.</summary>
    /// <example><code>PageImage upright = page.Straightened();</code></example>
    public PageImage Straightened() => Straightened(Skew());

    /// <summary>The page sheared back about its middle, with bilinear interpolation; what comes in at the edges repeats
    /// them.</summary>
    /// <param name="skew">How askew it stands.</param>
    /// <example><code>PageImage upright = page.Straightened(page.Skew());</code></example>
    public PageImage Straightened(PageSkew skew)
    {
        ArgumentNullException.ThrowIfNull(skew);
        if (!double.IsFinite(skew.Slope) || !double.IsFinite(skew.Lean))
            throw new ArgumentException($"{skew} is not finite.", nameof(skew));
        var upright = new float[Pixels.Length];
        for (int row = 0; row < Height; row++)
        {
            for (int column = 0; column < Width; column++)
            {
                double x = column + (skew.Lean * (row - (Height / 2))), y = row + (skew.Slope * (column - (Width / 2)));
                upright[(row * Width) + column] = At(x, y);
            }
        }
        return new PageImage(upright, Width, Height);
    }

    private float At(double x, double y)
    {
        x = Math.Clamp(x, 0, Width - 1);
        y = Math.Clamp(y, 0, Height - 1);
        int left = (int)x, top = (int)y, right = Math.Min(left + 1, Width - 1), bottom = Math.Min(top + 1, Height - 1);
        float u = (float)(x - left), v = (float)(y - top);
        float above = Along(top * Width), below = Along(bottom * Width);
        return above + (v * (below - above));

        float Along(int row) => Pixels[row + left] + (u * (Pixels[row + right] - Pixels[row + left]));
    }
}
