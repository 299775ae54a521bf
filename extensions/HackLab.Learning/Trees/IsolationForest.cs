using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning;

/// <summary>
/// Finds rows that are unlike the others: trees that cut at random set an unusual row apart after few cuts (F. T. Liu, K. M. Ting
/// and
/// Z.-H. Zhou, "Isolation Forest", ICDM 2008). Features need no scaling, and values may be missing (NaN).
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class IsolationForest : IAnomalyDetector, IRichDisplay, IStoredModel<IsolationForest>
{
    private readonly Forest _forest;
    private readonly int _sampleSize;

    private IsolationForest(IReadOnlyList<string> features, Forest forest, int sampleSize) =>
        (Features, _forest, _sampleSize) = (features, forest, sampleSize);

    static string IStoredModel<IsolationForest>.Kind => nameof(IsolationForest);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>How many trees there are: fewer than asked for if the cell was interrupted.</summary>
    public int Trees => _forest.Trees.Count;

    internal IReadOnlyList<Tree> Grown => _forest.Trees;

    /// <summary>Learns what is usual.</summary>
    /// <param name="train">Rows, most of them usual; their classes are not looked at. Values may be missing (NaN).</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two rows, or a setting out of range.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell before the first tree was done.</exception>
    /// <example><code>float[] anomaly = IsolationForest.Fit(background).PredictAnomaly(events);</code></example>
    public static IsolationForest Fit(TabularData train, IsolationForestOptions? options = null)
    {
        RowInput.CheckRows(train);
        if (train.Count < 2)
            throw new ArgumentException("One row says nothing about what is usual: at least two are needed.", nameof(train));
        options ??= new IsolationForestOptions();
        TreeSettings.Require(options.Trees >= 1, "Trees", options.Trees, "must be at least 1");
        TreeSettings.Require(options.SampleSize >= 2, "SampleSize", options.SampleSize, "must be at least 2");
        int size = Math.Min(options.SampleSize, train.Count);
        CancellationToken token = NotebookHost.Token;
        var trees = new Tree?[options.Trees];
        Parallel.For(0, options.Trees, t =>
        {
            if (!token.IsCancellationRequested)
                trees[t] = new IsolationGrower(train.X, train.FeatureCount, new SeededRandom(options.Seed, stream: t + 1)).Grow(
                    train.Count, size);
        });
        Tree[] whole = [.. trees.OfType<Tree>()];
        if (whole.Length == 0) token.ThrowIfCancellationRequested();
        return new IsolationForest([.. train.Features.Select(f => f.Name)], new Forest(whole, train.FeatureCount, 1), size);
    }

    /// <summary>Learns what is usual from a plain array.</summary>
    /// <param name="x">Features, row after row, shape [n, d]; NaN where a value is missing.</param>
    /// <param name="featureCount">d.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">The length is no multiple of d, fewer than two rows, or a setting out of
    /// range.</exception>
    /// <example><code>IsolationForest.Fit([1, 1.1f, 0.9f, 1, 7], 1).PredictAnomaly([1, 7])   // the second is larger</code></example>
    public static IsolationForest Fit(float[] x, int featureCount, IsolationForestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        int n = PredictionBlocks.Count(x, featureCount);
        return Fit(RowInput.Table(x, n, new int[n], ["row"]), options);
    }

    /// <summary>
    /// How unusual each row is: s = 2^(−E[h] / c(ψ)), with E[h] the mean number of cuts that set the row apart and c(ψ) what is
    /// usual
    /// among ψ rows. Near 1 is an anomaly, well below ½ is usual (Liu et al. 2008, equation 2).
    /// </summary>
    /// <inheritdoc/>
    public float[] PredictAnomaly(ReadOnlySpan<float> x)
    {
        float[] path = _forest.Predict(x);
        double usual = IsolationGrower.AveragePath(_sampleSize);
        for (int i = 0; i < path.Length; i++) path[i] = (float)Math.Pow(2, -path[i] / usual);
        return path;
    }

    /// <inheritdoc/>
    public string ToHtml() => $"<div>{ToString()}</div>";

    /// <inheritdoc/>
    public string ToText() => ToString();

    /// <summary>Its size in one line.</summary>
    public override string ToString() => $"Isolation forest, {Features.Count} features: {Trees} trees of {_sampleSize} rows";

    void IStoredModel<IsolationForest>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("sampleSize", _sampleSize);
        _forest.Write(to);
    }

    static IsolationForest IStoredModel<IsolationForest>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        return new IsolationForest(features, Forest.Read(from, features.Length, 1), from.Int("sampleSize", min: 2));
    }
}
