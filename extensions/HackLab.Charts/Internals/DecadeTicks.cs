namespace HackLab.Charts.Internals;

/// <summary>Ticks of a logarithmic axis: powers of ten, and 2 and 5 times them where there is room.</summary>
internal static class DecadeTicks
{
    /// <summary>The labelled ticks within a range above zero, at most about <paramref name="wanted"/> of them.</summary>
    public static IReadOnlyList<Tick> Within(double min, double max, int wanted)
    {
        wanted = Math.Max(2, wanted);
        int first = (int)Math.Ceiling(Math.Log10(min) - 1e-9), last = (int)Math.Floor(Math.Log10(max) + 1e-9);
        int decades = last - first + 1;
        double span = Math.Log10(max / min);
        double[][] steps = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3]];
        foreach (double[] leads in steps)
        {
            // Leads crowd towards the next power: the narrowest gap is what must have room.
            double narrowest = leads.Skip(1).Append(10).Zip(leads, (after, lead) => Math.Log10(after / lead)).Min();
            if (span / narrowest > wanted * 1.2) continue;
            double[] values = [.. Multiples(min, max, leads)];
            if (values.Length >= 2) return Labelled(values);
        }
        if (decades < 2) return Ticks.Within(min, max, wanted);
        int every = (int)Math.Ceiling(decades / (double)wanted);
        // Powers that are multiples of the step, so that 10⁰ is among them where the axis has it.
        return Labelled([.. Enumerable.Range(first, decades).Where(power => power % every == 0).Select(power =>
            Math.Pow(10, power))]);
    }

    /// <summary>2, 3 … 9 times each power of ten within a range; none where decades are too many to tell them apart.</summary>
    public static IReadOnlyList<double> Minor(double min, double max) =>
        Math.Log10(max / min) > 8 ? [] : [.. Multiples(min, max, [2, 3, 4, 5, 6, 7, 8, 9])];

    private static IEnumerable<double> Multiples(double min, double max, double[] leads)
    {
        for (int power = (int)Math.Floor(Math.Log10(min)) - 1; power <= Math.Log10(max); power++)
        {
            foreach (double lead in leads)
            {
                double value = lead * Math.Pow(10, power);
                if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) yield return value;
            }
        }
    }

    private static IReadOnlyList<Tick> Labelled(double[] values)
    {
        bool plain = values[0] >= 0.00099 && values[^1] <= 100_001;
        return [.. values.Select(value => new Tick(value, plain ? Numbers.Short(value, 1) : Numbers.Power(value)))];
    }
}
