using HackLab.Charts;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;

namespace HackLab.Notebooks.Tests.Gallery;

/// <summary>Every kind of figure at least once, drawn from simulated data, as lessons would draw it.</summary>
internal static class GalleryFigures
{
    private static readonly Lazy<TabularData> Higgs = new(() => Datasets.Higgs.Load(Size.Simulated(6000)));
    private static readonly Lazy<LabelledImages> Lenses = new(() => Datasets.LensingClasses.Load(Size.Sample));
    private static readonly Lazy<Scored> Test = new(Score);

    /// <summary>The figures in the page's order.</summary>
    public static IReadOnlyList<GalleryFigure> All { get; } =
    [
        new(nameof(Chart.Line), "curve", () => Chart.Line(Steps(200), [.. Steps(200).Select(t => Math.Exp(-t / 60) * Math.Cos(t / 7))], new()
        {
            Title = "A damped oscillation", XLabel = "time [ms]", YLabel = "signal [mV]",
        })),
        new(nameof(Chart.Line), "lines", () => Chart.Line(
            [new("training", [.. Steps(12).Select(e => 0.4 + (0.3 / (1 + e)))]), new("validation", [.. Steps(12).Select(e => 0.45 + (0.25 / (1 + e)) + (0.004 * e))])],
            new() { Title = "Loss by epoch", XLabel = "epoch", YLabel = "mean log loss" })),
        new(nameof(Chart.Line), "million", () => Chart.Line([.. Enumerable.Range(0, 1_000_000).Select(i => i * 4e-6)], Walk(1_000_000), new()
        {
            Title = "A million steps of a random walk", XLabel = "time [s]", YLabel = "position [μm]",
        })),
        new(nameof(Chart.LearningCurve), "learning", () => Chart.LearningCurve(Test.Value.Model.Log)),
        new(nameof(Chart.Scatter), "scatter", () => Chart.Scatter(Higgs.Value.Take([.. Enumerable.Range(0, 600)]), "m_bb", "m_wwbb")),
        new(nameof(Chart.Histogram), "histogram", () => Chart.Histogram(Higgs.Value, "m_bb")),
        new(nameof(Chart.Histograms), "histograms", () => Chart.Histograms(Higgs.Value, ["m_bb", "m_wbb", "m_wwbb", "jet_1_pt"])),
        new(nameof(Chart.Bar), "bars", () => Chart.Bar(Test.Value.Model)),
        new(nameof(Chart.Heatmap), "heatmap", () => Chart.Heatmap(Correlations(), new() { Title = "How features go together" })),
        new(nameof(Chart.Image), "image", () => Chart.Image(Lenses.Value, 0)),
        new(nameof(Chart.ImageGrid), "images", () => Chart.ImageGrid(Lenses.Value.Take([.. Enumerable.Range(0, 12)]))),
        new(nameof(Chart.Roc), "roc", () => Roc(Metrics.Roc(Test.Value.Data.Y, Test.Value.Score))),
        new(nameof(Chart.PrecisionRecall), "precision", () => PrecisionRecall(Test.Value)),
        new(nameof(Chart.Calibration), "calibration", () => Chart.Calibration(Test.Value.Data.Y, Test.Value.Score)),
        new(nameof(Chart.ErrorBars), "errors", () => Chart.ErrorBars(Steps(25), Decay(25), [.. Decay(25).Select(n => Math.Sqrt(n))], new()
        {
            Title = "Decays of a source", XLabel = "time [min]", YLabel = "counts per minute [1/min]",
        }).WithHorizontalLine(40, "background").WithText(14, 700, "half-life 5.2 min")),
        new(nameof(Chart.Residuals), "residuals", () => Chart.Residuals(Masses(1500), [.. Masses(1500).Zip(Noise(1500)).Select(p => p.First + (4 * p.Second))], new() { Quantity = "mass [GeV]" })),
        new(nameof(Chart.Residuals), "many-residuals", () => Chart.Residuals(Masses(200_000), [.. Masses(200_000).Zip(Noise(200_000)).Select(p => p.First + (4 * p.Second))])),
        new(nameof(Chart.Grid), "grid", () => Chart.Grid(
            [
                Chart.Line(Steps(200), [.. Steps(200).Select(t => Math.Sin(t / 20))], new() { Title = "position", XLabel = "time [s]", YLabel = "x [m]" }),
                Chart.Line(Steps(200), [.. Steps(200).Select(t => Math.Cos(t / 20) / 20)], new() { Title = "velocity", XLabel = "time [s]", YLabel = "v [m/s]" }),
            ], new() { Columns = 1, ShareX = true })),
        new(nameof(Chart.Scatter), "many-points", () => Chart.Scatter(Walk(300_000), Noise(300_000), new() { Title = "More points than pixels", XLabel = "walk", YLabel = "noise" })),
        new(nameof(Chart.ConfusionMatrix), "confusion", () => Chart.ConfusionMatrix(new long[,] { { 540, 210 }, { 190, 560 } }, ["background", "signal"])),
    ];

    private static double[] Steps(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    private static double[] Walk(int count)
    {
        var random = new Random(7);
        double at = 0;
        return [.. Enumerable.Range(0, count).Select(_ => at += random.NextDouble() - 0.5)];
    }

    /// <summary>Draws from the normal distribution, by Box and Muller.</summary>
    private static double[] Noise(int count)
    {
        var random = new Random(8);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }

    private static double[] Decay(int minutes) => [.. Steps(minutes).Zip(Noise(minutes)).Select(p => 40 + (900 * Math.Pow(0.5, p.First / 5.2)) + (9 * p.Second))];

    private static double[] Masses(int count)
    {
        var random = new Random(9);
        return [.. Enumerable.Range(0, count).Select(_ => 80 + (90 * random.NextDouble()))];
    }

    private static Figure PrecisionRecall(Scored scored)
    {
        int[] order = [.. Enumerable.Range(0, scored.Score.Length).OrderByDescending(i => scored.Score[i])];
        int all = scored.Data.Y.Sum(), found = 0;
        var recall = new double[order.Length];
        var precision = new double[order.Length];
        double average = 0;
        for (int i = 0; i < order.Length; i++)
        {
            found += scored.Data.Y[order[i]];
            (recall[i], precision[i]) = (found / (double)all, found / (i + 1.0));
            if (scored.Data.Y[order[i]] == 1) average += precision[i] / all;
        }
        return Chart.PrecisionRecall(recall, precision, average);
    }

    private static Figure Roc(RocCurve curve) => Chart.Roc([.. curve.Fpr], [.. curve.Tpr], curve.Auc);

    private static double[,] Correlations()
    {
        int features = 6;
        double[][] columns = [.. Enumerable.Range(0, features).Select(j => Higgs.Value.Features[j].Name).Select(name => Higgs.Value.Column(name).Select(v => (double)v).ToArray())];
        var table = new double[features, features];
        for (int i = 0; i < features; i++)
        {
            for (int j = 0; j < features; j++) table[i, j] = MathNet.Numerics.Statistics.Correlation.Pearson(columns[i], columns[j]);
        }
        return table;
    }

    private static Scored Score()
    {
        (TabularData train, TabularData test) = Split.Stratified(Higgs.Value, 0.25, seed: 42);
        Scaler scaler = Scaler.Fit(train);
        LogisticRegression model = LogisticRegression.Fit(scaler.Transform(train), new() { Solver = Solver.GradientDescent, MaxIterations = 60, Validation = scaler.Transform(test) });
        return new(model, test, model.PredictScore(scaler.Transform(test)));
    }

    private sealed record Scored(LogisticRegression Model, TabularData Data, float[] Score);
}

/// <summary>A figure of the gallery.</summary>
/// <param name="Kind">The method of <see cref="Chart"/> that draws it.</param>
/// <param name="Name">What it is called in the gallery.</param>
/// <param name="Draw">Draws it.</param>
internal sealed record GalleryFigure(string Kind, string Name, Func<Figure> Draw)
{
    private readonly Lazy<Figure> _figure = new(Draw);

    /// <summary>The figure, drawn once.</summary>
    public Figure Figure => _figure.Value;
}
