using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Naive Bayes with normal distributions: p(class | x) ∝ p(class) Πⱼ N(xⱼ; μⱼ, σⱼ²), with the mean and variance of each feature in
/// each class, as if features knew nothing of each other (Bishop, <i>Pattern Recognition and Machine Learning</i>, 8.2.2).
/// </summary>
public sealed class GaussianNaiveBayes : IClassifier, IStoredModel<GaussianNaiveBayes>
{
    private readonly double[] _priors, _means, _variances, _inverses, _constants;

    private GaussianNaiveBayes(IReadOnlyList<string> features, IReadOnlyList<string> classNames, double[] priors, double[] means, double[] variances)
    {
        (Features, ClassNames, _priors, _means, _variances) = (features, classNames, priors, means, variances);
        _inverses = [.. variances.Select(v => 1 / v)];
        _constants = new double[priors.Length];   // what does not depend on x: log p(class) − ½ Σ log 2πσ²
        for (int c = 0; c < priors.Length; c++)
        {
            _constants[c] = Math.Log(priors[c]);
            for (int j = 0; j < features.Count; j++) _constants[c] -= 0.5 * Math.Log(2 * Math.PI * variances[(c * features.Count) + j]);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>p(class), the share of each class in the training rows, shape [classes].</summary>
    public IReadOnlyList<double> Priors => _priors;

    /// <summary>μ of each feature in each class, shape [classes, d].</summary>
    public IReadOnlyList<double> Means => _means;

    /// <summary>σ² of each feature in each class, shape [classes, d], with the smoothing.</summary>
    public IReadOnlyList<double> Variances => _variances;

    static string IStoredModel<GaussianNaiveBayes>.Kind => nameof(GaussianNaiveBayes);

    /// <summary>Learns from labelled rows.</summary>
    /// <param name="train">Rows of two classes or more, all present, all values finite. Row weights are not used.</param>
    /// <param name="smoothing">
    /// What is added to every variance, as a share of the largest variance of a feature, so that none is 0; as scikit-learn's
    /// <c>var_smoothing</c>.
    /// </param>
    /// <exception cref="ArgumentException">A class without rows, values that are not finite, a negative smoothing, or all rows alike.</exception>
    /// <example><code>var model = GaussianNaiveBayes.Fit(train); float[] p = model.PredictProbabilities(test);</code></example>
    public static GaussianNaiveBayes Fit(TabularData train, double smoothing = 1e-9)
    {
        FitInput.CheckClasses(train);
        if (!(smoothing >= 0 && double.IsFinite(smoothing))) throw FitInput.Setting(nameof(smoothing), smoothing, "must be at least 0");
        int d = train.FeatureCount, classes = train.ClassNames.Count;
        int[] counts = train.ClassCounts();
        double[] means = ClassSums.Of(train, (x, _) => x, NotebookHost.Token);
        for (int i = 0; i < means.Length; i++) means[i] /= counts[i / d];
        double[] variances = ClassSums.Of(train, (x, i) => (x - means[i]) * (x - means[i]), NotebookHost.Token);
        for (int i = 0; i < variances.Length; i++) variances[i] /= counts[i / d];
        double added = smoothing * Enumerable.Range(0, d).Max(j => Variance(counts, means, variances, j));
        for (int i = 0; i < variances.Length; i++)
        {
            variances[i] += added;
            if (variances[i] > 0) continue;
            throw new ArgumentException(
                $"Feature {train.Features[i % d].Name} has one value only in class {train.ClassNames[i / d]}: leave it out, or use a smoothing above 0.", nameof(train));
        }
        double[] priors = [.. counts.Select(count => (double)count / train.Count)];
        return new GaussianNaiveBayes([.. train.Features.Select(f => f.Name)], train.ClassNames, priors, means, variances);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite.</param>
    /// <param name="y">Classes from 0 on, all present, shape [n].</param>
    /// <param name="smoothing">What is added to every variance, as a share of the largest.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a class has no rows, or the smoothing is negative.</exception>
    public static GaussianNaiveBayes Fit(float[] x, int[] y, double smoothing = 1e-9) => Fit(FitInput.Rows(x, y), smoothing);

    /// <inheritdoc/>
    public float[] PredictProbabilities(ReadOnlySpan<float> x) => LogPosterior.Probabilities(x, Features.Count, ClassNames.Count, (row, log) =>
    {
        int d = row.Length;
        for (int c = 0; c < log.Length; c++)
            log[c] = _constants[c] - (0.5 * Vectors.SquaredDistance(row, _means.AsSpan(c * d, d), _inverses.AsSpan(c * d, d)));
    });

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => $"Gaussian naive Bayes, {Features.Count} features, {ClassNames.Count} classes";

    void IStoredModel<GaussianNaiveBayes>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("classes", ClassNames);
        to.Add("priors", _priors);
        to.Add("means", _means);
        to.Add("variances", _variances);
    }

    // Of a feature over all classes: within them and between their means.
    private static double Variance(int[] counts, double[] means, double[] variances, int feature)
    {
        int d = means.Length / counts.Length;
        double n = counts.Sum(), mean = 0, variance = 0;
        for (int c = 0; c < counts.Length; c++) mean += counts[c] / n * means[(c * d) + feature];
        for (int c = 0; c < counts.Length; c++)
        {
            double away = means[(c * d) + feature] - mean;
            variance += counts[c] / n * (variances[(c * d) + feature] + (away * away));
        }
        return variance;
    }

    static GaussianNaiveBayes IStoredModel<GaussianNaiveBayes>.Read(ModelReader from)
    {
        string[] features = from.Names("features"), classes = from.Names("classes");
        int size = checked(features.Length * classes.Length);
        double[] variances = from.Doubles("variances", size);
        int bad = Array.FindIndex(variances, v => v <= 0);
        if (bad >= 0) throw from.Bad($"variances[{bad}]", "a number above 0", "another");
        return new GaussianNaiveBayes(features, classes, from.Shares("priors", classes.Length), from.Doubles("means", size), variances);
    }
}
