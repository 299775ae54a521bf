using HackLab.Data.Display;

namespace HackLab.Data;

/// <summary>
/// Labelled rows of numbers: n rows, d features, one class number per row. It never changes: every method that picks rows or
/// columns returns a new one. <see cref="X"/> and <see cref="Y"/> are handed out without a copy, so do not write into them.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class TabularData : IRowSet<TabularData>, ILabelled, IRichDisplay
{
    /// <summary>What the first column of the shown table is called: the class of each row.</summary>
    private const string ClassColumn = "class";

    private readonly Dictionary<string, int> _indexOf;

    /// <summary>Puts arrays together; they are kept, not copied.</summary>
    /// <param name="name">What the data are called, for captions.</param>
    /// <param name="features">The d columns, with different names.</param>
    /// <param name="x">The values, row after row, shape [n, d].</param>
    /// <param name="y">The class of each row, shape [n], each at least 0 and below the number of classes.</param>
    /// <param name="classNames">What each class is called, for example <c>["background", "signal"]</c>.</param>
    /// <param name="weights">How much each row counts, shape [n], each finite and at least 0; null if all count alike.</param>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, two features share a name, a class number has no name, or a weight is negative or not finite.
    /// </exception>
    /// <example><code>new TabularData("toy", [new Feature("a"), new Feature("b")], [1, 2, 3, 4], [0, 1], ["no", "yes"])</code></example>
    public TabularData(string name, IReadOnlyList<Feature> features, float[] x, int[] y, IReadOnlyList<string> classNames, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(classNames);
        if (features.Count == 0) throw new ArgumentException("At least one feature is needed.", nameof(features));
        if (x.Length != (long)y.Length * features.Count)
        {
            throw new ArgumentException(
                $"x holds {x.Length} values; {y.Length} labels × {features.Count} features need {(long)y.Length * features.Count}.", nameof(x));
        }
        _indexOf = new Dictionary<string, int>(features.Count, StringComparer.Ordinal);
        for (int j = 0; j < features.Count; j++)
        {
            if (!_indexOf.TryAdd(features[j].Name, j))
                throw new ArgumentException($"Two features are called '{features[j].Name}'.", nameof(features));
        }
        for (int i = 0; i < y.Length; i++)
        {
            if ((uint)y[i] >= (uint)classNames.Count)
                throw new ArgumentException($"Row {i} has class {y[i]}, but classes are numbered 0 to {classNames.Count - 1}.", nameof(y));
        }
        if (weights is not null && weights.Length != y.Length)
            throw new ArgumentException($"There are {weights.Length} weights for {y.Length} rows.", nameof(weights));
        int bad = weights is null ? -1 : Array.FindIndex(weights, weight => !(double.IsFinite(weight) && weight >= 0));
        if (bad >= 0) throw new ArgumentException($"Row {bad} has the weight {weights![bad]}; weights are finite and at least 0.", nameof(weights));
        (Name, X, Y, Weights) = (name, x, y, weights);
        Features = [.. features];
        ClassNames = [.. classNames];
    }

    /// <summary>What the data are called.</summary>
    public string Name { get; }

    /// <summary>The d columns.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>The values, row after row, shape [n, d]. Shared, not copied: do not write into it.</summary>
    public float[] X { get; }

    /// <summary>The class number of each row, shape [n]. Shared, not copied: do not write into it.</summary>
    public int[] Y { get; }

    /// <summary>
    /// How much each row counts, shape [n]; null if all count alike. Parts of the data keep the weights of their rows: whoever
    /// needs the sums of the whole scales them up. Shared, not copied: do not write into it.
    /// </summary>
    public double[]? Weights { get; }

    /// <summary>What each class number is called; for two classes, 0 is the first and 1 the second.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>n, the number of rows.</summary>
    public int Count => Y.Length;

    /// <summary>d, the number of features.</summary>
    public int FeatureCount => Features.Count;

    /// <summary>How many rows each class has, shape [classes].</summary>
    public int[] ClassCounts()
    {
        var counts = new int[ClassNames.Count];
        foreach (int label in Y) counts[label]++;
        return counts;
    }

    /// <summary>The position of a feature, from 0.</summary>
    /// <param name="feature">Its exact name.</param>
    /// <exception cref="ArgumentException">There is no such feature; the message lists those that exist.</exception>
    public int IndexOf(string feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        if (_indexOf.TryGetValue(feature, out int index)) return index;
        throw new ArgumentException(
            $"{Name} has no feature '{feature}'. It has: {string.Join(", ", Features.Select(f => f.Name))}.", nameof(feature));
    }

    /// <summary>A copy of all values of one column of the table, shape [n].</summary>
    /// <param name="feature">
    /// A feature's exact name, or <c>class</c> for the class numbers (unless a feature is called so).
    /// </param>
    /// <exception cref="ArgumentException">There is no such feature; the message lists those that exist.</exception>
    /// <example><code>data.Column("m_bb")</code></example>
    public float[] Column(string feature)
    {
        if (feature == ClassColumn && !_indexOf.ContainsKey(ClassColumn)) return [.. Y.Select(label => (float)label)];
        int j = IndexOf(feature), d = FeatureCount;
        var values = new float[Count];
        for (int i = 0; i < values.Length; i++) values[i] = X[(i * (nint)d) + j];
        return values;
    }

    /// <summary>A copy of one feature's values in the rows of one class, in row order.</summary>
    /// <param name="feature">Its exact name.</param>
    /// <param name="label">The class number.</param>
    /// <exception cref="ArgumentException">There is no such feature or class.</exception>
    /// <example><code>data.Column("m_bb", 1)   // signal only</code></example>
    public float[] Column(string feature, int label)
    {
        int j = IndexOf(feature), d = FeatureCount;
        if ((uint)label >= (uint)ClassNames.Count)
            throw new ArgumentException($"There is no class {label}; classes are numbered 0 to {ClassNames.Count - 1}.", nameof(label));
        var values = new List<float>(Count);
        for (int i = 0; i < Count; i++)
        {
            if (Y[i] == label) values.Add(X[(i * (nint)d) + j]);
        }
        return [.. values];
    }

    /// <summary>The values of one row, shape [d].</summary>
    /// <param name="row">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> Row(int row)
    {
        if ((uint)row >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(row), row, $"{Name} has rows 0 to {Count - 1}.");
        return X.AsSpan(checked(row * FeatureCount), FeatureCount);
    }

    /// <summary>The same rows with only these features, in the order asked for.</summary>
    /// <param name="features">Exact names, at least one.</param>
    /// <exception cref="ArgumentException">A name does not exist (the message lists those that do), or none is given.</exception>
    /// <example><code>data.Select("m_bb", "m_wwbb")</code></example>
    public TabularData Select(params string[] features)
    {
        ArgumentNullException.ThrowIfNull(features);
        int[] from = [.. features.Select(IndexOf)];
        if (from.Length == 0) throw new ArgumentException("Name at least one feature.", nameof(features));
        int d = FeatureCount, k = from.Length;
        var x = new float[Count * k];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < k; j++) x[(i * k) + j] = X[(i * d) + from[j]];
        }
        return With([.. from.Select(j => Features[j])], x);
    }

    /// <summary>The same rows with only the features of one group.</summary>
    /// <param name="group">For example <c>low-level</c>.</param>
    /// <exception cref="ArgumentException">No feature is in that group; the message lists the groups that exist.</exception>
    public TabularData SelectGroup(string group)
    {
        string[] names = [.. Features.Where(f => f.Group == group).Select(f => f.Name)];
        if (names.Length > 0) return Select(names);
        string groups = string.Join(", ", Features.Select(f => f.Group).Where(g => g.Length > 0).Distinct());
        throw new ArgumentException($"{Name} has no feature group '{group}'. Groups: {(groups.Length > 0 ? groups : "none")}.", nameof(group));
    }

    /// <summary>The same rows with other values.</summary>
    internal TabularData With(IReadOnlyList<Feature> features, float[] x) => new(Name, features, x, Y, ClassNames, Weights);

    /// <summary>A copy of the given rows, in the order given; a row may be asked for more than once.</summary>
    /// <param name="rows">Row numbers from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <example><code>data.Take([0, 2, 4])</code></example>
    public TabularData Take(params ReadOnlySpan<int> rows)
    {
        var x = new float[checked(rows.Length * FeatureCount)];
        var y = new int[rows.Length];
        double[]? weights = Weights is null ? null : new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).CopyTo(x.AsSpan(i * FeatureCount));
            y[i] = Y[rows[i]];
            if (weights is not null) weights[i] = Weights![rows[i]];
        }
        return new TabularData(Name, Features, x, y, ClassNames, weights);
    }
}
