using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>
/// Where things are on an upright page with one column of print: printed rules, the column between them, its rows of ink, and its
/// lines.
/// </summary>
/// <param name="Text">True for ink of letters, rules and ornaments taken out, shape [height, width].</param>
/// <param name="Left">The first column of the text.</param>
/// <param name="Right">The last column of the text.</param>
/// <param name="Top">The first row of the text.</param>
/// <param name="Bottom">The last row of the text.</param>
/// <param name="UprightRules">The columns in which rules stand.</param>
/// <param name="LevelRules">The rows in which rules lie.</param>
/// <param name="RowInk">How many pixels of the text's columns are ink, for each row of the page (the projection).</param>
/// <param name="Baselines">The row below the last one of the small letters, for each line from the top.</param>
/// <param name="Lines">The lines' boxes from the top, each as high as the line simulator's and with the baseline at the same
/// row, some pixels wider than the text; without text.</param>
public sealed record PageLayout(
    bool[] Text, int Left, int Right, int Top, int Bottom, IReadOnlyList<int> UprightRules, IReadOnlyList<int> LevelRules,
    IReadOnlyList<int> RowInk, IReadOnlyList<int> Baselines, IReadOnlyList<PrintedLine> Lines)
{
    private const int LeastSide = 100;          // pixels of a page
    private const int LeastWidth = 80;          // pixels of a column of text
    private const double Strictness = 0.3;      // Sauvola's k: what shines through from the other side stays paper
    private const int LargestLetter = 60;       // rows; what is higher is an initial, an ornament or a stamp
    private const int LetterHeight = 12;        // rows of a small letter, about: the profile is smoothed over them
    private const int Margin = 6;               // columns beside the text in a line's box: rules lean, letters stand close
    private const int WordGap = 20;             // columns between words at most
    private const int LeastWord = 20;           // ink of the shortest word in the rows of small letters
    private const int LeastPitch = 18;          // rows from line to line
    private const double LeastLine = 0.06;      // of the ink of the usual line
    private const int AboveBaseline = PageSimulator.BaselineInBox;

    /// <summary>Finds them.</summary>
    /// <param name="page">A page that stands upright: <see cref="PageImage.Straightened()"/>.</param>
    /// <returns>Without lines where there is no column of print.</returns>
    /// <exception cref="ArgumentNullException">There is no page.</exception>
    /// <example><code>PageLayout layout = PageLayout.Of(page.Straightened());</code></example>
    public static PageLayout Of(PageImage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        (int width, int height) = (page.Width, page.Height);
        bool[] ink = Ink(page);
        if (width < LeastSide || height < LeastSide)
            return new PageLayout(ink, 0, width - 1, 0, height - 1, [], [], new int[height], [], []);
        bool[] text = [.. ink];
        bool[] upright = PrintedRules.Upright(ink, width, height), level = PrintedRules.Level(ink, width, height);
        int[] besides = PrintedRules.Columns(upright, width, height);
        PrintedRules.Clear(text, upright, width, besides, (_, column) => column);
        (int left, int right) = Column(text, width, height, besides);
        int[] across = PrintedRules.Rows(level, width, height, left, right);
        across = [.. across.Where(row => row < height / 5 || row > height * 4 / 5)];
        PrintedRules.Clear(text, level, width, across, (row, _) => row);
        int top = across.Where(row => row < height / 2).DefaultIfEmpty(-1).Max() + 3;
        int bottom = across.Where(row => row > height / 2).DefaultIfEmpty(height).Min() - 3;
        Components.Clear(text, width, left, right, top, bottom, LargestLetter);
        int[] rows = Rows(text, width, height, left, right);
        var baselines = new List<int>();
        if (right - left >= LeastWidth) baselines.AddRange(Peaks(rows, top, bottom).Select(peak => Baseline(rows, peak)));
        int boxWidth = right - left + 1 + (2 * Margin);
        PrintedLine[] lines = [.. baselines.Select(row =>
            new PrintedLine("", "", left - Margin, row - AboveBaseline, boxWidth, PageSimulator.LineHeight))];
        return new PageLayout(text, left, right, top, bottom, besides, across, rows, baselines, lines);
    }

    /// <summary>From the first to the last ink of a line, in pixels: how far its text reaches, less than its box where it is
    /// short.</summary>
    /// <param name="line">A line from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    /// <example><code>int pixels = layout.Extent(0);</code></example>
    public int Extent(int line)
    {
        if ((uint)line >= (uint)Lines.Count)
            throw new ArgumentOutOfRangeException(nameof(line), line, $"The page has lines 0 to {Lines.Count - 1}.");
        int width = Text.Length / RowInk.Count, first = -1, last = -1, start = -1, end = -1, ink = 0;
        for (int column = Left; column <= Right; column++)
        {
            int here = 0;
            for (int row = Math.Max(Baselines[line] - LetterHeight, 0); row < Math.Min(Baselines[line], RowInk.Count); row++)
                here += Text[(row * width) + column] ? 1 : 0;
            if (here == 0) continue;
            if (start < 0 || column - end > WordGap) (start, ink) = (column, 0);
            end = column;
            ink += here;
            // What stands far from the words and has little ink is a speck or the rest of a rule.
            if (ink >= LeastWord) (first, last) = (first < 0 ? start : first, column);
        }
        return last < 0 ? 0 : last - first + 1;
    }

    // Dark for its surroundings and for the page: the first alone takes the other side's print for ink where little else is near.
    private static bool[] Ink(PageImage page)
    {
        bool[] near = page.Sauvola(k: Strictness), whole = page.Ink(page.Otsu());
        for (int i = 0; i < near.Length; i++) near[i] &= whole[i];
        return near;
    }

    // Between two neighbouring rules (or an edge) the stretch with the most ink of letters.
    private static (int Left, int Right) Column(bool[] text, int width, int height, int[] rules)
    {
        var columns = new int[width];
        for (int row = height / 10; row < height * 9 / 10; row++)
        {
            for (int column = 0; column < width; column++) columns[column] += text[(row * width) + column] ? 1 : 0;
        }
        int[] borders = [-1, .. rules, width];
        (int left, int right, long most) = (0, width - 1, -1);
        for (int k = 0; k + 1 < borders.Length; k++)
        {
            long sum = 0;
            for (int column = borders[k] + 1; column < borders[k + 1]; column++) sum += columns[column];
            if (sum > most) (left, right, most) = (borders[k] + 1, borders[k + 1] - 1, sum);
        }
        // Where no rule bounds the text, its own ink does: paper at the edges of a page is not text.
        int least = Math.Max(1, height / 100);
        int first = left, last = right;
        while (first < last && columns[first] < least) first++;
        while (last > first && columns[last] < least) last--;
        const int gap = 4;
        return (Math.Max(left, first - gap), Math.Min(right, last + gap));
    }

    private static int[] Rows(bool[] text, int width, int height, int left, int right)
    {
        var rows = new int[height];
        for (int row = 0; row < height; row++)
        {
            for (int column = left; column <= right; column++) rows[row] += text[(row * width) + column] ? 1 : 0;
        }
        return rows;
    }

    // The middle of each line: the smoothed profile is largest there of all rows nearer than a line's distance.
    private static List<int> Peaks(int[] rows, int top, int bottom)
    {
        int[] smooth = [.. rows.Select((_, row) => Sum(rows, row - (LetterHeight / 2), row + (LetterHeight / 2)))];
        var peaks = new List<int>();
        for (int row = Math.Max(0, top); row <= Math.Min(bottom, rows.Length - 1); row++)
        {
            bool highest = smooth[row] > 0;
            for (int near = Math.Max(0, row - LeastPitch + 1); near < Math.Min(rows.Length, row + LeastPitch) && highest; near++)
                highest = smooth[near] < smooth[row] || (smooth[near] == smooth[row] && near >= row);
            if (highest) peaks.Add(row);
        }
        if (peaks.Count == 0) return peaks;
        int usual = peaks.Select(peak => smooth[peak]).Order().ElementAt(peaks.Count / 2);
        peaks.RemoveAll(peak => smooth[peak] < LeastLine * usual);
        AddShort(peaks, smooth, (int)(LeastLine * usual));
        return peaks;
    }

    // A line of one short word is no peak beside the flanks of its full neighbours: in a gap of two lines it is looked for on
    // its own.
    private static void AddShort(List<int> peaks, int[] smooth, int least)
    {
        int[] steps = [.. peaks.Skip(1).Select((peak, i) => peak - peaks[i]).Order()];
        for (int i = peaks.Count - 1; i > 0; i--)
        {
            // The lower quarter: a title's lines are farther apart than those of the text.
            int pitch = steps[steps.Length / 4], from = peaks[i - 1] + (pitch * 3 / 4), to = peaks[i] - (pitch * 3 / 4);
            if (to < from) continue;
            int best = Enumerable.Range(from, to - from + 1).MaxBy(row => smooth[row]);
            if (best > from && best < to && smooth[best] >= least) peaks.Insert(i, best);
        }
    }

    // Small letters end there: the largest fall of ink from two rows to the next two, below the middle of the line.
    private static int Baseline(int[] rows, int peak)
    {
        (int best, int most) = (peak + (LetterHeight / 2), int.MinValue);
        for (int row = peak + 1; row <= Math.Min(peak + LetterHeight, rows.Length - 1); row++)
        {
            int fall = Sum(rows, row - 2, row - 1) - Sum(rows, row, row + 1);
            if (fall > most) (best, most) = (row, fall);
        }
        return best;
    }

    private static int Sum(int[] values, int first, int last)
    {
        int sum = 0;
        for (int i = Math.Max(first, 0); i <= Math.Min(last, values.Length - 1); i++) sum += values[i];
        return sum;
    }
}
