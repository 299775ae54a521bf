namespace HackLab.Data;

/// <summary>How far two samples' distributions are apart.</summary>
public static class KolmogorovSmirnov
{
    /// <summary>
    /// The two-sample statistic: sup |F₁(x) − F₂(x)| of the empirical distribution functions, from 0 (alike) to 1.
    /// </summary>
    /// <param name="a">One sample, at least one value; not changed.</param>
    /// <param name="b">The other sample, at least one value; not changed.</param>
    /// <exception cref="ArgumentException">A sample is empty or holds NaN.</exception>
    /// <example><code>KolmogorovSmirnov.Distance([1, 2], [1, 2, 3])   // 0.333</code></example>
    public static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float[] x = Sorted(a, nameof(a)), y = Sorted(b, nameof(b));
        double distance = 0;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            // Both functions step past a value together, so that ties make no difference.
            float at = Math.Min(x[i], y[j]);
            while (i < x.Length && x[i] == at) i++;
            while (j < y.Length && y[j] == at) j++;
            distance = Math.Max(distance, Math.Abs(((double)i / x.Length) - ((double)j / y.Length)));
        }
        return distance;
    }

    private static float[] Sorted(ReadOnlySpan<float> values, string name)
    {
        if (values.IsEmpty) throw new ArgumentException("A sample needs at least one value.", name);
        float[] sorted = values.ToArray();
        Array.Sort(sorted);
        // NaN sorts to the front.
        if (float.IsNaN(sorted[0])) throw new ArgumentException("A sample holds NaN.", name);
        return sorted;
    }
}
