using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// k nearest neighbours: the probability of a class is its share among the k training rows with the least Euclidean distance
/// √Σ(xⱼ − x'ⱼ)² (Cover and Hart, 1967, IEEE Trans. Inf. Theory 13). Large features outweigh small ones, so give it scaled features.
/// </summary>
public sealed class KNeighborsClassifier : IClassifier, IStoredModel<KNeighborsClassifier>
{
    private readonly NeighborVotes _votes;
    private readonly int[] _y;

    private KNeighborsClassifier(IReadOnlyList<string> features, IReadOnlyList<string> classNames, float[] x, int[] y, KNeighborsOptions options) =>
        (Features, ClassNames, _votes, _y) = (features, classNames, new NeighborVotes(x, features.Count, options), y);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    static string IStoredModel<KNeighborsClassifier>.Kind => nameof(KNeighborsClassifier);

    /// <summary>Remembers labelled rows.</summary>
    /// <param name="train">Rows of two classes or more, all present, all values finite.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A class without rows, values that are not finite, or k out of range.</exception>
    /// <example><code>var model = KNeighborsClassifier.Fit(train, new() { Neighbors = 15 });</code></example>
    public static KNeighborsClassifier Fit(TabularData train, KNeighborsOptions? options = null)
    {
        FitInput.CheckClasses(train);
        return new KNeighborsClassifier([.. train.Features.Select(f => f.Name)], train.ClassNames, train.X, train.Y, options ?? new());
    }

    /// <summary>Remembers plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite.</param>
    /// <param name="y">Classes from 0 on, all present, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a class has no rows, or k is out of range.</exception>
    /// <example><code>KNeighborsClassifier.Fit([0, 1, 8, 9], [0, 0, 1, 1], new() { Neighbors = 1 })</code></example>
    public static KNeighborsClassifier Fit(float[] x, int[] y, KNeighborsOptions? options = null) => Fit(FitInput.Rows(x, y), options);

    /// <summary>The share of each class among a row's neighbours.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n, classes]; each row sums to 1, or is NaN where a feature is not finite.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public float[] PredictProbabilities(ReadOnlySpan<float> x)
    {
        int classes = ClassNames.Count;
        var p = new float[PredictInput.Rows(x, Features.Count) * classes];
        _votes.Count(x.ToArray(), NotebookHost.Token, (query, rows, weights) =>
        {
            Span<double> shares = classes <= 64 ? stackalloc double[classes] : new double[classes];
            double sum = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                shares[_y[rows[i]]] += weights[i];
                sum += weights[i];
            }
            for (int c = 0; c < classes; c++) p[(query * classes) + c] = rows.Length == 0 ? float.NaN : (float)(shares[c] / sum);
        });
        return p;
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => $"{_votes.Options.Neighbors} nearest neighbours of {_y.Length} rows, {Features.Count} features";

    void IStoredModel<KNeighborsClassifier>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("classes", ClassNames);
        _votes.Write(to);
        to.Add("y", _y);
    }

    static KNeighborsClassifier IStoredModel<KNeighborsClassifier>.Read(ModelReader from)
    {
        string[] features = from.Names("features"), classes = from.Names("classes");
        int[] y = from.Ints("y", max: classes.Length - 1);
        return new KNeighborsClassifier(features, classes, from.Floats("x", checked(y.Length * features.Length)), y, NeighborVotes.Read(from));
    }
}
