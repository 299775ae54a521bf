namespace HackLab.Data;

/// <summary>
/// Cuts data into parts that share no row, the same way for the same seed on every machine. <see cref="RowSplit"/> does the
/// same to plain row numbers.
/// </summary>
public static class Split
{
    /// <summary>Train and test parts in random order; each class keeps its fraction to within one row.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="testFraction">The test part's share of the rows, above 0 and below 1.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <exception cref="ArgumentException">
    /// A fraction is out of range, or a class has too few rows to be in every part.
    /// </exception>
    /// <example><code>var (train, test) = Split.Stratified(data, 0.2, seed: 42);</code></example>
    public static TrainTest<T> Stratified<T>(T data, double testFraction = 0.2, int seed = 42)
        where T : class, IRowSet<T>, ILabelled => Two(data, StratifiedRows(data, [1 - testFraction, testFraction], seed));

    /// <summary>Train, validation and test parts in random order; each class keeps its fraction to within one row.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="validationFraction">The validation part's share of all rows.</param>
    /// <param name="testFraction">The test part's share of all rows.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <exception cref="ArgumentException">
    /// A fraction is out of range, or a class has too few rows to be in every part.
    /// </exception>
    /// <example><code>var (train, validation, test) = Split.Stratified(data, 0.2, 0.2, seed: 42);</code></example>
    public static TrainValidationTest<T> Stratified<T>(T data, double validationFraction, double testFraction, int seed)
        where T : class, IRowSet<T>, ILabelled =>
        Three(data, StratifiedRows(data, [1 - validationFraction - testFraction, validationFraction, testFraction], seed));

    /// <summary>Train and test parts in random order, whatever the rows are.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="testFraction">The test part's share of the rows, above 0 and below 1.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <exception cref="ArgumentException">The fraction is out of range, or a part would have no row.</exception>
    /// <example><code>var (train, test) = Split.Random(echoes, 0.1, seed: 42);</code></example>
    public static TrainTest<T> Random<T>(T data, double testFraction = 0.2, int seed = 42)
        where T : class, IRowSet<T> => Two(data, RowSplit.Random(CountOf(data), [1 - testFraction, testFraction], seed));

    /// <summary>Train, validation and test parts in random order, whatever the rows are.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="validationFraction">The validation part's share of all rows.</param>
    /// <param name="testFraction">The test part's share of all rows.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <exception cref="ArgumentException">A fraction is out of range, or a part would have no row.</exception>
    public static TrainValidationTest<T> Random<T>(T data, double validationFraction, double testFraction, int seed)
        where T : class, IRowSet<T> =>
        Three(data, RowSplit.Random(CountOf(data), [1 - validationFraction - testFraction, validationFraction, testFraction], seed));

    /// <summary>Train and test parts of whole groups: no group has rows in both.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="groups">The group of each row, shape [n].</param>
    /// <param name="testFraction">The test part's share of the rows, met as nearly as whole groups allow.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <exception cref="ArgumentException">
    /// A fraction is out of range, there are too few groups, or not one number per row.
    /// </exception>
    /// <example><code>var (train, test) = Split.ByGroup(disks, disks.Groups!, 0.2, seed: 42);</code></example>
    public static TrainTest<T> ByGroup<T>(T data, IReadOnlyList<int> groups, double testFraction = 0.2, int seed = 42)
        where T : class, IRowSet<T> => Two(data, GroupRows(data, groups, [1 - testFraction, testFraction], seed));

    /// <summary>Train, validation and test parts of whole groups: no group has rows in two of them.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="groups">The group of each row, shape [n].</param>
    /// <param name="validationFraction">The validation part's share of all rows.</param>
    /// <param name="testFraction">The test part's share of all rows.</param>
    /// <param name="seed">Another seed gives another cut.</param>
    /// <exception cref="ArgumentException">
    /// A fraction is out of range, there are too few groups, or not one number per row.
    /// </exception>
    public static TrainValidationTest<T> ByGroup<T>(
        T data, IReadOnlyList<int> groups, double validationFraction, double testFraction, int seed)
        where T : class, IRowSet<T> =>
        Three(data, GroupRows(data, groups, [1 - validationFraction - testFraction, validationFraction, testFraction], seed));

    /// <summary>The earliest rows train, the latest test; rows of the same time stay together.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="times">The time of each row, shape [n], in any unit.</param>
    /// <param name="testFraction">The test part's share of the rows.</param>
    /// <exception cref="ArgumentException">The fraction is out of range, a time is NaN, or a part would have no row.</exception>
    /// <example><code>var (past, future) = Split.ByTime(recordings, seconds, 0.2);</code></example>
    public static TrainTest<T> ByTime<T>(T data, IReadOnlyList<double> times, double testFraction = 0.2)
        where T : class, IRowSet<T>
    {
        ArgumentNullException.ThrowIfNull(times);
        CheckLength(data, times.Count, nameof(times));
        return Two(data, RowSplit.ByTime([.. times], [1 - testFraction, testFraction]));
    }

    /// <summary>k pairs for cross-validation: every row is tested once, and classes keep their fractions.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="folds">k, at least 2.</param>
    /// <param name="seed">Another seed gives other folds.</param>
    /// <exception cref="ArgumentException">A class has fewer rows than there are folds.</exception>
    /// <example><code>foreach (var (train, test) in Split.StratifiedFolds(data, 5)) …</code></example>
    public static IReadOnlyList<TrainTest<T>> StratifiedFolds<T>(T data, int folds = 5, int seed = 42)
        where T : class, IRowSet<T>, ILabelled => Pairs(data, StratifiedRows(data, RowSplit.EqualShares(folds), seed));

    /// <summary>k pairs for cross-validation: every row is tested once.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="folds">k, at least 2.</param>
    /// <param name="seed">Another seed gives other folds.</param>
    /// <exception cref="ArgumentException">There are fewer rows than folds.</exception>
    public static IReadOnlyList<TrainTest<T>> Folds<T>(T data, int folds = 5, int seed = 42)
        where T : class, IRowSet<T> => Pairs(data, RowSplit.Random(CountOf(data), RowSplit.EqualShares(folds), seed));

    /// <summary>k pairs for cross-validation: every group is tested once, as a whole.</summary>
    /// <param name="data">What to cut.</param>
    /// <param name="groups">The group of each row, shape [n].</param>
    /// <param name="folds">k, at least 2.</param>
    /// <param name="seed">Another seed gives other folds.</param>
    /// <exception cref="ArgumentException">There are fewer groups than folds, or not one number per row.</exception>
    public static IReadOnlyList<TrainTest<T>> GroupFolds<T>(T data, IReadOnlyList<int> groups, int folds = 5, int seed = 42)
        where T : class, IRowSet<T> => Pairs(data, GroupRows(data, groups, RowSplit.EqualShares(folds), seed));

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

    private static int[][] StratifiedRows<T>(T data, double[] fractions, int seed)
        where T : class, IRowSet<T>, ILabelled
    {
        ArgumentNullException.ThrowIfNull(data);
        try
        {
            return RowSplit.Stratified(data.Y, fractions, seed);
        }
        catch (TooFewRowsException few)
        {
            throw new TooFewRowsException(few.Label, few.Rows, data.ClassNames[few.Label]);
        }
    }

    private static int[][] GroupRows<T>(T data, IReadOnlyList<int> groups, double[] fractions, int seed)
        where T : class, IRowSet<T>
    {
        ArgumentNullException.ThrowIfNull(groups);
        CheckLength(data, groups.Count, nameof(groups));
        return RowSplit.ByGroup([.. groups], fractions, seed);
    }

    private static int CountOf<T>(T data)
        where T : class, IRowSet<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Count;
    }

    private static void CheckLength<T>(T data, int given, string name)
        where T : class, IRowSet<T>
    {
        if (given != CountOf(data)) throw new ArgumentException($"{data.Name} has {data.Count} rows, but there are {given} {name}.", name);
    }

    private static TrainTest<T> Two<T>(T data, int[][] parts)
        where T : class, IRowSet<T> => new(data.Take(parts[0]), data.Take(parts[1]));

    private static TrainValidationTest<T> Three<T>(T data, int[][] parts)
        where T : class, IRowSet<T> => new(data.Take(parts[0]), data.Take(parts[1]), data.Take(parts[2]));

    private static TrainTest<T>[] Pairs<T>(T data, int[][] folds)
        where T : class, IRowSet<T> =>
        [.. folds.Select((test, k) => new TrainTest<T>(data.Take([.. folds.Where((_, other) => other != k).SelectMany(rows => rows)]), data.Take(test)))];

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
