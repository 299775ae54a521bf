using HackLab.Charts;
using static HackLab.Notebooks.Tests.Gallery.GalleryData;

namespace HackLab.Notebooks.Tests.Gallery;

/// <summary>Every kind of figure at least once, as lessons would draw it.</summary>
internal static class GalleryFigures
{
    private static readonly string[] Masses6 = ["m_jj", "m_jjj", "m_lv", "m_jlv", "m_bb", "m_wbb"];
    private static readonly string[] Words = ["the", "two", "photons", "point", "to", "one", "vertex"];

    /// <summary>The figures in the page's order.</summary>
    public static IReadOnlyList<GalleryFigure> All { get; } =
    [
        new(nameof(Chart.Line), "curve", () =>
            Chart.Line(Steps(200), [.. Steps(200).Select(t => Math.Exp(-t / 60) * Math.Cos(t / 7))], new()
        {
            Title = "A damped oscillation", XLabel = "time [ms]", YLabel = "signal [mV]",
        })),
        new(nameof(Chart.Line), "lines", () => Chart.Line(
            [new("training", [.. Steps(12).Select(e => 0.4 + (0.3 / (1 + e)))]),
                new("validation", [.. Steps(12).Select(e => 0.45 + (0.25 / (1 + e)) + (0.004 * e))])],
            new() { Title = "Loss by epoch", XLabel = "epoch", YLabel = "mean log loss" })),
        new(nameof(Chart.Line), "power-law", () => Chart.Line(
            [new("energy", [.. Steps(60).Select(i => Math.Pow(10, i / 12))], [.. Steps(60)
                .Select(i => 3e4 * Math.Pow(10, -2.7 * i / 12))])],
            new() { Title = "A spectrum that falls by 2.7 powers of ten per decade", XLabel = "energy [GeV]",
                YLabel = "flux [1/(m² s sr GeV)]", XScale = Scale.Log, YScale = Scale.Log })),
        new(nameof(Chart.Line), "million", () =>
            Chart.Line([.. Enumerable.Range(0, 1_000_000).Select(i => i * 4e-6)], Walk(1_000_000), new()
        {
            Title = "A million steps of a random walk", XLabel = "time [s]", YLabel = "position [μm]",
        })),
        new(nameof(Chart.LearningCurve), "learning", () => Chart.LearningCurve(Test.Model.Log)),
        new(nameof(Chart.Scatter), "scatter", () => Chart.Scatter(Higgs.Take([.. Enumerable.Range(0, 600)]), "m_bb", "m_wwbb")),
        new(nameof(Chart.Scatter), "many-points", () =>
            Chart.Scatter(Walk(300_000), Noise(300_000),
            new() { Title = "More points than pixels", XLabel = "walk [m]", YLabel = "noise [V]" })),
        new(nameof(Chart.ErrorBars), "errors", () =>
            Chart.ErrorBars(Steps(25), Decay(25), [.. Decay(25).Select(n => Math.Sqrt(n))], new()
        {
            Title = "Decays of a source", XLabel = "time [min]", YLabel = "rate [1/min]",
        }).WithHorizontalLine(40, "background").WithText(14, 700, "half-life 5.2 min")),
        new(nameof(Chart.Histogram), "histogram", () => Chart.Histogram(Higgs, "m_bb")),
        new(nameof(Chart.Histograms), "histograms", () => Chart.Histograms(Higgs, ["m_bb", "m_wbb", "m_wwbb", "jet_1_pt"])),
        new(nameof(Chart.Box), "box", () => Chart.Box(Higgs, "m_bb")),
        new(nameof(Chart.Violin), "violin", () => Chart.Violin(Higgs, "m_wwbb")),
        new(nameof(Chart.Bar), "bars", () => Chart.Bar(Test.Model)),
        new(nameof(Chart.Bar), "groups", () => Chart.Bar(
            ["axion", "cdm", "no"], (Sample[])[new("forest", [0.81f, 0.74f, 0.92f]), new("network", [0.93f, 0.88f, 0.97f])],
                new() { Title = "Recall by class", XLabel = "recall" })),
        new(nameof(Chart.Heatmap), "heatmap", () => Chart.Heatmap(Correlations(Masses6), new()
        {
            Title = "How masses go together", RowNames = Masses6, ColumnNames = Masses6, Quantity = "correlation",
                Range = (-1, 1),
        })),
        new(nameof(Chart.Contour), "contour", () =>
            Chart.Contour((x, y) => Math.Pow(1 - x, 2) + (5 * Math.Pow(y - (x * x), 2)), (-1.5, 1.5), (-0.5, 2), new()
        {
            Title = "Rosenbrock's valley", XLabel = "first weight", YLabel = "second weight",
        })),
        new(nameof(Chart.Spectrogram), "spectrogram", () =>
            Chart.Spectrogram(Chirp(), 2048, new() { Title = "A rising tone in noise" })),
        new(nameof(Chart.Image), "image", () => Chart.Image(Lenses, 0)),
        new(nameof(Chart.ImageGrid), "images", () => Chart.ImageGrid(Lenses.Take([.. Enumerable.Range(0, 12)]))),
        new(nameof(Chart.Roc), "roc", () => Chart.Roc([Roc()])),
        new(nameof(Chart.PrecisionRecall), "precision", () => Chart.PrecisionRecall([PrecisionRecall()])),
        new(nameof(Chart.Calibration), "calibration", () => Chart.Calibration(Test.Data.Y, Test.Score)),
        new(nameof(Chart.ConfusionMatrix), "confusion", () =>
            Chart.ConfusionMatrix(new long[,] { { 540, 210 }, { 190, 560 } }, ["background", "signal"])),
        new(nameof(Chart.Residuals), "residuals", () => Chart.Residuals(
            Masses(1500), [.. Masses(1500).Zip(Noise(1500)).Select(p => p.First + (4 * p.Second))],
                new() { Quantity = "mass [GeV]" })),
        new(nameof(Chart.Residuals), "many-residuals", () => Chart.Residuals(
            Masses(200_000), [.. Masses(200_000).Zip(Noise(200_000)).Select(p => p.First + (4 * p.Second))],
                new() { Quantity = "mass [GeV]" })),
        new(nameof(Chart.Attention), "attention", () => Chart.Attention(Weights(Words.Length, 1), Words)),
        new(nameof(Chart.Attention), "heads", () =>
            Chart.Attention([Weights(Words.Length, 0), Weights(Words.Length, 1), Weights(Words.Length, 2)], Words)),
        new(nameof(Chart.EventDisplay), "event", () => Chart.EventDisplay(
            [new("muon", 45, 0.3, 1.2), new("b jet", 80, -1.1, -2.0), new("b jet", 62, 0.4, 2.9), new("jet", 38, 1.9, -0.6)],
                new MissingMomentum(38, -0.4))),
        new(nameof(Chart.Graph), "graph", () => Chart.Graph(
            [.. Enumerable.Range(0, 16).Select(i => new GraphNode($"hit {i}"))],
            [.. Enumerable.Range(0, 16).Select(i => new GraphEdge(i, (i + 1) % 16)), .. Enumerable.Range(0, 4)
                .Select(i => new GraphEdge(4 * i, ((4 * i) + 6) % 16, 3))],
            new() { Title = "Hits of two tracks" })),
        new(nameof(Chart.Circuit), "circuit", () =>
            Chart.Circuit(3, [new("H", 0), new("X", 1) { Controls = [0] }, new("RY", 2), new("X", 2) { Controls = [1] },
            new("M", 0, 1, 2)])),
        new(nameof(Chart.BlochSphere), "bloch-sphere", () =>
            Chart.BlochSphere([new(0, 0, 1, "before"), new(0.71, 0, 0.71, "after RY(π/4)"), new(0, -0.4, -0.3, "mixed")])),
        new(nameof(Chart.Grid), "grid", () => Chart.Grid(
            [
                Chart.Line(Steps(200), [.. Steps(200).Select(t => Math.Sin(t / 20))],
                    new() { Title = "position", XLabel = "time [s]", YLabel = "x [m]" }),
                Chart.Line(Steps(200), [.. Steps(200).Select(t => Math.Cos(t / 20) / 20)],
                    new() { Title = "velocity", XLabel = "time [s]", YLabel = "v [m/s]" }),
            ], new() { Columns = 1, ShareX = true })),
    ];
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
