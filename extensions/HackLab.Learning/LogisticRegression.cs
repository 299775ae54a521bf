using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Logistic regression. Two classes: p(class 1 | x) = 1 / (1 + e^−z), z = Σ wⱼ xⱼ + b. More: each class k has its own z, and
/// p(k | x) = e^zₖ / Σ e^z (softmax). A penalty keeps w small (Hastie, Tibshirani, Friedman, <i>The Elements of Statistical
/// Learning</i>, 4.4). It weighs features against each other on one scale, so give it scaled features (<see cref="Scaler"/>).
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class LogisticRegression : IClassifier
{
    private readonly double[] _weights, _intercepts, _spread;

    private LogisticRegression(
        IReadOnlyList<string> features, IReadOnlyList<string> classNames, LogisticFit fit, double[] spread, double c)
    {
        (Features, ClassNames, Log, Stopped, C) = (features, classNames, fit.Log, fit.Stopped, c);
        (_weights, _intercepts, _spread) = (fit.Weights, fit.Intercepts, spread);
    }

    /// <summary>The d features, in the order of the training rows.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>What class 0, class 1 and so on are called.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>
    /// w: how much z grows when a feature grows by 1. Of two classes shape [d], for class 1; of more, shape [classes, d].
    /// </summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>b: z of a row of zeros. With more than two classes it is class 0's; see <see cref="Intercepts"/>.</summary>
    public double Intercept => _intercepts[0];

    /// <summary>b of each class, shape [classes]; of two classes only that of class 1, shape [1].</summary>
    public IReadOnlyList<double> Intercepts => _intercepts;

    /// <summary>The regularisation it was fitted with.</summary>
    public double C { get; }

    /// <summary>The loss after every step, the untrained model first.</summary>
    public IReadOnlyList<TrainingStep> Log { get; }

    /// <summary>Why training ended.</summary>
    public StopReason Stopped { get; }

    /// <summary>
    /// Each feature with its coefficient w, in feature order; with more than two classes once for each, named <c>feature, class</c>.
    /// </summary>
    public IReadOnlyList<FeatureImportance> Coefficients => [.. _weights.Select((w, i) => new FeatureImportance(NameOf(i), w))];

    /// <summary>
    /// Each feature's coefficient per standard deviation of the training rows, wⱼ · stdⱼ, the strongest first: comparable even
    /// when the features were not scaled. With more than two classes it is the root of the sum of their squares.
    /// </summary>
    public IReadOnlyList<FeatureImportance> Importances =>
        [.. Features.Select((name, j) => new FeatureImportance(name, Strength(j) * _spread[j])).OrderByDescending(i => Math.Abs(i.Value))];

    /// <summary>Learns from labelled rows.</summary>
    /// <param name="train">Rows of two classes or more, all present, all values finite. Row weights are not used.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The model; <see cref="Stopped"/> says whether it got to the end. An interrupted cell keeps what was reached.</returns>
    /// <exception cref="ArgumentException">A class without rows, values that are not finite, or a setting out of range.</exception>
    /// <example><code>var model = LogisticRegression.Fit(train); float[] score = model.PredictScore(test);</code></example>
    public static LogisticRegression Fit(TabularData train, LogisticRegressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new LogisticRegressionOptions();
        FitInput.Check(train, options);
        LogisticFit fit;
        try
        {
            fit = new LogisticSolver(train, options).Run();
        }
        finally
        {
            options.OnEnd?.Invoke();
        }
        return new LogisticRegression([.. train.Features.Select(f => f.Name)], train.ClassNames, fit, FitInput.Spread(train), options.C);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite.</param>
    /// <param name="y">Classes from 0 on, all present, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a class has no rows, or a setting is out of range.</exception>
    /// <example><code>var model = LogisticRegression.Fit([0, 1, 2, 3], [0, 0, 1, 1]);   // one feature, four rows</code></example>
    public static LogisticRegression Fit(float[] x, int[] y, LogisticRegressionOptions? options = null) => Fit(FitInput.Rows(x, y), options);

    private string NameOf(int weight) =>
        _intercepts.Length == 1 ? Features[weight] : $"{Features[weight % Features.Count]}, {ClassNames[weight / Features.Count]}";

    private double Strength(int feature)
    {
        if (_intercepts.Length == 1) return _weights[feature];
        double squares = 0;
        for (int i = feature; i < _weights.Length; i += Features.Count) squares += _weights[i] * _weights[i];
        return Math.Sqrt(squares);
    }
}
