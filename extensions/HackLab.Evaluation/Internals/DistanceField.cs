namespace HackLab.Evaluation.Internals;

/// <summary>
/// The exact distance of every cell of a grid to the nearest marked one, by one pass of lower envelopes of parabolas along each
/// axis (P. Felzenszwalb and D. Huttenlocher, "Distance transforms of sampled functions", 2012).
/// </summary>
internal static class DistanceField
{
    /// <summary>Distances in the unit of the spacing; infinite if nothing is marked.</summary>
    public static double[] Of(bool[] marked, ReadOnlySpan<int> shape, ReadOnlySpan<double> spacing)
    {
        double[] squared = [.. marked.Select(one => one ? 0 : double.PositiveInfinity)];
        int stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            int length = shape[axis];
            var line = new Line(length, spacing[axis]);
            for (int start = 0; start < squared.Length; start++)
            {
                // The first cells of the lines along this axis.
                if (start / stride % length == 0) line.Run(squared, start, stride);
            }
            stride *= length;
        }
        for (int i = 0; i < squared.Length; i++) squared[i] = Math.Sqrt(squared[i]);
        return squared;
    }

    /// <summary>One line of the grid: d(p) = min over q of f(q) + (spacing · (p − q))².</summary>
    private sealed class Line(int length, double spacing)
    {
        private readonly double[] _values = new double[length];

        // The parabolas of the envelope by their vertex, and from where on each is the lowest.
        private readonly int[] _vertex = new int[length];
        private readonly double[] _from = new double[length];

        public void Run(double[] grid, int start, int stride)
        {
            int count = 0;
            for (int q = 0; q < length; q++)
            {
                double value = _values[q] = grid[start + (q * stride)];
                if (double.IsPositiveInfinity(value)) continue;
                double crossing = double.NegativeInfinity;
                while (count > 0 && (crossing = Crossing(_vertex[count - 1], q)) <= _from[count - 1]) count--;
                (_vertex[count], _from[count]) = (q, count == 0 ? double.NegativeInfinity : crossing);
                count++;
            }
            if (count == 0) return;
            for (int p = 0, k = 0; p < length; p++)
            {
                while (k + 1 < count && _from[k + 1] < p) k++;
                double steps = spacing * (p - _vertex[k]);
                grid[start + (p * stride)] = _values[_vertex[k]] + (steps * steps);
            }
        }

        /// <summary>Where the parabola of q gets lower than that of the earlier r.</summary>
        private double Crossing(int r, int q)
        {
            double s = spacing * spacing;
            return ((_values[q] + (s * q * q)) - (_values[r] + (s * r * r))) / (2 * s * (q - r));
        }
    }
}
