namespace HackLab.Data.Renaissance;

/// <summary>
/// Printed rules: ink in runs longer than any stroke of a letter (what is left of the ink after a morphological opening by a bar;
/// Serra, Image Analysis and Mathematical Morphology, 1982).
/// </summary>
internal static class PrintedRules
{
    private const int UprightRun = 45, LevelRun = 30;   // pixels; letters reach 35 rows, and 25 columns
    private const int Bend = 6;                         // pixels to either side that a rule may bend
    private const int Flank = 3;                        // half of the widest rule
    private const double UprightShare = 0.45, LevelShare = 0.2;     // of the page's height, of the text's width

    /// <summary>Pixels of rules from top to bottom, with those beside them.</summary>
    internal static bool[] Upright(bool[] ink, int width, int height) => Runs(ink, width, height, 1, width, UprightRun);

    /// <summary>Pixels of rules from left to right, with those above and below.</summary>
    internal static bool[] Level(bool[] ink, int width, int height) => Runs(ink, height, width, width, 1, LevelRun);

    /// <summary>The middle columns of upright rules.</summary>
    internal static int[] Columns(bool[] rules, int width, int height) =>
        Middles(width, height / 10, height * 9 / 10, (column, row) => rules[(row * width) + column], UprightShare);

    /// <summary>The middle rows of level rules between two columns.</summary>
    internal static int[] Rows(bool[] rules, int width, int height, int left, int right) =>
        Middles(height, left, right + 1, (row, column) => rules[(row * width) + column], LevelShare);

    /// <summary>Takes the rules out of the ink: runs near the lanes in which rules are.</summary>
    internal static void Clear(bool[] ink, bool[] runs, int width, int[] middles, Func<int, int, int> lane)
    {
        for (int i = 0; i < ink.Length; i++)
        {
            if (!ink[i] || !runs[i]) continue;
            int at = lane(i / width, i % width);
            foreach (int middle in middles)
            {
                if (Math.Abs(at - middle) <= Bend + Flank) ink[i] = false;
            }
        }
    }

    // A rule wanders a pixel to the side now and then, so runs are looked for in the ink made a pixel wider on either side.
    private static bool[] Runs(bool[] ink, int lanes, int length, int step, int stepAlong, int least)
    {
        var found = new bool[ink.Length];
        for (int lane = 0; lane < lanes; lane++)
        {
            int run = 0;
            for (int i = 0; i <= length; i++)
            {
                if (i < length && Wide(lane, i))
                {
                    run++;
                    continue;
                }
                if (run >= least)
                {
                    for (int j = i - run; j < i; j++) found[(lane * step) + (j * stepAlong)] = true;
                }
                run = 0;
            }
        }
        return found;

        bool Wide(int lane, int i)
        {
            int at = (lane * step) + (i * stepAlong);
            return ink[at] || (lane > 0 && ink[at - step]) || (lane < lanes - 1 && ink[at + step]);
        }
    }

    // Lanes near which enough of the length is rule, one for each rule: where most is.
    private static int[] Middles(int lanes, int from, int to, Func<int, int, bool> isRule, double share)
    {
        var covered = new int[lanes];
        for (int i = from; i < to; i++)
        {
            int last = -1;      // lanes up to here know of this row already
            for (int lane = 0; lane < lanes; lane++)
            {
                if (!isRule(lane, i)) continue;
                int end = Math.Min(lanes - 1, lane + Bend);
                for (int near = Math.Max(last + 1, lane - Bend); near <= end; near++) covered[near]++;
                last = end;
            }
        }
        var middles = new List<int>();
        for (int lane = 0; lane < lanes; lane++)
        {
            if (covered[lane] < share * (to - from)) continue;
            int first = lane;
            while (lane + 1 < lanes && covered[lane + 1] >= share * (to - from)) lane++;
            // The plateau's middle: all lanes within the bend see the same rule.
            int most = 0;
            for (int i = first; i <= lane; i++) most = Math.Max(most, covered[i]);
            int[] best = [.. Enumerable.Range(first, lane - first + 1).Where(i => covered[i] == most)];
            middles.Add(best[best.Length / 2]);
        }
        return [.. middles];
    }
}
