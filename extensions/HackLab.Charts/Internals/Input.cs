namespace HackLab.Charts.Internals;

/// <summary>Checks what a figure is given, once, at the border.</summary>
internal static class Input
{
    /// <summary>The values as doubles; what is not finite is refused or dropped and counted.</summary>
    public static double[] Values(IReadOnlyList<float> values, string name, NonFinite rule, ref int dropped)
    {
        if (values.Count == 0) throw new ArgumentException($"'{name}' has no values to draw.");
        int first = -1, bad = 0;
        for (int i = 0; i < values.Count; i++)
        {
            if (float.IsFinite(values[i])) continue;
            if (bad++ == 0) first = i;
        }
        if (bad > 0) Refuse(name, values.Count, bad, first, values[Math.Max(0, first)], rule);
        dropped += bad;
        var finite = new double[values.Count - bad];
        for (int i = 0, k = 0; i < values.Count; i++)
        {
            if (float.IsFinite(values[i])) finite[k++] = values[i];
        }
        return finite;
    }

    /// <summary>The values above zero, for a logarithmic axis; others are refused or dropped and counted.</summary>
    public static double[] Positive(double[] values, string name, NonFinite rule, ref int dropped)
    {
        double[] good = [.. values.Where(v => v > 0)];
        int bad = values.Length - good.Length;
        if (bad == 0) return values;
        string what =
            $"'{name}': {bad} of {values.Length} values {(bad == 1 ? "is" : "are")} not above zero, which a logarithmic axis cannot show.";
        if (rule == NonFinite.Refuse)
            throw new ArgumentException($"{what} Use Scale.Linear, or draw without them: NonFinite = NonFinite.Drop.");
        if (good.Length == 0) throw new ArgumentException($"{what} Nothing is left to draw.");
        dropped += bad;
        return good;
    }

    /// <summary>The points of a line; those with a coordinate that is not finite are refused or dropped and counted.</summary>
    public static Series Points(Series line, NonFinite rule, ref int dropped)
    {
        if (line.X.Count != line.Y.Count)
            throw new ArgumentException($"'{line.Name}' has {line.X.Count} horizontal and {line.Y.Count} vertical values.");
        if (line.X.Count == 0) throw new ArgumentException($"'{line.Name}' has no points to draw.");
        int[] good = [.. Enumerable.Range(0, line.X.Count).Where(i => double.IsFinite(line.X[i]) && double.IsFinite(line.Y[i]))];
        // Copies: a figure must not change when its numbers do, and its Plotly form is made only when it is asked for.
        if (good.Length == line.X.Count) return new Series(line.Name, [.. line.X], [.. line.Y]);
        int first = Enumerable.Range(0, line.X.Count).First(i => i >= good.Length || good[i] != i);
        double value = double.IsFinite(line.Y[first]) ? line.X[first] : line.Y[first];
        Refuse(line.Name, line.X.Count, line.X.Count - good.Length, first, value, rule);
        dropped += line.X.Count - good.Length;
        return new Series(line.Name, good.Select(i => line.X[i]).ToArray(), good.Select(i => line.Y[i]).ToArray());
    }

    /// <summary>
    /// The points of a line for axes that may be logarithmic: what is not above zero is refused or dropped there, too.
    /// </summary>
    public static Series Points(Series line, AxesOptions options, ref int dropped)
    {
        Series finite = Points(line, options.NonFinite, ref dropped);
        if (!Axes.HasLog(options)) return finite;
        bool Fits(int i) => (options.XScale == Scale.Linear || finite.X[i] > 0) && (options.YScale == Scale.Linear || finite.Y[i] > 0);
        int[] good = [.. Enumerable.Range(0, finite.X.Count).Where(Fits)];
        int bad = finite.X.Count - good.Length;
        if (bad == 0) return finite;
        int first = Enumerable.Range(0, finite.X.Count).First(i => !Fits(i));
        string what = $"'{line.Name}': {bad} of {finite.X.Count} points {(bad == 1 ? "is" : "are")} not above zero, which a logarithmic axis cannot show; "
            + $"the first is point {first} ({Numbers.Short(finite.X[first])}, {Numbers.Short(finite.Y[first])}).";
        if (options.NonFinite == NonFinite.Refuse)
            throw new ArgumentException($"{what} Use Scale.Linear, or draw without them: NonFinite = NonFinite.Drop.");
        if (good.Length == 0) throw new ArgumentException($"{what} Nothing is left to draw.");
        dropped += bad;
        return new Series(line.Name, good.Select(i => finite.X[i]).ToArray(), good.Select(i => finite.Y[i]).ToArray());
    }

    /// <summary>The note under a title that says what was left out, if anything was.</summary>
    public static IEnumerable<string> Note(int dropped, bool log = false) =>
        dropped == 0 ? [] : [$"{Numbers.Count(dropped)} {(dropped == 1 ? "value that is" : "values that are")} not finite{(log ? " or not above zero" : "")} left out"];

    public static void Size(FigureOptions options)
    {
        if (options.Width is < 300 or > 2000)
            throw new ArgumentException($"Width must lie between 300 and 2000 pixels, but it is {options.Width}.");
        if (options.Height is < 120 or > 2000)
            throw new ArgumentException($"Height must lie between 120 and 2000 pixels, but it is {options.Height}.");
    }

    /// <summary>Values as an array: itself, if it is one.</summary>
    public static double[] Flat(IReadOnlyList<double> values) => values as double[] ?? values.ToArray();

    private static bool AllFinite(double[] values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) return false;
        }
        return true;
    }

    private static void Refuse(string name, int count, int bad, int first, double value, NonFinite rule)
    {
        string found = double.IsNaN(value) ? "NaN" : value > 0 ? "+∞" : "−∞";
        string what =
            $"'{name}': {bad} of {count} values {(bad == 1 ? "is" : "are")} not finite, the first at index {first} ({found}).";
        if (rule == NonFinite.Refuse)
            throw new ArgumentException($"{what} Repair the data, or draw without them: NonFinite = NonFinite.Drop.");
        if (bad == count) throw new ArgumentException($"{what} Nothing is left to draw.");
    }
}
