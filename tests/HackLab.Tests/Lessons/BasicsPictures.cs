using HackLab.Charts;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;
using static TorchSharp.torch;

namespace HackLab.Tests.Lessons;

/// <summary>
/// The six pictures of <c>notebooks/ml-basics.md</c>, made of the same data as its examples. Galaxies: E. Hubble, Proceedings of the
/// National Academy of Sciences 15, 168 (1929), table 1: distances in megaparsecs, speeds in km/s.
/// </summary>
internal static class BasicsPictures
{
    private static readonly double[] Distance =
    [
        0.032, 0.034, 0.214, 0.263, 0.275, 0.275, 0.45, 0.5, 0.5, 0.63, 0.8, 0.9,
        0.9, 0.9, 0.9, 1.0, 1.1, 1.1, 1.4, 1.7, 2.0, 2.0, 2.0, 2.0,
    ];

    private static readonly double[] Speed =
    [
        170, 290, -130, -70, -185, -220, 200, 290, 270, 200, 300, -30,
        650, 150, 500, 920, 450, 500, 500, 960, 500, 850, 800, 1090,
    ];

    /// <summary>File names without ending, and how each picture is made.</summary>
    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new Dictionary<string, Func<Figure>>
    {
        ["1-examples"] = Examples,
        ["2-knobs"] = Knobs,
        ["3-descent"] = Descent,
        ["4-overfitting"] = Overfitting,
        ["5-judging"] = Judging,
        ["6-networks"] = Networks,
    };

    private static Figure Examples() => Chart.ImageGrid(
        Datasets.LensingClasses.Load(HackLab.Data.Size.Sample), options: new ImageOptions
        {
            Title = "Examples with labels: twelve simulated gravitational lenses", Count = 12, Columns = 6, ColourBar = false,
        });

    private static Figure Knobs() => Chart.ErrorBars([new ErrorSeries("galaxies", Distance, Speed, new double[24])], new()
    {
        Title = "One knob, three settings",
        XLabel = "distance [Mpc]", YLabel = "speed away from us [km/s]",
        Curves = [Line(200), Line(424), Line(700)],
    });

    private static Series Line(double knob) => new($"knob at {knob}", [0, 2.1], [0, 2.1 * knob]);

    private static Figure Descent()
    {
        double[] knobs = [.. Enumerable.Range(0, 86).Select(i => 10.0 * i)];
        List<double> steps = [0];
        for (int step = 0; step < 12; step++) steps.Add(steps[^1] - (0.1 * Slope(steps[^1])));
        return Chart.ErrorBars([new ErrorSeries("twelve steps", steps, [.. steps.Select(Loss)], new double[steps.Count])], new()
        {
            Title = "Walking down the loss",
            XLabel = "knob [km/s per Mpc]", YLabel = "loss [(km/s)²]", YRange = (0, 300_000), Lines = true,
            Curves = [new Series("loss", knobs, [.. knobs.Select(Loss)])],
        }).WithArrow(560, 150_000, 424, 52_000, "lowest: here the slope is zero");
    }

    private static double Loss(double knob) => Distance.Zip(Speed, (d, v) => Math.Pow((knob * d) - v, 2)).Average();

    private static double Slope(double knob) => Distance.Zip(Speed, (d, v) => 2 * d * ((knob * d) - v)).Average();

    private static Figure Overfitting()
    {
        var points = new NoisyDecay();
        double[] degrees = [.. Enumerable.Range(1, 12).Select(d => (double)d)];
        Figure fits = Chart.ErrorBars([points.Measured()], new()
        {
            Title = "Three models of 14 points", XLabel = "time [scaled to −1 … 1]", YLabel = "magnetisation [per spin]",
            Curves = [points.Curve(1), points.Curve(4), points.Curve(12)],
        });
        Figure errors = Chart.Line(
            [
                new Series("on the 14 points", degrees, [.. degrees.Select(d => points.Error((int)d, unseen: false))]),
                new Series("on others", degrees, [.. degrees.Select(d => points.Error((int)d, unseen: true))]),
            ],
            new() { Title = "More knobs, smaller error?", XLabel = "degree of the polynomial", YLabel = "error [per spin]" });
        return Chart.Grid([fits, errors], new() { Title = "Overfitting", Width = 960, Height = 330 });
    }

    private static Figure Judging()
    {
        (TabularData train, TabularData test) = Split.Stratified(Datasets.Higgs.Load(HackLab.Data.Size.Sample), 0.2);
        float[] score = GradientBoostingClassifier.Fit(train).PredictScore(test);
        float[] near = [.. test.Column("m_bb").Select(mass => -Math.Abs(mass - 0.9f))];
        Figure roc = Chart.Roc(
            [Metrics.Roc(test, score).ToSeries("boosted trees"), Metrics.Roc(test, near).ToSeries("m_bb near 0.9")],
            new() { Title = "All thresholds", XLabel = "background let in", YLabel = "signal found" });
        Figure matrix = Metrics.ConfusionMatrix(test, score).ToFigure(new() { Title = "One threshold, 0.5" });
        return Chart.Grid([roc, matrix], new() { Title = "Judging a model: a thousand events that it had not seen", Width = 960, Height = 420 });
    }

    private static Figure Networks()
    {
        double[] x = [.. Enumerable.Range(0, 61).Select(i => (i / 10.0) - 3)];
        double[] bent = [.. x.Select(v => Math.Max(0, v + 2) - (2 * Math.Max(0, v)) + (1.5 * Math.Max(0, v - 1)))];
        Figure neurons = Chart.Line(x, bent, new() { Title = "A sum of three bent lines", XLabel = "what goes in", YLabel = "what comes out" });
        LabelledImages lenses = Datasets.LensingClasses.Load(HackLab.Data.Size.Sample);
        Tensor picture = tensor(lenses.Image(0).ToArray(), [1, 1, 64, 64]);
        Tensor edges = nn.functional.conv2d(picture, tensor(new float[] { -1, 0, 1, -2, 0, 2, -1, 0, 1 }, [1, 1, 3, 3]));
        return Chart.Grid(
            [
                Layers(), neurons,
                Chart.Image(lenses, 0, new() { Title = "What goes into a convolution" }),
                Chart.Image(edges.data<float>().ToArray(), 62, 62, new() { Title = "After one filter: upright edges", ColourMap = ColourMap.Diverging, Quantity = "answer of the filter" }),
            ],
            new() { Title = "Networks: layers, bends, filters", Width = 960, Height = 330 });
    }

    /// <summary>Three numbers in, two hidden layers of four, one number out; every node is joined to every node of the next layer.</summary>
    private static Figure Layers()
    {
        int[] sizes = [3, 4, 4, 1];
        string[] groups = ["goes in", "hidden", "hidden", "comes out"];
        List<GraphNode> nodes = [];
        List<GraphEdge> edges = [];
        for (int layer = 0, first = 0; layer < sizes.Length; first += sizes[layer++])
        {
            for (int i = 0; i < sizes[layer]; i++)
            {
                nodes.Add(new GraphNode("", groups[layer]) { Position = (layer, ((sizes[layer] - 1) / 2.0) - i) });
                for (int j = 0; layer + 1 < sizes.Length && j < sizes[layer + 1]; j++) edges.Add(new GraphEdge(first + i, first + sizes[layer] + j));
            }
        }
        return Chart.Graph(nodes, edges, new() { Title = "Layers: each line is a knob", Names = false });
    }

    /// <summary>A simulated decay of magnetisation, measured with noise of 0.03: 14 points to fit, 13 between them.</summary>
    private sealed class NoisyDecay
    {
        private readonly double[] _time = [.. Enumerable.Range(0, 157).Select(i => (i / 78.0) - 1)];
        private readonly float[] _signal;

        public NoisyDecay()
        {
            var random = new Random(3);
            _signal = [.. Datasets.Nmr.Load(HackLab.Data.Size.Sample).Imag.Skip(5 * 471).Take(157).Select(m => m + (0.1f * (random.NextSingle() - 0.5f)))];
        }

        public ErrorSeries Measured()
        {
            int[] rows = Every(0);
            return new ErrorSeries("measured", [.. rows.Select(i => _time[i])], [.. rows.Select(i => (double)_signal[i])], [.. rows.Select(_ => 0.03)]);
        }

        public Series Curve(int degree) => new($"degree {degree}", _time, [.. Predict(Every(), degree).Select(y => (double)y)]);

        public double Error(int degree, bool unseen)
        {
            int[] rows = Every(unseen ? 6 : 0);
            return Math.Sqrt(rows.Zip(Predict(rows, degree), (i, yHat) => Math.Pow(_signal[i] - yHat, 2)).Average());
        }

        private float[] Predict(int[] rows, int degree)
        {
            int[] train = Every(0);
            return LinearRegression.Fit(Powers(train, degree), [.. train.Select(i => _signal[i])]).Predict(Powers(rows, degree));
        }

        private float[] Powers(int[] rows, int degree) =>
            [.. rows.SelectMany(i => Enumerable.Range(1, degree).Select(p => (float)Math.Pow(_time[i], p)))];

        private int[] Every(int? first = null) => [.. Enumerable.Range(0, _time.Length).Where(i => first is null || i % 12 == first)];
    }
}
