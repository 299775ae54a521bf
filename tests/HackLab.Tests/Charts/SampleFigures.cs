using HackLab.Charts;
using HackLab.Data;
using HackLab.Learning;

namespace HackLab.Tests.Charts;

/// <summary>Figures of all kinds, with data that are awkward to draw, for the tests of what holds for every figure.</summary>
internal static partial class SampleFigures
{
    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new Dictionary<string, Func<Figure>>(
        [.. Basic, .. Points, .. Matrices, .. Distributions, .. Physics]);

    private static Dictionary<string, Func<Figure>> Basic => new()
    {
        ["histogram by class"] = () => Chart.Histogram(Samples.Data(900), "mass"),
        ["histogram with a tail"] = () => Chart.Histogram(Samples.Data(900), "tail", new() { Title = "A long title that has to go on for more than one line, because it says so much" }),
        ["histogram of one value"] = () => Chart.Histogram([3f, 3f, 3f], new() { XLabel = "length [m]" }),
        ["histogram of tiny values"] = () => Chart.Histogram([1e-7f, 3e-7f, 2.5e-7f]),
        ["counts of three classes"] = () => Chart.Histogram([new Sample("a & <b>", [1, 2, 2]), new Sample("ü \u0007 😀", [2, 3]), new Sample("c", [9])], new() { Heights = BinHeight.Count }),
        ["grid"] = () => Chart.Histograms(Samples.Data(900)),
        ["grid of 28"] = () => Chart.Histograms(Samples.Data(900, 28), options: new() { Columns = 4 }),
        ["line"] = () => Chart.Line([0, 1, 2], [1e9, 2.25e9, -1e9], new() { XLabel = "time [s]", YLabel = "counts per minute [1/min]" }),
        ["one point"] = () => Chart.Line([new Series("p", [5.0])]),
        ["seven lines"] = () => Chart.Line([.. Enumerable.Range(0, 7).Select(k => new Series($"line number {k}", [.. Enumerable.Range(0, 25).Select(i => Math.Sin((i * 0.3) + k))]))]),
        ["learning curve"] = () => Chart.LearningCurve([.. Enumerable.Range(0, 80).Select(i => new TrainingStep(i, 0.7 / (1 + i), 0.8 / (1 + i), TimeSpan.Zero))]),
        ["roc"] = () => Chart.Roc([0, 0.1, 0.4, 1], [0, 0.6, 0.9, 1], 0.82),
        ["three rocs"] = () => Chart.Roc([.. Enumerable.Range(1, 3).Select(k => new RocSeries($"model {k}", [0, 0.2, 1], [0, 0.2 * k, 1], 0.5 + (0.1 * k)))], new() { ClassNames = ["no", "yes"] }),
        ["bars"] = () => Chart.Bar([new("m_wwbb", -0.93), new("a feature with a name that is far too long to fit the margin of any figure", 0.638), new("zero", 0), new("jet", 0.001)]),
        ["bars below zero"] = () => Chart.Bar(["a", "b"], [-1e-9, -3e-9]),
        ["forty bars"] = () => Chart.Bar([.. Enumerable.Range(0, 40).Select(i => $"bar {i}")], [.. Enumerable.Range(0, 40).Select(i => (double)i * i)]),
        ["confusion"] = () => Chart.ConfusionMatrix(new long[,] { { 50, 23 }, { 25, 62 } }, ["background", "signal"]),
        ["confusion of ten"] = () => Chart.ConfusionMatrix(Samples.Counts(10), [.. Enumerable.Range(0, 10).Select(i => $"class number {i}")]),
    
    };
}
