using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Support vector machine: of all borders between two classes the one with the widest margin, f(x) = Σ yα k(x', x) + b, where α
/// is at most C (Cortes and Vapnik, 1995). With more than two classes there is a machine for each pair. Give it scaled features,
/// and at most some 20,000 rows: the time grows with n².
/// </summary>
public sealed class SupportVectorClassifier : IClassifier, IStoredModel<SupportVectorClassifier>
{
    private readonly Kernel _kernel;
    private readonly PairMachine[] _pairs;

    private SupportVectorClassifier(IReadOnlyList<string> features, IReadOnlyList<string> classNames, Kernel kernel, PairMachine[] pairs) =>
        (Features, ClassNames, _kernel, _pairs) = (features, classNames, kernel, pairs);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of rows that make the borders, over all pairs of classes.</summary>
    public int SupportVectorCount => _pairs.Sum(pair => pair.Vectors.Count);

    /// <summary>½ Σ αα'yy'k − Σ α, what training made small, summed over all pairs.</summary>
    public double DualObjective => _pairs.Sum(pair => pair.Objective);

    /// <summary>Why training ended.</summary>
    public StopReason Stopped => _pairs.Select(pair => pair.Stopped).FirstOrDefault(reason => reason != StopReason.Converged);

    static string IStoredModel<SupportVectorClassifier>.Kind => nameof(SupportVectorClassifier);

    /// <summary>Learns from labelled rows.</summary>
    /// <param name="train">Rows of two classes or more, all present, all values finite. Row weights are not used.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The model; an interrupted cell keeps what was reached.</returns>
    /// <exception cref="ArgumentException">A class without rows, values that are not finite, or a setting out of range.</exception>
    /// <example><code>var model = SupportVectorClassifier.Fit(scaled, new() { C = 10 });</code></example>
    public static SupportVectorClassifier Fit(TabularData train, SupportVectorOptions? options = null)
    {
        FitInput.CheckClasses(train);
        options ??= new SupportVectorOptions();
        if (!(options.C > 0 && double.IsFinite(options.C))) throw FitInput.Setting("C", options.C, "must be above 0");
        if (!(options.Tolerance > 0)) throw FitInput.Setting("Tolerance", options.Tolerance, "must be above 0");
        if (options.CalibrationFolds is < 0 or 1) throw FitInput.Setting("CalibrationFolds", options.CalibrationFolds, "must be 0 or at least 2");
        Kernel kernel = Kernel.Of(options.Kernel, options.Gamma, train);
        var pairs = new List<PairMachine>();
        for (int first = 0; first < train.ClassNames.Count; first++)
        {
            for (int second = first + 1; second < train.ClassNames.Count; second++)
                pairs.Add(PairMachine.Fit(train, first, second, kernel, options, NotebookHost.Token));
        }
        return new SupportVectorClassifier([.. train.Features.Select(f => f.Name)], train.ClassNames, kernel, [.. pairs]);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite.</param>
    /// <param name="y">Classes from 0 on, all present, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a class has no rows, or a setting is out of range.</exception>
    public static SupportVectorClassifier Fit(float[] x, int[] y, SupportVectorOptions? options = null) => Fit(FitInput.Rows(x, y), options);

    /// <summary>f of each pair of classes (0, 1), (0, 2) … (1, 2) …: above 0 on the side of the second class of the pair.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n, pairs], with two classes [n]; NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public double[] Decide(ReadOnlySpan<float> x)
    {
        var decisions = new double[PredictInput.Rows(x, Features.Count) * _pairs.Length];
        float[] rows = x.ToArray();
        for (int p = 0; p < _pairs.Length; p++)
        {
            double[] own = _pairs[p].Vectors.Decide(rows, Features.Count, NotebookHost.Token);
            for (int i = 0; i < own.Length; i++) decisions[(i * _pairs.Length) + p] = own[i];
        }
        return decisions;
    }

    /// <summary>
    /// How probable each class is, by Platt's scaling of f. It is learnt by itself, so near the border the most probable class can
    /// be another than the sign of f says.
    /// </summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n, classes]; each row sums to 1, or is NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public float[] PredictProbabilities(ReadOnlySpan<float> x)
    {
        int classes = ClassNames.Count, pairs = _pairs.Length;
        double[] decisions = Decide(x);
        var p = new float[decisions.Length / pairs * classes];
        var second = new double[pairs];
        for (int i = 0; i < p.Length / classes; i++)
        {
            for (int k = 0; k < pairs; k++) second[k] = _pairs[k].Scaling.Probability(decisions[(i * pairs) + k]);
            double[] joint = classes == 2 ? [1 - second[0], second[0]] : PairCoupling.Of(second, classes);
            for (int c = 0; c < classes; c++) p[(i * classes) + c] = (float)joint[c];
        }
        return p;
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() =>
        $"Support vector machine, {Features.Count} features, {ClassNames.Count} classes, {SupportVectorCount} support vectors";

    void IStoredModel<SupportVectorClassifier>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("classes", ClassNames);
        _kernel.Write(to);
        to.Parts("pairs", _pairs, (pair, part) => pair.Write(part));
    }

    static SupportVectorClassifier IStoredModel<SupportVectorClassifier>.Read(ModelReader from)
    {
        string[] features = from.Names("features"), classes = from.Names("classes");
        if (classes.Length < 2) throw from.Bad("classes", "at least two names", "one");
        Kernel kernel = Kernel.Read(from);
        IReadOnlyList<ModelReader> pairs = from.Parts("pairs", checked(classes.Length * (classes.Length - 1) / 2));
        return new SupportVectorClassifier(features, classes, kernel, [.. pairs.Select(part => PairMachine.Read(part, kernel, features.Length))]);
    }
}
