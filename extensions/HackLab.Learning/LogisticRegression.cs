using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Logistic regression for two classes: p(class 1 | x) = 1 / (1 + e^−z), z = Σ wⱼ xⱼ + b, with an L2 penalty on w. It weighs
/// features against each other on one scale, so give it scaled features (<see cref="Scaler"/>).
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class LogisticRegression
{
    private readonly double[] _weights, _spread;

    private LogisticRegression(
        IReadOnlyList<string> features, IReadOnlyList<string> classNames, LogisticFit fit, double[] spread, double c)
    {
        (Features, ClassNames, Log, Stopped, C) = (features, classNames, fit.Log, fit.Stopped, c);
        (_weights, Intercept, _spread) = (fit.Weights, fit.Intercept, spread);
    }

    /// <summary>The d features, in the order of the training rows.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>What class 0 and class 1 are called.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>w, shape [d]: how much z grows when a feature grows by 1.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>b: z of a row of zeros.</summary>
    public double Intercept { get; }

    /// <summary>The regularisation it was fitted with.</summary>
    public double C { get; }

    /// <summary>The loss after every step, the untrained model first.</summary>
    public IReadOnlyList<TrainingStep> Log { get; }

    /// <summary>Why training ended.</summary>
    public StopReason Stopped { get; }

    /// <summary>Each feature with its coefficient w, in feature order.</summary>
    public IReadOnlyList<FeatureImportance> Coefficients => [.. Features.Select((name, j) => new FeatureImportance(name, _weights[j]))];

    /// <summary>
    /// Each feature's coefficient per standard deviation of the training rows, wⱼ · stdⱼ, the strongest first: comparable even
    /// when the features were not scaled.
    /// </summary>
    public IReadOnlyList<FeatureImportance> Importances =>
        [.. Features.Select((name, j) => new FeatureImportance(name, _weights[j] * _spread[j])).OrderByDescending(i => Math.Abs(i.Value))];

    /// <summary>Learns from labelled rows.</summary>
    /// <param name="train">Rows of two classes, both present, all values finite.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The model; <see cref="Stopped"/> says whether it got to the end. An interrupted cell keeps what was reached.</returns>
    /// <exception cref="ArgumentException">Not two classes, one class only, values that are not finite, or a setting out of range.</exception>
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
    /// <param name="y">Classes 0 and 1, both present, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, labels are not 0 and 1, or a setting is out of range.</exception>
    /// <example><code>var model = LogisticRegression.Fit([0, 1, 2, 3], [0, 0, 1, 1]);   // one feature, four rows</code></example>
    public static LogisticRegression Fit(float[] x, int[] y, LogisticRegressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (y.Length == 0 || x.Length == 0 || x.Length % y.Length != 0)
            throw new ArgumentException($"x holds {x.Length} values, which is no whole number of features for {y.Length} labels.", nameof(x));
        Feature[] features = [.. Enumerable.Range(0, x.Length / y.Length).Select(j => new Feature($"x{j}"))];
        return Fit(new TabularData("rows", features, x, y, ["0", "1"]), options);
    }
}
