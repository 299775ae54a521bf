using HackLab.Charts;
using HackLab.Data;
using HackLab.Quantum;

namespace HackLab.Tests.Charts;

/// <summary>Figures of the kinds beyond lines, bars and histograms.</summary>
internal static partial class SampleFigures
{
    private const string LongName = "a class whose name is far too long to fit beside any figure that anybody would draw";

    private static Dictionary<string, Func<Figure>> Points => new()
    {
        ["scatter of two groups"] = () => Chart.Scatter([new("ground", Normal(80, -1), Other(80)),
            new("excited", Normal(80, 1), Other(80, 1))], new() { XLabel = "I [V]", YLabel = "Q [V]" }),
        ["scatter by class"] = () => Chart.Scatter(Samples.Data(90), "mass", "angle"),
        ["scatter of one point"] = () => Chart.Scatter([3.0], [1e-12]),
        ["scatter of equal points"] = () => Chart.Scatter([2, 2, 2.0], [5, 5, 5.0]),
        ["scatter of tiny and huge"] = () => Chart.Scatter(Normal(30, 0, 1e-12), Other(30, 0, 1e12)),
        ["scatter far from zero"] = () => Chart.Scatter(Normal(30, 1.7e9, 2), Other(30, 1e6, 1e-4),
            new() { XLabel = "time [s]" }),
        ["scatter in colours"] = () => Chart.Scatter(Normal(50), Other(50),
            new() { ColourBy = Normal(50), ColourLabel = "energy [GeV]",
            Names = [.. Enumerable.Range(0, 50).Select(i => $"star <{i}>")] }),
        ["scatter of thirty classes"] = () => Chart.Scatter([.. Enumerable.Range(0,
            30).Select(k => new Series($"class number {k}", Normal(10, k), Other(10, k)))]),
        ["scatter on log axes"] = () => Chart.Scatter(Skewed(600, 2), Skewed(600, 1),
            new() { XScale = Scale.Log, YScale = Scale.Log, XLabel = "period [d]" }),
        ["scatter of many"] = () => Chart.Scatter([new("a", Normal(6000), Other(6000)), new("b", Skewed(3000, 3), Normal(3000))]),
        ["line on a log axis"] = () => Chart.Line([.. Enumerable.Range(1, 200).Select(i => (double)i)],
            [.. Enumerable.Range(1, 200).Select(i => 1e-3 / i)], new() { YScale = Scale.Log, YLabel = "loss" }),
        ["line over many decades"] = () => Chart.Line([1, 2, 3.0], [1e-12, 1, 1e12], new() { YScale = Scale.Log }),
        ["line within a decade"] = () => Chart.Line([1, 2, 3.0], [30, 34, 39], new() { YScale = Scale.Log, XScale = Scale.Log }),
        ["thirty lines"] = () => Chart.Line([.. Enumerable.Range(0, 30).Select(k => new Series($"line number {k}", Normal(40)))]),
        ["annotated"] = () => Chart.Line([0, 50, 100.0], [1, 3, 2.0]).WithVerticalLine(80, "best epoch").WithHorizontalLine(2.5,
            "target").WithVerticalSpan(20, 40, "warm-up")
            .WithArrow(60, 1.2, 50, 3, "highest").WithText(10, 3.1, "here < it > begins"),
        ["error bars"] = () => Chart.ErrorBars([new("run 1", [1, 2, 3], [2, 4, 8], [0.5, 1, 2]),
            new("run 2", [1, 2, 3], [3, 4, 5], [1, 1, 1]) { XError = [0.1, 0.1, 0.2], YErrorLow = [0.5, 0.5, 0.5] }],
            new() { Lines = true, Curves = [new("fit", [1, 2, 3], [2, 4, 7])] }),
        ["error bars to zero on a log axis"] = () => Chart.ErrorBars([1, 10, 100.0], [1, 2, 3.0], [0.5, 2.5, 1],
            new() { XScale = Scale.Log, YScale = Scale.Log }),
        ["many error bars"] = () => Chart.ErrorBars([.. Enumerable.Range(0, 5000).Select(i => (double)i)], Normal(5000),
            [.. Enumerable.Repeat(0.3, 5000)]),
        ["residuals"] = () => Chart.Residuals(Normal(100, 10, 3), Other(100, 10, 3), new() { Quantity = "velocity [m/s]" }),
        ["pulls"] = () => Chart.Residuals(Normal(100, 10, 3), Other(100, 10, 3),
            new() { Quantity = "velocity [m/s]", Error = [.. Enumerable.Repeat(2.0, 100)] }),
        ["one perfect prediction"] = () => Chart.Residuals([1.0], [1.0]),
        ["many residuals"] = () => Chart.Residuals(Normal(6000), Other(6000)),
        ["precision and recall"] = () => Chart.PrecisionRecall([new("forest", [1, 0.5, 0], [0.1, 0.6, 1], 0.5),
            new(LongName, [0, 0.3, 1], [1, 0.9, 0.1], 0.6)], new() { Prevalence = 0.1 }),
        ["calibration"] = () => Chart.Calibration([.. Enumerable.Range(0, 500).Select(i => i * 7 % 500 < i ? 1 : 0)],
            [.. Enumerable.Range(0, 500).Select(i => i / 500f)]),
        ["two calibrations"] = () => Chart.Calibration([new("a", [0.1, 0.9], [0.2, 0.8], [10, 5]),
            new("b", [0.1, 0.9], [0.1, 1], [1, 2_000_000])]),
        ["bars with intervals"] = () => Chart.Bar(["forest", "boosting", "net"], [0.81, -0.84, 0.79],
            new() { Intervals = [(0.7, 0.9), (-0.9, -0.6), (0.75, 0.8)] }),
        ["groups of bars"] = () => Chart.Bar(["recall", LongName, "f"],
            [new Sample("forest", [0.8f, 0.7f, 0]), new Sample("net", [0.7f, -0.9f, 0.1f])], new() { XLabel = "score" }),
    };

    private static Dictionary<string, Func<Figure>> Matrices => new()
    {
        ["heat map with numbers"] = () => Chart.Heatmap(Wave(5, 5),
            new() { RowNames = ["m_bb", "m_wbb", "m_wwbb", LongName, "e"],
            ColumnNames = ["m_bb", "m_wbb", "m_wwbb", LongName, "e"], Quantity = "correlation", Range = (-1, 1) }),
        ["heat map of thirty classes"] = () => Chart.Heatmap(Wave(30, 30),
            new() { RowNames = ThirtyNames, ColumnNames = ThirtyNames }),
        ["heat map over numbers"] = () => Chart.Heatmap(Wave(60, 90),
            new() { XRange = (0, 30), YRange = (0, 20), XLabel = "time [s]", YLabel = "height [km]", Quantity = "wind [m/s]" }),
        ["heat map of one cell"] = () => Chart.Heatmap(new double[,] { { 1e-12 } }),
        ["heat map by ratio with gaps"] = () => Chart.Heatmap(new double[,] { { 1, 1000 }, { 0, double.NaN } },
            new() { ColourScale = Scale.Log, NonFinite = NonFinite.Drop }),
        ["image"] = () => Chart.Image(Ring(48, 64), 48, 64,
            new() { ColourMap = ColourMap.Inferno, Quantity = "brightness [counts]", PixelSize = 0.05, Unit = "arcsec" }),
        ["image of one pixel"] = () => Chart.Image([0f], 1, 1),
        ["image of noise"] = () => Chart.Image([.. Normal(400 * 300).Select(v => (float)v)], 300, 400,
            new() { ColourMap = ColourMap.Cividis }),
        ["photograph"] = () => Chart.Image(new RasterImage(40, 20, 4, 16,
            [.. Enumerable.Range(0, 40 * 20 * 4).Select(i => (ushort)(i * 77))])),
        ["labelled image"] = () => Chart.Image(Pictures, 3, new() { Channel = 1 }),
        ["grid of images"] = () => Chart.ImageGrid(Pictures, [0, 1, 1, 0, 1, 0, 1], new() { Count = 7 }),
        ["grid of two images"] = () => Chart.ImageGrid([new(Ring(32, 32), 32, 32, "coarse"), new(Ring(64, 64), 64, 64, LongName)],
            new() { SharedScale = false }),
        ["grid of hundred images"] = () => Chart.ImageGrid([.. Enumerable.Range(0,
            100).Select(_ => new ImageTile(Noise, 16, 16, "noise"))]),
        ["contours"] = () => Chart.Contour((x, y) => (x * x) + (4 * y * y), (-2, 2), (-1.5, 1.5),
            new() { XLabel = "w", YLabel = "b", Quantity = "loss" }),
        ["filled contours with points"] = () => Chart.Contour((x, y) => Math.Sin(x) * Math.Cos(y), (0, 6), (0, 6),
            new() { Filled = true, Points = [new("a", [1, 2, 3], [1, 2, 3]), new("b", [3, 4], [4, 1])] }),
        ["flat contours"] = () => Chart.Contour((_, _) => 1, (0.1, 6), (0.1, 6),
            new() { XScale = Scale.Log, YScale = Scale.Log, Filled = true }),
        ["spectrogram"] = () => Chart.Spectrogram(Chirp(4096), 1024, new() { Unit = "m" }),
        ["spectrogram by ratio"] = () => Chart.Spectrogram(Chirp(4096), 1024,
            new() { FrequencyScale = Scale.Log, FrequencyRange = (20, 500), Window = 128, Decibels = false }),
        ["spectrogram of silence"] = () => Chart.Spectrogram(new double[8], 1),
        ["attention"] = () => Chart.Attention(Weights(6), ["The", "Higgs", "boson", "decays", "to",
            "two bottom quarks and nothing else that we can see"]),
        ["attention of four heads"] = () => Chart.Attention([.. Enumerable.Range(0, 4).Select(_ => Weights(12))],
            [.. Enumerable.Range(0, 12).Select(i => $"token{i}")]),
        ["attention of long texts"] = () => Chart.Attention([.. Enumerable.Range(0, 6).Select(_ => Weights(64))],
            [.. Enumerable.Range(0, 64).Select(i => $"t{i}")]),
        ["confusion of thirty"] = () => Chart.ConfusionMatrix(Samples.Counts(30), ThirtyNames),
    };

    private static Dictionary<string, Func<Figure>> Distributions => new()
    {
        ["boxes"] = () => Chart.Box([new("signal", Floats(200, 1)), new(LongName, Floats(300, 0, 2)), new("one", [3f]),
            new("equal", [1f, 1f, 1f])], new() { XLabel = "m_bb [GeV]" }),
        ["boxes by class"] = () => Chart.Box(Samples.Data(90), "tail", new() { Scale = Scale.Log }),
        ["boxes of thirty classes"] = () => Chart.Box([.. ThirtyNames.Select((n, i) => new Sample(n, Floats(30, i)))]),
        ["violins"] = () => Chart.Violin([new("signal", Floats(200, 1)),
            new("two hills", [.. Floats(200, -3, 0.5), .. Floats(200, 3)]), new("one", [3f])]),
        ["violins on a log axis"] = () => Chart.Violin([new("a", [.. Skewed(300, 2).Select(v => (float)v)])],
            new() { Scale = Scale.Log }),
        ["histogram on log axes"] = () => Chart.Histogram([new Sample("a", [.. Skewed(900, 2).Select(v => (float)v)]),
            new Sample("b", [.. Skewed(900, 1).Select(v => (float)v)])], new() { XScale = Scale.Log, YScale = Scale.Log }),
        ["grid of figures"] = () => Chart.Grid([Chart.Scatter(Normal(50), Other(50)), Chart.Histogram(Floats(500, 0)),
            Chart.Heatmap(Wave(3, 3)), Chart.ConfusionMatrix(new long[,] { { 10, 2 }, { 3, 40 } }, ["no", "yes"]),
            Chart.Line([new("a", [1, 2]), new("b", [2, 1])], new() { Title = "two lines" })]),
        ["grid with shared axes"] = () => Chart.Grid([.. Enumerable.Range(0,
            4).Select(k => Chart.Line([0, 1, 2.0], [k, 1, 2.0 * k],
            new() { XLabel = "t [s]", YLabel = "x [m]", Title = $"run {k}" }))],
            new() { ShareX = true, ShareY = true, Title = "Runs" }),
    };

    private static Dictionary<string, Func<Figure>> Physics => new()
    {
        ["graph"] = () => Chart.Graph([.. Enumerable.Range(0,
            20).Select(i => new GraphNode($"node {i}", i % 3 == 0 ? "quark" : "gluon"))],
            [.. Enumerable.Range(1, 19).Select(i => new GraphEdge(i, (i - 1) / 2, i % 4))]),
        ["directed graph"] = () => Chart.Graph([new("in"), new(LongName), new("out")], [new(0, 1), new(1, 2, 3), new(2, 2)],
            new() { Directed = true }),
        ["large graph"] = () => Chart.Graph([.. Enumerable.Range(0, 300).Select(i => new GraphNode($"{i}"))],
            [.. Enumerable.Range(1, 299).SelectMany(i => (GraphEdge[])[new(i, i / 2), new(i, i * 7 % 300),
            new(i, i * 11 % 300)])]),
        ["graph with places"] = () => Chart.Graph([new("a") { Position = (0, 0) }, new("b") { Position = (1, 2), Radius = 20 }],
            [new(0, 1)], new() { XLabel = "η", YLabel = "φ [rad]" }),
        ["graph of one node"] = () => Chart.Graph([new("alone")], []),
        ["event"] = () => Chart.EventDisplay([new("muon", 45, 0.3, 1.2), new("b jet", 80, -1.1, -2.0, 9),
            new("b jet", 61, 1.6, -0.9), new("jet", 25, 2.9, 3.0), new("photon", 22, 0.1, 9)], new MissingMomentum(38, -0.4)),
        ["crowded event"] = () => Chart.EventDisplay([.. Enumerable.Range(0,
            200).Select(i => new EventParticle(i % 2 == 0 ? "charged hadron" : "photon", 1 + (i % 17), i % 13 * 0.05,
            i % 11 * 0.05))]),
        ["event at rest"] = () => Chart.EventDisplay([new("muon", 0, 0, 0)]),
        ["circuit"] = () => Chart.Circuit(3, [new("H", 0), new("X", 1) { Controls = [0] }, new("RX", 2) { Parameters = [0.523] },
            new("RY", 1) { ParameterName = "θ₁" }, new("Z", 2) { Controls = [1] },
            new("SWAP", 0, 2), new("Barrier"), new("X", 2) { Controls = [0, 1] },
                new("RZ", 0) { Controls = [2], Parameters = [Math.PI] }, new("QFT", 0, 1, 2), new("U", 0, 2), new("M", 0, 1, 2)]),
        ["long circuit"] = () => Chart.Circuit(4, [.. Enumerable.Range(0,
            60).Select(i => new CircuitGate("RY", i % 4) { Parameters = [i * 0.1], Controls = [(i + 1) % 4] })],
            new() { WireNames = ["a", "b", LongName, "d"] }),
        ["empty circuit"] = () => Chart.Circuit(1, []),
        ["computed circuit"] = () => Chart.Circuit(new QuantumCircuit(4).AmplitudeEncoding([0, 1]).H(2).CNOT(2, 3).Phase(0.5, 1)
            .RY(Angle.Parameter(0) + (Angle.Parameter(1) * Angle.Input(3)), 0).U(0.1, Angle.Parameter(2), 0.3, 3).SwapTest(2, [0], [1])),
        ["bloch sphere"] = () => Chart.BlochSphere(new QuantumCircuit(2).RY(1, 0).CRX(1, 0, 1).Run(), 1),
        ["bloch path"] = () => Chart.BlochSphere(
            [.. Enumerable.Range(0, 20).Select(i => new BlochVector(Math.Sin(i * 0.1), 0, Math.Cos(i * 0.1), i == 0 ? "start" : ""))],
            new() { Path = true, Title = "A turn about y" }),
    };

    private static float[] Noise { get; } = Floats(16 * 16, 0);

    private static string[] ThirtyNames => [.. Enumerable.Range(0, 30).Select(i => $"class number {i}")];

    private static LabelledImages Pictures { get; } = new("rings",
        [.. Enumerable.Range(0, 7).SelectMany(_ => Ring(12, 12).Concat(Ring(12, 12)))], [0, 1, 0, 1, 0, 1, 1],
        ["electron", "photon"], 12, 12, ["energy [GeV]", "time [ns]"]);

    private static double[] Normal(int n, double mean = 0, double sigma = 1)
    {
        var random = new Random(5 + n);
        return [.. Enumerable.Range(0,
            n).Select(_ => mean + (sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }

    private static double[] Other(int n, double mean = 0, double sigma = 1) => [.. Normal(n + 1, mean, sigma).Skip(1)];

    private static double[] Skewed(int n, double sigma) => [.. Normal(n, 0, sigma).Select(Math.Exp)];

    private static float[] Floats(int n, double mean, double sigma = 1) => [.. Normal(n, mean, sigma).Select(v => (float)v)];

    private static float[] Ring(int height, int width) =>
        [.. Enumerable.Range(0, height * width).Select(i =>
            (float)Math.Exp(-Math.Pow(Math.Sqrt(Math.Pow((i / width) - (height / 2.0), 2)
            + Math.Pow((i % width) - (width / 2.0), 2)) - (height / 3.0), 2) / height))];

    private static double[,] Wave(int rows, int columns)
    {
        var values = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) values[i, j] = Math.Sin((i * j / 10.0) + 1);
        }
        return values;
    }

    private static double[,] Weights(int n)
    {
        var weights = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++) weights[i, j] = 1.0 / (i + 1);
        }
        return weights;
    }

    private static double[] Chirp(int n) => [.. Enumerable.Range(0,
        n).Select(i => Math.Sin(2 * Math.PI * (i / 1024.0) * (30 + (20 * (i / 1024.0)))))];
}
