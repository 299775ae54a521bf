using HackLab.Data.Display;

namespace HackLab.Data;

/// <summary>
/// Standardisation: x' = (x − mean) / std, column by column. Fit it on the training part alone, then transform every part with
/// it; a mean that has seen the test part is a leak.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Scaler : IRichDisplay
{
    private Scaler(IReadOnlyList<Feature> features, IReadOnlyList<double> means, IReadOnlyList<double> stds) =>
        (Features, Means, Stds) = (features, means, stds);

    /// <summary>The columns it was fitted on.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>Each column's mean, shape [d].</summary>
    public IReadOnlyList<double> Means { get; }

    /// <summary>Each column's standard deviation, √(Σ(x − mean)² / n), shape [d]; 0 for a column with one value only.</summary>
    public IReadOnlyList<double> Stds { get; }

    /// <summary>The columns that hold one value only: they cannot be scaled, and become 0 everywhere.</summary>
    public IReadOnlyList<string> ConstantFeatures => [.. Features.Where((_, j) => Stds[j] == 0).Select(f => f.Name)];

    /// <summary>Measures the mean and standard deviation of each column.</summary>
    /// <param name="train">The training part, at least one row.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    /// <example><code>var scaler = Scaler.Fit(train); var scaledTest = scaler.Transform(test);</code></example>
    public static Scaler Fit(TabularData train)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (train.Count == 0) throw new ArgumentException($"{train.Name} has no rows to measure.", nameof(train));
        int d = train.FeatureCount;
        double[] means = new double[d], stds = new double[d];
        for (int i = 0; i < train.Count; i++)
        {
            ReadOnlySpan<float> row = train.Row(i);
            for (int j = 0; j < d; j++) means[j] += row[j];
        }
        for (int j = 0; j < d; j++) means[j] /= train.Count;
        for (int i = 0; i < train.Count; i++)
        {
            ReadOnlySpan<float> row = train.Row(i);
            for (int j = 0; j < d; j++) stds[j] += (row[j] - means[j]) * (row[j] - means[j]);
        }
        for (int j = 0; j < d; j++)
        {
            double std = Math.Sqrt(stds[j] / train.Count);
            // A constant column's mean is off by rounding; what is left of that is no spread (float has 24 bits).
            stds[j] = std <= Math.Abs(means[j]) * 1e-9 ? 0 : std;
        }
        return new Scaler(train.Features, means, stds);
    }

    /// <summary>The same rows, scaled: every column in standard deviations from the training mean.</summary>
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
        int d = data.FeatureCount;
        var x = new float[data.X.Length];
        for (int i = 0; i < x.Length; i += d)
        {
            for (int j = 0; j < d; j++)
                x[i + j] = Stds[j] == 0 ? 0 : (float)((data.X[i + j] - Means[j]) / Stds[j]);
        }
        Feature[] features = [.. data.Features.Select(f => f with { Unit = "standard deviations" })];
        return new TabularData(data.Name, features, x, data.Y, data.ClassNames, data.Weights);
    }

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    private Table Show()
    {
        object?[][] rows = [.. Features.Select((f, j) => new object?[] { f.Name, Means[j], Stds[j] })];
        string note = ConstantFeatures.Count == 0 ? "" : $"Constant, so set to 0: {string.Join(", ", ConstantFeatures)}";
        return new Table("Scaler: (x − mean) / std", ["feature", "mean", "std"], rows, note);
    }
}
