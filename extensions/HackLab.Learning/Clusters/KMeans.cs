using System.Globalization;
using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// k-means: k centers such that Σ ‖x − nearest center‖², the inertia, is small. Each round gives every row to its nearest center
/// and moves every center to the mean of its rows (Lloyd, 1982, IEEE Trans. Inf. Theory 28), begun by k-means++ (Arthur and
/// Vassilvitskii, 2007). Large features outweigh small ones, so give it scaled features.
/// </summary>
public sealed class KMeans : IClusterer, IStoredModel<KMeans>
{
    private readonly double[] _centers;

    private KMeans(IReadOnlyList<string> features, double[] centers, double inertia, int iterations, StopReason stopped) =>
        (Features, _centers, Inertia, Iterations, Stopped) = (features, centers, inertia, iterations, stopped);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public int ClusterCount => _centers.Length / Features.Count;

    /// <summary>The centers, shape [k, d].</summary>
    public IReadOnlyList<double> Centers => _centers;

    /// <summary>Σ ‖x − nearest center‖² over the training rows.</summary>
    public double Inertia { get; }

    /// <summary>The rounds that the best beginning took.</summary>
    public int Iterations { get; }

    /// <summary>Why the best beginning ended.</summary>
    public StopReason Stopped { get; }

    static string IStoredModel<KMeans>.Kind => nameof(KMeans);

    /// <summary>Finds groups; the classes of the rows are not used.</summary>
    /// <param name="train">Rows, all values finite.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The best of all beginnings; an interrupted cell keeps what was reached.</returns>
    /// <exception cref="ArgumentException">Values that are not finite, or a setting out of range.</exception>
    /// <example><code>var groups = KMeans.Fit(train, new() { Clusters = 3 }); int[] group = groups.PredictCluster(test);</code></example>
    public static KMeans Fit(TabularData train, KMeansOptions? options = null)
    {
        FitInput.CheckFinite(train);
        options ??= new KMeansOptions();
        int k = options.Clusters, d = train.FeatureCount;
        if (k < 1 || k > train.Count) throw FitInput.Setting("Clusters", k, $"must be from 1 to {train.Count}, the number of rows");
        if (options.Restarts < 1) throw FitInput.Setting("Restarts", options.Restarts, "must be at least 1");
        if (options.MaxIterations < 1) throw FitInput.Setting("MaxIterations", options.MaxIterations, "must be at least 1");
        if (options.Centers is { } given && (given.Count != k * d || given.Any(value => !float.IsFinite(value))))
            throw new ArgumentException($"Centers holds {given.Count} values; {k} centers of {d} features are {k * d} finite ones.", nameof(options));
        KMeansFit best = new KMeansSolver(train, options, NotebookHost.Token).Run();
        return new KMeans([.. train.Features.Select(f => f.Name)], best.Centers, best.Inertia, best.Iterations, best.Stopped);
    }

    /// <summary>Finds groups in plain rows.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite.</param>
    /// <param name="columns">d, the number of features.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, values that are not finite, or a setting out of range.</exception>
    /// <example><code>KMeans.Fit([0, 1, 9, 10], columns: 1, new() { Clusters = 2 }).Centers   // 0.5 and 9.5, in some order</code></example>
    public static KMeans Fit(float[] x, int columns, KMeansOptions? options = null) => Fit(FitInput.Rows(x, columns), options);

    /// <inheritdoc/>
    public int[] PredictCluster(ReadOnlySpan<float> x)
    {
        PredictInput.CheckFinite(x, Features);
        var rows = new PackedPoints(x, Features.Count);
        var nearest = new int[rows.Count];
        rows.Nearest(_centers, nearest, NotebookHost.Token);
        return nearest;
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"k-means, {ClusterCount} groups, inertia {Inertia:G6} after {Iterations} rounds");

    void IStoredModel<KMeans>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("clusters", ClusterCount);
        to.Add("centers", _centers);
        to.Add("inertia", Inertia);
        to.Add("iterations", Iterations);
        to.Add("stopped", Stopped);
    }

    static KMeans IStoredModel<KMeans>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        double[] centers = from.Doubles("centers", checked(features.Length * from.Int("clusters", 1)));
        return new KMeans(features, centers, from.Number("inertia", 0), from.Int("iterations"), from.Choice<StopReason>("stopped"));
    }
}
