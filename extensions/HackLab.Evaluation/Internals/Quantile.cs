namespace HackLab.Evaluation.Internals;

/// <summary>Quantiles of sorted values.</summary>
internal static class Quantile
{
    /// <summary>Interpolates linearly between neighbours, as NumPy's default.</summary>
    public static double Of(ReadOnlySpan<double> sorted, double fraction)
    {
        double position = fraction * (sorted.Length - 1);
        int below = (int)position;
        if (below + 1 >= sorted.Length) return sorted[below];
        if (position == below) return sorted[below];
        double step = sorted[below + 1] - sorted[below], part = position - below;
        // From the nearer neighbour, as NumPy does: then the two ends are met exactly.
        return part < 0.5 ? sorted[below] + (part * step) : sorted[below + 1] - ((1 - part) * step);
    }
}
