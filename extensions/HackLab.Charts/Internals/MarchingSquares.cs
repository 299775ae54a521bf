namespace HackLab.Charts.Internals;

/// <summary>
/// Lines of equal height over a grid: in each cell straight pieces between points on its edges, found by linear interpolation,
/// joined
/// across cells (W. Lorensen and H. Cline's marching cubes, 1987, in two dimensions). A saddle is decided by the mean of its
/// corners.
/// </summary>
internal sealed class MarchingSquares(IReadOnlyList<double> x, IReadOnlyList<double> y, Matrix z)
{
    /// <summary>
    /// The lines at a level, closed ones with their first point again at the end; cells with a missing corner have none.
    /// </summary>
    public List<List<(double X, double Y)>> At(double level)
    {
        // Each point is known by the edge it lies on, so that neighbouring cells agree on it. Two pieces meet at a point at most.
        var pieces = new List<(long From, long To)>();
        for (int i = 0; i + 1 < z.Rows; i++)
        {
            for (int j = 0; j + 1 < z.Columns; j++) AddPieces(pieces, i, j, level);
        }
        return Joined(pieces, level);
    }

    private void AddPieces(List<(long, long)> pieces, int i, int j, double level)
    {
        (double a, double b, double c, double d) = (z[i, j], z[i, j + 1], z[i + 1, j + 1], z[i + 1, j]);
        if (double.IsNaN(a + b + c + d)) return;
        int above = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
        long south = Across(i, j), north = Across(i + 1, j), west = Up(i, j), east = Up(i, j + 1);
        bool high = (a + b + c + d) / 4 >= level;
        switch (above)
        {
            case 1 or 14: pieces.Add((west, south)); break;
            case 2 or 13: pieces.Add((south, east)); break;
            case 4 or 11: pieces.Add((east, north)); break;
            case 8 or 7: pieces.Add((north, west)); break;
            case 3 or 12: pieces.Add((west, east)); break;
            case 6 or 9: pieces.Add((south, north)); break;
            case 5: pieces.AddRange(high ? [(south, east), (north, west)] : [(west, south), (east, north)]); break;
            case 10: pieces.AddRange(high ? [(west, south), (east, north)] : [(south, east), (north, west)]); break;
        }
    }

    private long Across(int i, int j) => 2 * (((long)i * z.Columns) + j);

    private long Up(int i, int j) => (2 * (((long)i * z.Columns) + j)) + 1;

    private (double X, double Y) Point(long edge, double level)
    {
        int i = (int)(edge / 2 / z.Columns), j = (int)(edge / 2 % z.Columns);
        bool up = edge % 2 == 1;
        double from = z[i, j], to = up ? z[i + 1, j] : z[i, j + 1];
        double t = to == from ? 0.5 : (level - from) / (to - from);
        return up ? (x[j], y[i] + (t * (y[i + 1] - y[i]))) : (x[j] + (t * (x[j + 1] - x[j])), y[i]);
    }

    private List<List<(double X, double Y)>> Joined(List<(long From, long To)> pieces, double level)
    {
        var at = new Dictionary<long, List<int>>();
        for (int k = 0; k < pieces.Count; k++)
        {
            foreach (long edge in (long[])[pieces[k].From, pieces[k].To])
            {
                if (!at.TryGetValue(edge, out List<int>? there)) at[edge] = there = [];
                there.Add(k);
            }
        }
        var used = new bool[pieces.Count];
        var lines = new List<List<(double X, double Y)>>();
        // Open lines first, from their ends; what is left are rings.
        foreach (int start in Enumerable.Range(0, pieces.Count).OrderBy(k =>
            at[pieces[k].From].Count == 1 || at[pieces[k].To].Count == 1 ? 0 : 1))
        {
            if (used[start]) continue;
            bool reversed = at[pieces[start].To].Count == 1 && at[pieces[start].From].Count > 1;
            long edge = reversed ? pieces[start].To : pieces[start].From;
            var line = new List<(double X, double Y)> { Point(edge, level) };
            for (int k = start; k >= 0;)
            {
                used[k] = true;
                edge = pieces[k].From == edge ? pieces[k].To : pieces[k].From;
                line.Add(Point(edge, level));
                k = at[edge].FindIndex(other => !used[other]) is var next && next >= 0 ? at[edge][next] : -1;
            }
            lines.Add(line);
        }
        return lines;
    }
}
