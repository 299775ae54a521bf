namespace HackLab.Simulation.PrintedPages;

/// <summary>
/// Finds the lines of one column of print on a page that stands nearly upright: it shears the page until columns and rows of
/// ink are
/// sharpest, takes the column between the rules (or between the margins), and follows its rows from line to line.
/// </summary>
public static class PageLayout
{
    private const double Darkness = 0.45;       // of the way from paper to ink
    private const double RuleShare = 0.5;       // of a column's rows dark: a printed rule, not letters
    private const double AcrossShare = 0.6;     // of a row's columns dark: a rule across
    private const int LeastPitch = 18, MostPitch = 60;

    /// <summary>Finds the lines.</summary>
    /// <param name="image">Brightness, 0 black to 1 white, shape [height, width]; a page, its edges cut off.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <returns>The lines' boxes from the top, without text; none where no column of lines is found.</returns>
    /// <exception cref="ArgumentException">The image has not as many pixels as it should.</exception>
    public static IReadOnlyList<PrintedLine> FindLines(float[] image, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.Length != (long)width * height) throw new ArgumentException($"There are {image.Length} pixels, not {height} × {width}.", nameof(image));
        if (width < 100 || height < 100) return [];
        bool[] dark = Dark(image);
        double lean = Sharpest(s => ColumnProfile(dark, width, height, s, height / 5, height * 4 / 5));
        int[] columns = ColumnProfile(dark, width, height, lean, height / 5, height * 4 / 5);
        (int left, int right) = Body(columns, (height * 4 / 5) - (height / 5));
        if (right - left < 80) return [];
        double slope = Sharpest(s => RowProfile(dark, width, height, lean, s, left, right));
        int[] rows = RowProfile(dark, width, height, lean, slope, left, right);
        var lines = new List<PrintedLine>();
        foreach ((int top, int bottom) in Bands(rows, right - left))
        {
            int middle = (top + bottom) / 2, shift = (int)Math.Round(lean * (middle - (height / 2)));
            int rise = (int)Math.Round(slope * (((left + right) / 2) - (width / 2)));
            lines.Add(new PrintedLine("", "", left + shift, top + rise, right - left + 1, bottom - top + 1));
        }
        return lines;
    }

    private static bool[] Dark(float[] image)
    {
        var sorted = (float[])image.Clone();
        Array.Sort(sorted);
        float paper = sorted[(int)(0.8 * (sorted.Length - 1))], ink = sorted[(int)(0.01 * (sorted.Length - 1))];
        float limit = (float)(paper - (Darkness * (paper - ink)));
        return Array.ConvertAll(image, value => value < limit);
    }

    // The shear, in pixels a pixel, whose profile has the largest sum of squares.
    private static double Sharpest(Func<double, int[]> profile)
    {
        double best = 0, most = -1;
        for (int i = -24; i <= 24; i++)
        {
            double shear = i * 0.00125, sum = 0;
            foreach (int value in profile(shear)) sum += (double)value * value;
            if (sum > most) (best, most) = (shear, sum);
        }
        return best;
    }

    private static int[] ColumnProfile(bool[] dark, int width, int height, double lean, int from, int to)
    {
        var profile = new int[width];
        for (int row = from; row < to; row++)
        {
            int shift = (int)Math.Round(lean * (row - (height / 2)));
            for (int column = Math.Max(0, -shift); column < Math.Min(width, width - shift); column++)
            {
                if (dark[(row * width) + column + shift]) profile[column]++;
            }
        }
        return profile;
    }

    private static int[] RowProfile(bool[] dark, int width, int height, double lean, double slope, int left, int right)
    {
        var profile = new int[height];
        for (int row = 0; row < height; row++)
        {
            int shift = (int)Math.Round(lean * (row - (height / 2)));
            for (int column = Math.Max(left, -shift); column <= right && column + shift < width; column++)
            {
                int y = row + (int)Math.Round(slope * (column - (width / 2)));
                if ((uint)y < (uint)height && dark[(y * width) + column + shift]) profile[row]++;
            }
        }
        return profile;
    }

    // Between two rules (or an edge) the stretch with the most ink is the column of text; then in to its first ink.
    private static (int Left, int Right) Body(int[] columns, int rows)
    {
        var rules = new List<int> { -1 };
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i] > RuleShare * rows) rules.Add(i);
        }
        rules.Add(columns.Length);
        (int left, int right, long most) = (0, -1, -1);
        for (int k = 0; k + 1 < rules.Count; k++)
        {
            long ink = 0;
            for (int i = rules[k] + 1; i < rules[k + 1]; i++) ink += columns[i];
            if (ink > most) (left, right, most) = (rules[k] + 1, rules[k + 1] - 1, ink);
        }
        // A rule is some pixels wide and frays: step off its flank.
        while (left < right && columns[left] > 0.3 * rows) left++;
        while (right > left && columns[right] > 0.3 * rows) right--;
        return (left, right);
    }

    // Lines stand at one pitch: the pitch and phase of a comb that meets most ink, then each tooth moved to its own centre.
    private static IEnumerable<(int Top, int Bottom)> Bands(int[] rows, int width)
    {
        int[] ink = Array.ConvertAll(rows, value => value > AcrossShare * width ? 0 : value);     // rules across do not count
        (double pitch, double phase, double most) = (0, 0, double.MinValue);
        for (double p = LeastPitch; p <= Math.Min(MostPitch, rows.Length / 3); p += 0.1)
        {
            for (double q = 0; q < p; q += 1)
            {
                double on = 0, off = 0;
                int teeth = 0;
                for (double y = q; y + (p / 2) < ink.Length; y += p, teeth++)
                {
                    on += At(ink, (int)y - 2, (int)y + 3);
                    off += At(ink, (int)(y + (p / 2)) - 2, (int)(y + (p / 2)) + 3);
                }
                double score = (on - off) / teeth;
                if (score > most) (pitch, phase, most) = (p, q, score);
            }
        }
        if (pitch == 0) yield break;
        // Title and catchword stand beyond the rules that shut the text off above and below.
        int head = -1, foot = rows.Length;
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row] <= AcrossShare * width) continue;
            if (row < rows.Length / 4) head = row;
            else if (row > rows.Length * 3 / 4) foot = Math.Min(foot, row);
        }
        double full = 0;
        for (double y = phase; y < ink.Length; y += pitch) full = Math.Max(full, At(ink, (int)y - 5, (int)y + 6));
        if (full == 0) yield break;     // an empty page
        for (double y = phase; y < ink.Length; y += pitch)
        {
            int centre = (int)y, best = centre;
            for (int c = centre - 4; c <= centre + 4; c++)
            {
                if (At(ink, c - 5, c + 6) > At(ink, best - 5, best + 6)) best = c;
            }
            if (best < head + 4 || best > foot - 4 || At(ink, best - 5, best + 6) < 0.25 * full) continue;
            int half = (int)Math.Round(pitch / 2) + 1;
            yield return (Math.Max(0, best - half), Math.Min(rows.Length - 1, best + half));
        }
    }

    private static double At(int[] values, int from, int to)
    {
        double sum = 0;
        for (int i = Math.Max(from, 0); i < Math.Min(to, values.Length); i++) sum += values[i];
        return sum;
    }
}
