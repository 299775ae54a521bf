namespace HackLab.Charts.Internals;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where it stands, in the axis' unit.</param>
/// <param name="Label">What is written there.</param>
internal readonly record struct Tick(double Value, string Label);

/// <summary>
/// Chooses round tick values: steps of 1, 2, 2.5 or 5 times a power of ten (after P. Heckbert, "Nice numbers for graph labels",
/// Graphics Gems, 1990).
/// </summary>
internal static class Ticks
{
    private static readonly double[] _nice = [1, 2, 2.5, 5, 10];

    /// <summary>The ticks within a range, at most about <paramref name="wanted"/> of them and at least two.</summary>
    public static List<Tick> Within(double min, double max, int wanted)
    {
        double step = Step(max - min, Math.Max(2, wanted));
        var values = new List<double>();
        // Counted in whole steps, because adding a step such as 0.1 again and again drifts.
        for (double k = Math.Ceiling((min / step) - 1e-9); k <= (max / step) + 1e-9; k++) values.Add(k * step);
        double largest = Math.Max(Math.Abs(min), Math.Abs(max));
        return [.. values.Select(v => new Tick(v, Numbers.Tick(v, step, largest)))];
    }

    /// <summary>The smallest round step that gives no more than <paramref name="wanted"/> intervals.</summary>
    public static double Step(double range, int wanted)
    {
        double raw = range / wanted;
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        foreach (double nice in _nice)
        {
            if (nice * power >= raw * (1 - 1e-9)) return nice * power;
        }
        return 10 * power;
    }
}
