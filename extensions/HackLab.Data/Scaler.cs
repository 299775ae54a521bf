using HackLab.Data.Display;

namespace HackLab.Data;

/// <summary>How a <see cref="Scaler"/> measures a column.</summary>
public enum ScalerKind
{
    /// <summary>(x − mean) / standard deviation.</summary>
    Standard,

    /// <summary>(x − smallest) / (largest − smallest): from 0 to 1 on the training part.</summary>
    MinMax,

    /// <summary>(x − median) / (third quartile − first quartile): a few far-off values change nothing.</summary>
    Robust,
}

/// <summary>
/// Brings columns to one scale: x' = (x − center) / scale, column by column. Fit it on the training part alone, then transform
/// every part with it; a mean that has seen the test part is a leak. Missing values (NaN) are left out of the fit and stay missing.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Scaler : ITransformer, IRichDisplay
{
    private Scaler(ScalerKind kind, IReadOnlyList<Feature> features, double[] centers, double[] scales) =>
        (Kind, Features, Centers, Scales) = (kind, features, centers, scales);

    /// <summary>What was measured.</summary>
    public ScalerKind Kind { get; }

    /// <summary>The columns it was fitted on.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>What is taken off each column, shape [d]: its mean, smallest value or median; NaN if it has no value.</summary>
    public IReadOnlyList<double> Centers { get; }

    /// <summary>
    /// What each column is divided by, shape [d]: its standard deviation √(Σ(x − mean)² / n), its range, or the distance of its
    /// quartiles; 0 for a column with one value only.
    /// </summary>
    public IReadOnlyList<double> Scales { get; }

    /// <summary>The columns that cannot be scaled, as their scale is 0; they become 0 everywhere.</summary>
    public IReadOnlyList<string> ConstantFeatures => [.. Features.Where((_, j) => Scales[j] == 0).Select(f => f.Name)];

    /// <summary>A scaler as it was when it was written to a file.</summary>
    internal static Scaler Restore(ScalerKind kind, IReadOnlyList<Feature> features, double[] centers, double[] scales) =>
        new(kind, features, centers, scales);

    /// <summary>Measures each column.</summary>
    /// <param name="train">The training part, at least one row.</param>
    /// <param name="kind">What to measure.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    /// <example><code>var scaler = Scaler.Fit(train); var scaledTest = scaler.Transform(test);</code></example>
    public static Scaler Fit(TabularData train, ScalerKind kind = ScalerKind.Standard)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (train.Count == 0) throw new ArgumentException($"{train.Name} has no rows to measure.", nameof(train));
        return Fit(train.X, train.Features, kind);
    }

    /// <summary>Measures each column of a plain array.</summary>
    /// <param name="x">Values row after row, shape [n, columns], at least one row.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="kind">What to measure.</param>
    /// <exception cref="ArgumentException">There is no row, or the last one is cut off.</exception>
    /// <example><code>Scaler targets = Scaler.Fit(y, columns: 3); float[] scaled = targets.Transform(y);</code></example>
    public static Scaler Fit(float[] x, int columns, ScalerKind kind = ScalerKind.Standard)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        CheckRows(x.Length, columns);
        if (x.Length == 0) throw new ArgumentException("There are no rows to measure.", nameof(x));
        return Fit(x, [.. Enumerable.Range(1, columns).Select(j => new Feature($"column {j}"))], kind);
    }

    /// <summary>The same rows, scaled.</summary>
    /// <param name="data">Any part; it must have the same features in the same order.</param>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on.</exception>
    public TabularData Transform(TabularData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!data.Features.Select(f => f.Name).SequenceEqual(Features.Select(f => f.Name)))
        {
            throw new ArgumentException(
                $"{data.Name} has other features than the scaler was fitted on ({string.Join(", ", Features.Select(f => f.Name))}).", nameof(data));
        }
        return data.With([.. data.Features.Select(f => f with { Unit = Unit })], Transform(data.X));
    }

    /// <summary>The same values, scaled.</summary>
    /// <param name="x">Shape [n, d] with the columns it was fitted on; not changed.</param>
    /// <exception cref="ArgumentException">The last row is cut off.</exception>
    public float[] Transform(float[] x) =>
        Map(x, (value, j) => Scales[j] == 0 ? (double.IsNaN(value) ? value : 0) : (value - Centers[j]) / Scales[j]);

    /// <summary>Scaled values brought back to their units: x = x'·scale + center.</summary>
    /// <param name="scaled">Shape [n, d] with the columns it was fitted on; not changed.</param>
    /// <exception cref="ArgumentException">The last row is cut off.</exception>
    /// <example><code>float[] predicted = targets.Inverse(yHat);</code></example>
    public float[] Inverse(float[] scaled) => Map(scaled, (value, j) => (value * Scales[j]) + Centers[j]);

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    private string Unit => Kind switch
    {
        ScalerKind.MinMax => "ranges",
        ScalerKind.Robust => "quartile distances",
        _ => "standard deviations",
    };

    private Table Show()
    {
        (string center, string scale) = Kind switch
        {
            ScalerKind.MinMax => ("min", "max − min"),
            ScalerKind.Robust => ("median", "quartile distance"),
            _ => ("mean", "std"),
        };
        object?[][] rows = [.. Features.Select((f, j) => new object?[] { f.Name, Centers[j], Scales[j] })];
        string note = ConstantFeatures.Count == 0 ? "" : $"Constant, so set to 0: {string.Join(", ", ConstantFeatures)}";
        return new Table($"Scaler: (x − {center}) / {(scale.Contains(' ') ? $"({scale})" : scale)}", ["feature", center, scale], rows, note);
    }

    private static Scaler Fit(float[] x, IReadOnlyList<Feature> features, ScalerKind kind)
    {
        int d = features.Count;
        double[] centers = new double[d], scales = new double[d];
        var column = new List<float>(x.Length / d);
        for (int j = 0; j < d; j++)
        {
            column.Clear();
            for (int i = j; i < x.Length; i += d)
            {
                if (!float.IsNaN(x[i])) column.Add(x[i]);
            }
            (centers[j], scales[j]) = kind == ScalerKind.Standard ? Moments(column) : Order(column, kind);
        }
        return new Scaler(kind, features, centers, scales);
    }

    private static (double Mean, double Std) Moments(List<float> column)
    {
        double sum = 0, squares = 0;
        foreach (float value in column) sum += value;
        double mean = sum / column.Count;
        foreach (float value in column) squares += (value - mean) * (value - mean);
        double std = Math.Sqrt(squares / column.Count);
        // A constant column's mean is off by rounding; what is left of that is no spread (float has 24 bits).
        return (mean, std <= Math.Abs(mean) * 1e-9 || double.IsNaN(std) ? 0 : std);
    }

    private static (double Center, double Scale) Order(List<float> column, ScalerKind kind)
    {
        if (column.Count == 0) return (double.NaN, 0);
        Statistics s = Statistics.Of([.. column]);
        return kind == ScalerKind.MinMax ? (s.Min, s.Max - s.Min) : (s.Median, s.Quartile3 - s.Quartile1);
    }

    private float[] Map(float[] x, Func<double, int, double> formula)
    {
        ArgumentNullException.ThrowIfNull(x);
        int d = Features.Count;
        CheckRows(x.Length, d);
        var y = new float[x.Length];
        for (int i = 0; i < x.Length; i += d)
        {
            for (int j = 0; j < d; j++) y[i + j] = (float)formula(x[i + j], j);
        }
        return y;
    }

    private static void CheckRows(int values, int columns)
    {
        if (values % columns != 0)
            throw new ArgumentException($"{values} values are no whole number of rows of {columns} columns.", "x");
    }
}
