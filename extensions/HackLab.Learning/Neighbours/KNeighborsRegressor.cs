using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// k nearest neighbours: ŷ is the mean y of the k training rows with the least Euclidean distance √Σ(xⱼ − x'ⱼ)². Large features
/// outweigh small ones, so give it scaled features.
/// </summary>
public sealed class KNeighborsRegressor : IRegressor, IStoredModel<KNeighborsRegressor>
{
    private readonly NeighborVotes _votes;
    private readonly float[] _y;

    private KNeighborsRegressor(IReadOnlyList<string> features, float[] x, float[] y, KNeighborsOptions options) =>
        (Features, _votes, _y) = (features, new NeighborVotes(x, features.Count, options), y);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    static string IStoredModel<KNeighborsRegressor>.Kind => nameof(KNeighborsRegressor);

    /// <summary>Remembers rows and their numbers.</summary>
    /// <param name="train">Rows, all values finite; their classes are not used.</param>
    /// <param name="y">The number of each row, shape [n], all finite.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a value is not finite, or k is out of range.</exception>
    /// <example><code>var model = KNeighborsRegressor.Fit(galaxies, redshifts);</code></example>
    public static KNeighborsRegressor Fit(TabularData train, float[] y, KNeighborsOptions? options = null)
    {
        FitInput.CheckTargets(train, y);
        return new KNeighborsRegressor([.. train.Features.Select(f => f.Name)], train.X, y, options ?? new());
    }

    /// <summary>Remembers plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite.</param>
    /// <param name="y">The number of each row, shape [n], all finite.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a value is not finite, or k is out of range.</exception>
    /// <example><code>KNeighborsRegressor.Fit([0, 1, 8], [0, 10, 80], new() { Neighbors = 1 })</code></example>
    public static KNeighborsRegressor Fit(float[] x, float[] y, KNeighborsOptions? options = null) => Fit(FitInput.Rows(x, y), y, options);

    /// <summary>The mean number of a row's neighbours.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n]; NaN where a feature is not finite.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public float[] Predict(ReadOnlySpan<float> x)
    {
        var yHat = new float[PredictInput.Rows(x, Features.Count)];
        _votes.Count(x.ToArray(), NotebookHost.Token, (query, rows, weights) =>
        {
            double sum = 0, all = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                sum += weights[i] * _y[rows[i]];
                all += weights[i];
            }
            yHat[query] = (float)(sum / all);
        });
        return yHat;
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => $"{_votes.Options.Neighbors} nearest neighbours of {_y.Length} rows, {Features.Count} features";

    void IStoredModel<KNeighborsRegressor>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        _votes.Write(to);
        to.Add("y", _y);
    }

    static KNeighborsRegressor IStoredModel<KNeighborsRegressor>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        float[] y = from.Floats("y");
        return new KNeighborsRegressor(features, from.Floats("x", checked(y.Length * features.Length)), y, NeighborVotes.Read(from));
    }
}
