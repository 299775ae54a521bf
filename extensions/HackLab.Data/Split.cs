using HackLab.Data.Display;
using HackLab.Simulation.Numerics;

namespace HackLab.Data;

/// <summary>Data in two parts.</summary>
/// <param name="Train">For fitting.</param>
/// <param name="Test">For the final score only.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record TrainTest(TabularData Train, TabularData Test) : IRichDisplay
{
    /// <inheritdoc/>
    public string ToHtml() => SplitTable.Of(("train", Train), ("test", Test)).ToHtml();

    /// <inheritdoc/>
    public string ToText() => SplitTable.Of(("train", Train), ("test", Test)).ToText();
}

/// <summary>Data in three parts.</summary>
/// <param name="Train">For fitting.</param>
/// <param name="Validation">For choosing between models and settings.</param>
/// <param name="Test">For the final score only.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record TrainValidationTest(TabularData Train, TabularData Validation, TabularData Test) : IRichDisplay
{
    /// <inheritdoc/>
    public string ToHtml() => SplitTable.Of(("train", Train), ("validation", Validation), ("test", Test)).ToHtml();

    /// <inheritdoc/>
    public string ToText() => SplitTable.Of(("train", Train), ("validation", Validation), ("test", Test)).ToText();
}

/// <summary>Cuts data into parts that share no row, the same way for the same seed on every machine.</summary>
public static class Split
{
    /// <summary>Train and test parts in random order; each class keeps its fraction to within one row.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="testFraction">The test part's share of the rows, above 0 and below 1.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <exception cref="ArgumentException">A fraction is out of range, or a class has too few rows to be in every part.</exception>
    /// <example><code>var (train, test) = Split.Stratified(data, 0.2, seed: 42);</code></example>
    public static TrainTest Stratified(TabularData data, double testFraction = 0.2, int seed = 42)
    {
        TabularData[] parts = Cut(data, [1 - testFraction, testFraction], seed);
        return new TrainTest(parts[0], parts[1]);
    }

    /// <summary>Train, validation and test parts in random order; each class keeps its fraction to within one row.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="validationFraction">The validation part's share of all rows.</param>
    /// <param name="testFraction">The test part's share of all rows.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <exception cref="ArgumentException">A fraction is out of range, or a class has too few rows to be in every part.</exception>
    /// <example><code>var (train, validation, test) = Split.Stratified(data, 0.2, 0.2, seed: 42);</code></example>
    public static TrainValidationTest Stratified(TabularData data, double validationFraction, double testFraction, int seed)
    {
        TabularData[] parts = Cut(data, [1 - validationFraction - testFraction, validationFraction, testFraction], seed);
        return new TrainValidationTest(parts[0], parts[1], parts[2]);
    }

    /// <summary>
    /// The leak check: how many rows of <paramref name="b"/> have exactly the same values as some row of <paramref name="a"/>.
    /// After an honest split of data without duplicates it is 0.
    /// </summary>
    /// <param name="a">For example the training part.</param>
    /// <param name="b">For example the test part; must have the same number of features.</param>
    /// <exception cref="ArgumentException">The numbers of features differ.</exception>
    public static int SharedRows(TabularData a, TabularData b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.FeatureCount != b.FeatureCount)
            throw new ArgumentException($"{a.Name} has {a.FeatureCount} features and {b.Name} has {b.FeatureCount}: rows cannot be compared.", nameof(b));
        var seen = new HashSet<RowKey>(a.Count);
        for (int i = 0; i < a.Count; i++) seen.Add(new RowKey(a, i));
        int shared = 0;
        for (int i = 0; i < b.Count; i++)
        {
            if (seen.Contains(new RowKey(b, i))) shared++;
        }
        return shared;
    }

    private static TabularData[] Cut(TabularData data, double[] fractions, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (double fraction in fractions)
        {
            // The sum of the parts is 1 only up to rounding, so 1e-9 is taken as nothing.
            if (!(fraction > 1e-9 && fraction < 1))
                throw new ArgumentException("Each part's fraction, that of the training part too, must lie between 0 and 1.", nameof(fractions));
        }
        int[] classSizes = data.ClassCounts();
        int[][] ends = [.. classSizes.Select(size => Ends(size, fractions))];   // [class][part]: first rank behind the part
        for (int label = 0; label < ends.Length; label++)
        {
            bool missing = ends[label][0] == 0 || Enumerable.Range(1, fractions.Length - 1).Any(p => ends[label][p] == ends[label][p - 1]);
            if (classSizes[label] > 0 && missing)
            {
                throw new ArgumentException(
                    $"Class {data.ClassNames[label]} has only {classSizes[label]} rows: some part would have none. Use more rows or larger fractions.", nameof(data));
            }
        }
        var order = new int[data.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        new SeededRandom(seed).Shuffle(order.AsSpan());

        // Walk the shuffled rows: the k-th row of a class goes to the part in whose range k lies. Classes stay mixed.
        var parts = new List<int>[fractions.Length];
        for (int p = 0; p < parts.Length; p++) parts[p] = [];
        var rank = new int[classSizes.Length];
        foreach (int row in order)
        {
            int label = data.Y[row], k = rank[label]++, part = 0;
            while (k >= ends[label][part]) part++;
            parts[part].Add(row);
        }
        return [.. parts.Select(rows => data.Take([.. rows]))];
    }

    // Rounding the running total, not each part, loses no row and keeps every part within one row of its exact share.
    private static int[] Ends(int size, double[] fractions)
    {
        var ends = new int[fractions.Length];
        double sum = 0;
        for (int p = 0; p < ends.Length - 1; p++)
        {
            sum += fractions[p];
            ends[p] = (int)Math.Round(size * sum, MidpointRounding.AwayFromZero);
        }
        ends[^1] = size;
        return ends;
    }

    private readonly struct RowKey(TabularData data, int row) : IEquatable<RowKey>
    {
        private ReadOnlySpan<float> Values => data.Row(row);

        public bool Equals(RowKey other) => Values.SequenceEqual(other.Values);

        public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (float value in Values) hash.Add(value);
            return hash.ToHashCode();
        }
    }
}
