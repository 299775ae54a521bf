using System.Runtime.InteropServices;
using HackLab.Simulation.Numerics;

namespace HackLab.Data;

/// <summary>
/// Cuts row numbers into parts, the same way for the same seed on every machine, for data of any type; <see cref="Split"/> cuts
/// the records of this library. Every row is in exactly one part.
/// </summary>
public static class RowSplit
{
    /// <summary>Rows in random order, each as likely in any part as the fractions say.</summary>
    /// <param name="count">n, the number of rows.</param>
    /// <param name="fractions">Each part's share, above 0; their sum is 1.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <returns>The row numbers of each part; its size is exact to within one row.</returns>
    /// <exception cref="ArgumentException">A fraction is out of range, or a part would have no row.</exception>
    /// <example><code>int[][] parts = RowSplit.Random(100, [0.8, 0.2], seed: 42);</code></example>
    public static int[][] Random(int count, ReadOnlySpan<double> fractions, int seed = 42)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Stratified(new int[count], fractions, seed);
    }

    /// <summary>Rows in random order; each class keeps its fraction in every part to within one row.</summary>
    /// <param name="y">The class of each row, shape [n], each at least 0.</param>
    /// <param name="fractions">Each part's share, above 0; their sum is 1.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <returns>The row numbers of each part, classes mixed.</returns>
    /// <exception cref="ArgumentException">
    /// A fraction is out of range, or a class has too few rows to be in every part.
    /// </exception>
    /// <example><code>int[][] parts = RowSplit.Stratified(y, [0.6, 0.2, 0.2], seed: 42);</code></example>
    public static int[][] Stratified(ReadOnlySpan<int> y, ReadOnlySpan<double> fractions, int seed = 42)
    {
        double[] shares = Checked(fractions);
        var sizes = new List<int>();
        foreach (int label in y)
        {
            if (label < 0) throw new ArgumentException($"Classes are numbered from 0, but one is {label}.", nameof(y));
            while (sizes.Count <= label) sizes.Add(0);
            sizes[label]++;
        }
        int[][] ends = [.. sizes.Select(size => Ends(size, shares))];   // [class][part]: first rank behind the part
        for (int label = 0; label < ends.Length; label++)
        {
            bool missing = ends[label][0] == 0 || Enumerable.Range(1, shares.Length - 1).Any(p => ends[label][p] == ends[label][p - 1]);
            if (sizes[label] > 0 && missing) throw new TooFewRowsException(label, sizes[label]);
        }
        int[] order = Shuffled(y.Length, seed);

        // Walk the shuffled rows: the k-th row of a class goes to the part in whose range k lies.
        List<int>[] parts = Empty(shares.Length);
        var rank = new int[sizes.Count];
        foreach (int row in order)
        {
            int label = y[row], k = rank[label]++, part = 0;
            while (k >= ends[label][part]) part++;
            parts[part].Add(row);
        }

        // Later parts begin with the class that filled its earlier ones first, so that the first rows of a test set would be of one
        // class: mix them. The first part is as random as the walk.
        if (sizes.Count(size => size > 0) > 1)
        {
            var mixing = new SeededRandom(seed, stream: 1);
            foreach (List<int> part in parts.Skip(1)) mixing.Shuffle(CollectionsMarshal.AsSpan(part));
        }
        return [.. parts.Select(rows => rows.ToArray())];
    }

    /// <summary>
    /// Whole groups in random order: rows of one group (snapshots of one run, images of one patient) never fall into two parts.
    /// </summary>
    /// <param name="groups">The group of each row, shape [n]; any numbers.</param>
    /// <param name="fractions">Each part's share of the rows, above 0; their sum is 1.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <returns>The row numbers of each part in ascending order; its size is as near as whole groups allow.</returns>
    /// <exception cref="ArgumentException">A fraction is out of range, or there are fewer groups than parts.</exception>
    /// <example><code>int[][] parts = RowSplit.ByGroup(runs, [0.8, 0.2], seed: 42);</code></example>
    public static int[][] ByGroup(ReadOnlySpan<int> groups, ReadOnlySpan<double> fractions, int seed = 42)
    {
        double[] shares = Checked(fractions);
        var numbers = new Dictionary<int, int>();   // group → its number in order of appearance
        var members = new List<List<int>>();
        for (int i = 0; i < groups.Length; i++)
        {
            if (numbers.TryAdd(groups[i], members.Count)) members.Add([]);
            members[numbers[groups[i]]].Add(i);
        }
        if (members.Count < shares.Length)
            throw new ArgumentException($"{members.Count} groups cannot fill {shares.Length} parts: every part needs a group of its own.", nameof(groups));
        List<int>[] parts = Empty(shares.Length);
        int left = members.Count;
        foreach (int group in Shuffled(members.Count, seed))
        {
            // To the part that lacks most of its share; but the last groups go to parts that have none yet.
            int empty = parts.Count(part => part.Count == 0), rows = groups.Length;
            IEnumerable<int> candidates = Enumerable.Range(0, parts.Length).Where(p => left > empty || parts[p].Count == 0);
            parts[candidates.MaxBy(p => (shares[p] * rows) - parts[p].Count)].AddRange(members[group]);
            left--;
        }
        foreach (List<int> part in parts) part.Sort();
        return [.. parts.Select(rows => rows.ToArray())];
    }

    /// <summary>The earliest rows first: what is later than the training part tests it, as the future will.</summary>
    /// <param name="times">The time of each row, shape [n]; rows of the same time stay together.</param>
    /// <param name="fractions">Each part's share, above 0; their sum is 1.</param>
    /// <returns>The row numbers of each part, in order of time.</returns>
    /// <exception cref="ArgumentException">A fraction is out of range, a time is NaN, or a part would have no row.</exception>
    /// <example><code>int[][] parts = RowSplit.ByTime(seconds, [0.8, 0.2]);</code></example>
    public static int[][] ByTime(ReadOnlySpan<double> times, ReadOnlySpan<double> fractions)
    {
        double[] shares = Checked(fractions);
        double[] at = times.ToArray();
        if (at.Any(double.IsNaN)) throw new ArgumentException($"Row {Array.FindIndex(at, double.IsNaN)} has no time (NaN).", nameof(times));
        int[] order = [.. Enumerable.Range(0, at.Length).OrderBy(i => at[i])];   // stable: rows of one time keep their order
        int[] ends = Ends(order.Length, shares);
        var parts = new int[shares.Length][];
        for (int p = 0, start = 0; p < parts.Length; p++)
        {
            int end = Math.Max(ends[p], start);
            while (end > start && end < order.Length && at[order[end]] == at[order[end - 1]]) end++;
            if (end == start) throw new ArgumentException("Some part would have no row: use more rows, other times or larger fractions.", nameof(times));
            parts[p] = order[start..end];
            start = end;
        }
        return parts;
    }

    /// <summary>Equal shares for k-fold cross-validation: each part tests once what the others were trained on.</summary>
    /// <param name="folds">k, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds.</exception>
    /// <example><code>int[][] folds = RowSplit.Stratified(y, RowSplit.EqualShares(5), seed: 42);</code></example>
    public static double[] EqualShares(int folds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var shares = new double[folds];
        Array.Fill(shares, 1.0 / folds);
        return shares;
    }

    private static double[] Checked(ReadOnlySpan<double> fractions)
    {
        double sum = 0;
        foreach (double fraction in fractions)
        {
            // The sum of the parts is 1 only up to rounding, so 1e-9 is taken as nothing.
            if (!(fraction > 1e-9 && fraction < 1))
                throw new ArgumentException("Each part's fraction, that of the training part too, must lie between 0 and 1.", nameof(fractions));
            sum += fraction;
        }
        if (!(Math.Abs(sum - 1) < 1e-6)) throw new ArgumentException($"The parts' fractions add up to {sum}, not to 1.", nameof(fractions));
        return fractions.ToArray();
    }

    private static List<int>[] Empty(int parts) => [.. Enumerable.Range(0, parts).Select(_ => new List<int>())];

    private static int[] Shuffled(int count, int seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new SeededRandom(seed).Shuffle(order.AsSpan());
        return order;
    }

    // Rounding the running total, not each part, loses no row and keeps every part within one row of its exact share.
    private static int[] Ends(int size, double[] shares)
    {
        var ends = new int[shares.Length];
        double sum = 0;
        for (int p = 0; p < ends.Length - 1; p++)
        {
            sum += shares[p];
            ends[p] = (int)Math.Round(size * sum, MidpointRounding.AwayFromZero);
        }
        ends[^1] = size;
        return ends;
    }
}
