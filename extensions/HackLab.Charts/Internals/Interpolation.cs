namespace HackLab.Charts.Internals;

/// <summary>Heights between the points of a grid.</summary>
internal static class Interpolation
{
    /// <summary>The height at a point, linear along both axes of the cell it lies in; NaN if a corner is missing.</summary>
    public static double At(Matrix z, IReadOnlyList<double> x, IReadOnlyList<double> y, double atX, double atY)
    {
        (int j, double s) = Cell(x, atX);
        (int i, double t) = Cell(y, atY);
        return ((1 - t) * (((1 - s) * z[i, j]) + (s * z[i, j + 1]))) + (t * (((1 - s) * z[i + 1, j]) + (s * z[i + 1, j + 1])));
    }

    private static (int Cell, double Share) Cell(IReadOnlyList<double> places, double at)
    {
        (int low, int high) = (0, places.Count - 1);
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (places[middle] <= at) low = middle;
            else high = middle;
        }
        return (low, Math.Clamp((at - places[low]) / (places[high] - places[low]), 0, 1));
    }
}
