using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning;
using HackLab.Simulation.Lensing;
using HackLab.Simulation.Numerics;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Which dark matter has the lens: three shares for each picture, judged by the mean of the three areas under the ROC curves of one
/// class against the rest. The camera is Model II.
/// </summary>
internal sealed class LensingClassesChallenge : Challenge
{
    // What everybody can learn from; the practice and the hidden set have other seeds.
    private const int LearningRows = 1500, Side = 64, Rings = Side / 2;

    // 1000 ways tell p = 0.05 from 0.01, in a second for each pair of teams.
    private const int Shuffles = 1000;

    private static readonly string[] Classes = ["axion", "cdm", "no"];

    // Fitted once in a process; not kept if the cell was interrupted, as a model is then only half of one.
    private static readonly Lazy<(ScaledLine Means, ScaledLine Both)> Lines = new(Fit, LazyThreadSafetyMode.PublicationOnly);

    private readonly PictureSet _pictures;

    public LensingClassesChallenge() => _pictures = new PictureSet(this, Side);

    public override string Id => "lensing-classes";

    public override string Title => "Strong lensing: which dark matter?";

    public override string Metric => "macro AUC";

    public override IReadOnlyList<PredictionFormat> Files { get; } =
    [
        new TableFormat("lensing-classes-scores.csv",
            [.. Classes.Select(name => new PredictionColumn(name, $"the share of class {name}", 0, 1))]) { IdColumn = "id", RowSum = 1 },
    ];

    public override IReadOnlyList<PredictionFormat> TruthFiles { get; } =
    [
        new TableFormat("lensing-classes-truth.csv",
            new PredictionColumn("label", "0 for axion, 1 for cdm, 2 for no substructure", 0, 2)) { IdColumn = "id" },
    ];

    public override string EvaluationFile => _pictures.FileName;

    public override int PracticeRows => 1500;

    public override int HiddenRows => 3000;

    public override IReadOnlyList<PublishedResult> Published { get; } =
    [
        // Means of the three areas in the README files of the project's networks.
        new("convolutional transformer", 0.9992, "Model II pictures", "DeepLense, CvT by S. Sachdev"),
        new("ResNet-50", 0.96, "Model II pictures", "DeepLense, baseline by Y. Deshmukh"),
    ];

    public override Interval Score(
        IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth, BootstrapOptions options)
    {
        (float[][] shares, int[] y) = (Shares(predictions), Labels(truth));
        double Auc(int[] rows)
        {
            int[] drawn = [.. rows.Select(row => y[row])];
            // Without a row of a class its area is not defined: NaN has them drawn again.
            return Array.TrueForAll(Classes, name => drawn.Contains(Array.IndexOf(Classes, name)))
                ? Metrics.Auc(drawn, [.. rows.SelectMany(row => shares[row])], Classes.Length) : double.NaN;
        }
        return Bootstrap.Interval(y.Length, Auc, options);
    }

    public override double? PValue(
        IReadOnlyList<PredictionContent> a, IReadOnlyList<PredictionContent> b, IReadOnlyList<PredictionContent> truth)
    {
        int[] y = Labels(truth);
        return PairedTest.Permutation(Shares(a), Shares(b),
            shares => Metrics.Auc(y, [.. shares.SelectMany(row => row)], Classes.Length), Shuffles).PValue;
    }

    public override string Remark(IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth)
    {
        double[] areas = Metrics.AucPerClass(Labels(truth), [.. Shares(predictions).SelectMany(row => row)], Classes.Length);
        return string.Join(", ", Classes.Zip(areas, (name, area) => Words.Of($"{name} {area:0.000}")));
    }

    public override EvaluationSet LoadEvaluation(string path) => _pictures.Load(path);

    public override Truth Make(int rows, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, Classes.Length);
        LabelledImages made = Datasets.LensingClasses.Load(Size.Simulated(rows, seed), LensSurvey.ModelII);
        // The simulator makes the classes in turn, so in that order a picture's number would tell its class. Pictures have the
        // random streams from 1 on.
        int[] order = [.. Enumerable.Range(0, rows)];
        new SeededRandom(seed, stream: 0).Shuffle(order.AsSpan());
        LabelledImages shuffled = made.Take(order);
        string name = seed == PracticeSeed ? "practice (classes can be made by anybody)" : "simulated, hidden classes";
        var labels = new PredictionTable(PictureSet.Ids(rows), [.. shuffled.Y.Select(label => (double)label)], 1);
        return new Truth(_pictures.Of(shuffled.X, name), [labels], seed);
    }

    public override IReadOnlyList<Submission> Baselines(EvaluationSet evaluation)
    {
        TabularData rows = evaluation.Rows ?? throw new ArgumentException("The set has no pixels.", nameof(evaluation));
        string used = Words.Of($"{LearningRows:N0} simulated pictures, seed {Size.Simulated(1).Seed}");
        TabularData rings = Profiles(rows);
        return
        [
            Baseline("straight line on the means of 32 rings", Lines.Value.Means.Predict(Means(rings))),
            Baseline("straight line on means and spreads", Lines.Value.Both.Predict(rings)),
        ];

        Submission Baseline(string model, float[] shares) =>
            Submission.Of(evaluation, shares, new SubmissionCard { Team = "baseline", Model = model, Used = used });
    }

    private static (ScaledLine, ScaledLine) Fit()
    {
        TabularData rings = Profiles(Datasets.LensingClasses.Load(Size.Simulated(LearningRows), LensSurvey.ModelII).ToTabularData());
        var fitted = (ScaledLine.Fit(Means(rings)), ScaledLine.Fit(rings));
        NotebookHost.Token.ThrowIfCancellationRequested();
        return fitted;
    }

    /// <summary>Mean and spread of the brightness in rings about the middle, each a pixel wide: shape [n, 2 · 32].</summary>
    private static TabularData Profiles(TabularData rows)
    {
        var x = new float[rows.Count * 2 * Rings];
        for (int i = 0; i < rows.Count; i++)
        {
            ReadOnlySpan<float> picture = rows.Row(i);
            var (count, sum, squares) = (new int[Rings], new double[Rings], new double[Rings]);
            for (int p = 0; p < picture.Length; p++)
            {
                double across = (p % Side) - ((Side - 1) / 2.0), down = (p / Side) - ((Side - 1) / 2.0);
                int ring = (int)Math.Sqrt((across * across) + (down * down));
                if (ring >= Rings) continue;
                (count[ring], sum[ring], squares[ring]) =
                    (count[ring] + 1, sum[ring] + picture[p], squares[ring] + (picture[p] * picture[p]));
            }
            for (int ring = 0; ring < Rings; ring++)
            {
                double mean = sum[ring] / count[ring], variance = Math.Max(0, (squares[ring] / count[ring]) - (mean * mean));
                x[(i * 2 * Rings) + ring] = (float)mean;
                x[(i * 2 * Rings) + Rings + ring] = (float)Math.Sqrt(variance);
            }
        }
        Feature[] names = [.. new[] { "mean", "spread" }.SelectMany(what => Enumerable.Range(0, Rings).Select(r => new Feature($"{what} {r}")))];
        return new TabularData(rows.Name, names, x, rows.Y, rows.ClassNames);
    }

    /// <summary>The means alone: shape [n, 32].</summary>
    private static TabularData Means(TabularData rings) => new(rings.Name, [.. rings.Features.Take(Rings)],
        [.. Enumerable.Range(0, rings.Count).SelectMany(i => rings.Row(i)[..Rings].ToArray())], rings.Y, rings.ClassNames);

    private static float[][] Shares(IReadOnlyList<PredictionContent> contents) =>
        [.. ((PredictionTable)contents[0]).Values.Select(value => (float)value).Chunk(Classes.Length)];

    private static int[] Labels(IReadOnlyList<PredictionContent> truth) =>
        [.. ((PredictionTable)truth[0]).Values.Select(label => (int)label)];

    /// <summary>Logistic regression on scaled features.</summary>
    private sealed record ScaledLine(Scaler Scaler, LogisticRegression Line)
    {
        public static ScaledLine Fit(TabularData rows)
        {
            Scaler scaler = Scaler.Fit(rows);
            return new ScaledLine(scaler, LogisticRegression.Fit(scaler.Transform(rows)));
        }

        public float[] Predict(TabularData rows) => Line.PredictProbabilities(Scaler.Transform(rows));
    }
}
