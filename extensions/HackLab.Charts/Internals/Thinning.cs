namespace HackLab.Charts.Internals;

/// <summary>Leaves out points of a line that nobody could see, so that a million of them fit a page.</summary>
internal static class Thinning
{
    /// <summary>
    /// Of neighbours within the same column of <paramref name="grain"/> pixels keeps the first, lowest, highest and last, in
    /// their order (the M4 aggregation of U. Jugel et al., VLDB 2014); then drops points that lie within a quarter of a grain
    /// of the straight line between those kept (U. Ramer 1972, D. Douglas and T. Peucker 1973).
    /// </summary>
    public static List<(double X, double Y)> Thin(IReadOnlyList<(double X, double Y)> points, double grain) =>
        [.. Kept(points, grain).Select(i => points[i])];

    /// <summary>The numbers of the points that <see cref="Thin"/> keeps.</summary>
    public static List<int> Kept(IReadOnlyList<(double X, double Y)> points, double grain) =>
        Straighten(points, Extremes(points, grain), grain / 4);

    /// <summary>
    /// The first, lowest, highest and last of neighbours within the same column of <paramref name="grain"/> pixels.
    /// </summary>
    public static List<int> Extremes(IReadOnlyList<(double X, double Y)> points, double grain)
    {
        var columns = new List<int>();
        for (int start = 0; start < points.Count;)
        {
            double column = Math.Floor(points[start].X / grain);
            int end = start + 1, low = start, high = start;
            while (end < points.Count && Math.Floor(points[end].X / grain) == column)
            {
                if (points[end].Y < points[low].Y) low = end;
                if (points[end].Y > points[high].Y) high = end;
                end++;
            }
            int previous = -1;
            foreach (int i in (int[])[start, Math.Min(low, high), Math.Max(low, high), end - 1])
            {
                if (i > previous) columns.Add(i);
                previous = Math.Max(previous, i);
            }
            start = end;
        }
        return columns;
    }

    /// <summary>The points without those that lie within a tolerance of the straight line between those kept.</summary>
    public static List<(double X, double Y)> Straight(IReadOnlyList<(double X, double Y)> points, double tolerance) =>
        [.. Straighten(points, [.. Enumerable.Range(0, points.Count)], tolerance).Select(i => points[i])];

    /// <summary>Those of some points that a line needs to pass within a tolerance of all of them.</summary>
    public static List<int> Straighten(IReadOnlyList<(double X, double Y)> points, List<int> chosen, double tolerance)
    {
        if (chosen.Count < 3) return chosen;
        var keep = new bool[chosen.Count];
        keep[0] = keep[^1] = true;
        // A stack of our own: a saw-tooth would recurse as deep as it has points.
        var open = new Stack<(int First, int Last)>([(0, chosen.Count - 1)]);
        while (open.TryPop(out (int First, int Last) span))
        {
            (int farthest, double distance) = (-1, tolerance);
            for (int i = span.First + 1; i < span.Last; i++)
            {
                double d = Distance(points[chosen[i]], points[chosen[span.First]], points[chosen[span.Last]]);
                if (d > distance) (farthest, distance) = (i, d);
            }
            if (farthest < 0) continue;
            keep[farthest] = true;
            open.Push((span.First, farthest));
            open.Push((farthest, span.Last));
        }
        return [.. chosen.Where((_, i) => keep[i])];
    }

    private static double Distance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        (double dx, double dy) = (b.X - a.X, b.Y - a.Y);
        double length2 = (dx * dx) + (dy * dy);
        double t = length2 == 0 ? 0 : Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length2, 0, 1);
        return Math.Sqrt(Math.Pow(p.X - a.X - (t * dx), 2) + Math.Pow(p.Y - a.Y - (t * dy), 2));
    }
}
