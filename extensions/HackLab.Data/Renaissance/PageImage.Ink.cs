namespace HackLab.Data.Renaissance;

/// <summary>What is ink and what is paper.</summary>
public sealed partial record PageImage
{
    private const int Levels = 256;

    /// <summary>
    /// The brightness that parts the pixels into two classes with the largest variance between them (Otsu, IEEE Transactions on
    /// Systems, Man, and Cybernetics 9, 62, 1979), on a histogram of 256 levels from the darkest to the brightest pixel.
    /// </summary>
    /// <returns>Pixels below it are the dark class; where all are equal, their value.</returns>
    /// <example><code>float limit = page.Otsu();</code></example>
    public float Otsu()
    {
        float darkest = Pixels.Min(), brightest = Pixels.Max();
        if (darkest == brightest) return darkest;
        var counts = new long[Levels];
        foreach (float pixel in Pixels) counts[Level(pixel)]++;
        double all = Pixels.Length, sum = 0, below = 0, sumBelow = 0, most = -1;
        for (int i = 0; i < Levels; i++) sum += (double)i * counts[i];
        int best = 0;
        for (int i = 0; i < Levels - 1; i++)
        {
            below += counts[i];
            sumBelow += (double)i * counts[i];
            if (below == 0 || below == all) continue;
            double apart = (sumBelow / below) - ((sum - sumBelow) / (all - below));
            double between = below * (all - below) * apart * apart;
            if (between > most) (best, most) = (i, between);
        }
        return darkest + ((best + 1f) / Levels * (brightest - darkest));

        int Level(float pixel) => Math.Min(Levels - 1, (int)((pixel - darkest) / (brightest - darkest) * Levels));
    }

    /// <summary>Ink by one limit for the whole page.</summary>
    /// <param name="limit">Pixels darker than this are ink; <see cref="Otsu"/> finds one.</param>
    /// <returns>True for ink, shape [height, width].</returns>
    /// <example><code>bool[] ink = page.Ink(page.Otsu());</code></example>
    public bool[] Ink(float limit) => Array.ConvertAll(Pixels, pixel => pixel < limit);

    /// <summary>
    /// Ink by a limit of its own for each pixel, from the mean m and the standard deviation s of the square window around it:
    /// m (1 + k (s / R − 1)), R = 0.5 (Sauvola and Pietikäinen, Pattern Recognition 33, 225, 2000, eq. 5). Shade and print that
    /// shines through from the other side stay paper.
    /// </summary>
    /// <param name="window">Side of the window in pixels, odd and at least 3; at the page's edge it is smaller.</param>
    /// <param name="k">How much darker than its surroundings ink must be where there is little contrast, 0 to 1.</param>
    /// <returns>True for ink, shape [height, width].</returns>
    /// <exception cref="ArgumentException">The window is even or too small, or k is out of range.</exception>
    /// <example><code>bool[] ink = page.Sauvola();</code></example>
    public bool[] Sauvola(int window = 31, double k = 0.2)
    {
        const double range = 0.5;
        if (window < 3 || window % 2 == 0)
            throw new ArgumentException($"The window must be odd and at least 3 pixels, not {window}.", nameof(window));
        if (!(k is >= 0 and <= 1)) throw new ArgumentException($"k must be 0 to 1, not {k}.", nameof(k));
        // Sums over all pixels above and to the left: four of them give the sum over any window.
        int across = Width + 1, half = window / 2;
        var sums = new double[across * (Height + 1)];
        var squares = new double[sums.Length];
        for (int row = 0; row < Height; row++)
        {
            double sum = 0, square = 0;
            for (int column = 0; column < Width; column++)
            {
                double pixel = Pixels[(row * Width) + column];
                sum += pixel;
                square += pixel * pixel;
                int at = ((row + 1) * across) + column + 1;
                (sums[at], squares[at]) = (sums[at - across] + sum, squares[at - across] + square);
            }
        }
        var ink = new bool[Pixels.Length];
        for (int row = 0; row < Height; row++)
        {
            int top = Math.Max(0, row - half) * across, bottom = Math.Min(Height, row + half + 1) * across;
            for (int column = 0; column < Width; column++)
            {
                int left = Math.Max(0, column - half), right = Math.Min(Width, column + half + 1);
                double n = (double)(bottom - top) / across * (right - left);
                double mean = Over(sums) / n, square = Over(squares) / n;
                double deviation = Math.Sqrt(Math.Max(0, square - (mean * mean)));
                ink[(row * Width) + column] = Pixels[(row * Width) + column] < mean * (1 + (k * ((deviation / range) - 1)));

                double Over(double[] of) => of[bottom + right] - of[top + right] - of[bottom + left] + of[top + left];
            }
        }
        return ink;
    }
}
