using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>What the features of a <see cref="CountNaiveBayes"/> are.</summary>
public enum CountModel
{
    /// <summary>How often something occurs, for example each word in a text: p(x | class) ∝ Π θⱼ^xⱼ.</summary>
    Multinomial,

    /// <summary>Whether something occurs, values above 0 counting as yes: p(x | class) = Π θⱼ^xⱼ (1 − θⱼ)^(1 − xⱼ).</summary>
    Bernoulli,
}

/// <summary>
/// Naive Bayes for counts or for yes and no: p(class | x) ∝ p(class) p(x | class), with θⱼ of each class the share of feature j,
/// smoothed by α (Manning, Raghavan, Schütze, <i>Introduction to Information Retrieval</i>, 13.2 and 13.3).
/// </summary>
public sealed class CountNaiveBayes : IClassifier, IStoredModel<CountNaiveBayes>
{
    private readonly double[] _offsets, _weights;

    private CountNaiveBayes(IReadOnlyList<string> features, IReadOnlyList<string> classNames, CountModel kind, double[] offsets, double[] weights) =>
        (Features, ClassNames, Kind, _offsets, _weights) = (features, classNames, kind, offsets, weights);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>What the features are.</summary>
    public CountModel Kind { get; }

    static string IStoredModel<CountNaiveBayes>.Kind => nameof(CountNaiveBayes);

    /// <summary>Learns from labelled rows.</summary>
    /// <param name="train">Rows of two classes or more, all present, all values finite; counts are at least 0.</param>
    /// <param name="kind">What the features are.</param>
    /// <param name="alpha">α, what is added to every count, above 0: what was never seen is not impossible.</param>
    /// <exception cref="ArgumentException">A class without rows, a negative count, values that are not finite, or α not above 0.</exception>
    /// <example><code>var model = CountNaiveBayes.Fit(wordCounts); int[] language = model.Predict(test);</code></example>
    public static CountNaiveBayes Fit(TabularData train, CountModel kind = CountModel.Multinomial, double alpha = 1)
    {
        FitInput.CheckClasses(train);
        if (!(alpha > 0 && double.IsFinite(alpha))) throw FitInput.Setting(nameof(alpha), alpha, "must be above 0");
        int d = train.FeatureCount;
        int negative = kind == CountModel.Bernoulli ? -1 : Array.FindIndex(train.X, value => value < 0);
        if (negative >= 0)
            throw new ArgumentException($"{train.Name}, row {negative / d}, feature {train.Features[negative % d].Name}: a count below 0.", nameof(train));
        int[] rows = train.ClassCounts();
        double[] counts = ClassSums.Of(train, (x, _) => kind == CountModel.Multinomial ? x : x > 0 ? 1 : 0, NotebookHost.Token);
        // log p(x, class) is linear in x: offset + Σ weightⱼ xⱼ.
        double[] offsets = [.. rows.Select(count => Math.Log((double)count / train.Count))], weights = new double[counts.Length];
        for (int c = 0; c < rows.Length; c++)
        {
            double all = kind == CountModel.Multinomial ? counts.AsSpan(c * d, d).ToArray().Sum() + (alpha * d) : rows[c] + (2 * alpha);
            for (int i = c * d; i < (c + 1) * d; i++)
            {
                weights[i] = Math.Log((counts[i] + alpha) / all);
                if (kind == CountModel.Multinomial) continue;
                double no = Math.Log((all - counts[i] - alpha) / all);
                weights[i] -= no;
                offsets[c] += no;
            }
        }
        return new CountNaiveBayes([.. train.Features.Select(f => f.Name)], train.ClassNames, kind, offsets, weights);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite; counts are at least 0.</param>
    /// <param name="y">Classes from 0 on, all present, shape [n].</param>
    /// <param name="kind">What the features are.</param>
    /// <param name="alpha">α, what is added to every count, above 0.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a class has no rows, a count is negative, or α not above 0.</exception>
    public static CountNaiveBayes Fit(float[] x, int[] y, CountModel kind = CountModel.Multinomial, double alpha = 1) =>
        Fit(FitInput.Rows(x, y), kind, alpha);

    /// <inheritdoc/>
    public float[] PredictProbabilities(ReadOnlySpan<float> x) => LogPosterior.Probabilities(x, Features.Count, ClassNames.Count, (row, log) =>
    {
        Span<double> values = Kind == CountModel.Bernoulli ? new double[row.Length] : [];
        for (int j = 0; j < values.Length; j++) values[j] = row[j] > 0 ? 1 : double.IsNaN(row[j]) ? double.NaN : 0;
        for (int c = 0; c < log.Length; c++)
            log[c] = _offsets[c] + Vectors.Dot(Kind == CountModel.Bernoulli ? values : row, _weights.AsSpan(c * row.Length, row.Length));
    });

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => $"{Kind} naive Bayes, {Features.Count} features, {ClassNames.Count} classes";

    void IStoredModel<CountNaiveBayes>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("classes", ClassNames);
        to.Add("kind", Kind);
        to.Add("offsets", _offsets);
        to.Add("weights", _weights);
    }

    static CountNaiveBayes IStoredModel<CountNaiveBayes>.Read(ModelReader from)
    {
        string[] features = from.Names("features"), classes = from.Names("classes");
        return new CountNaiveBayes(
            features, classes, from.Choice<CountModel>("kind"), from.Doubles("offsets", classes.Length),
            from.Doubles("weights", checked(features.Length * classes.Length)));
    }
}
