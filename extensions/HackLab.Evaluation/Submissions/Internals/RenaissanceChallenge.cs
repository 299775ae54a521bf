using System.Globalization;
using HackLab.Data;
using HackLab.Data.Files;
using HackLab.Data.Hosting;
using HackLab.Data.Renaissance;
using HackLab.Learning;
using HackLab.Simulation.Numerics;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Lines of old Spanish print: a text for each, judged by the character error rate under the challenge's rules, all errors over all
/// characters. Lines of whole simulated pages are shuffled, so that a line's number says nothing of its neighbours.
/// </summary>
internal sealed class RenaissanceChallenge : Challenge
{
    private const string Scan = "pages 10 and 11 of the real scan";

    // Fitted once in a process, on the sample that everybody has.
    private static readonly Lazy<GlyphReader> Glyphs = new(() => GlyphReader.Fit(Datasets.Renaissance.Load(Size.Sample).Lines));

    public override string Id => "renaissance";

    public override string Title => "RenAIssance: read a book of 1637";

    public override string Metric => "character error rate";

    public override bool HigherIsBetter => false;

    public override string EvaluationFile => "renaissance-evaluation.pgm";

    public override IReadOnlyList<PredictionFormat> Files { get; } = [new LineTextFormat("renaissance-lines.txt", "what each line says")];

    public override IReadOnlyList<PredictionFormat> TruthFiles { get; } = [new LineTextFormat("renaissance-truth.txt", "what each line says")];

    public override IReadOnlyList<PublishedResult> Published { get; } =
        [new("Tesseract 5.3, Spanish model", 0.124, Scan, "measured for this course, page layout errors included")];

    public override Interval Score(
        IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth, BootstrapOptions options)
    {
        IReadOnlyList<ReadLine> lines = Judge(predictions, truth);
        return Bootstrap.Interval(lines.Count, drawn => Rate(lines, drawn), options);
    }

    public override double? PValue(
        IReadOnlyList<PredictionContent> a, IReadOnlyList<PredictionContent> b, IReadOnlyList<PredictionContent> truth)
    {
        (IReadOnlyList<ReadLine> one, IReadOnlyList<ReadLine> other) = (Judge(a, truth), Judge(b, truth));
        return Bootstrap.Difference(one.Count, drawn => Rate(one, drawn), drawn => Rate(other, drawn)).PValue;
    }

    public override Truth Make(int rows, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        LineImage[] lines = [.. LineSimulator.Generate(rows, seed, cancellation: NotebookHost.Token)];
        new SeededRandom(seed).Shuffle<LineImage>(lines);
        string name = seed == PracticeSeed ? "practice (texts can be made by anybody)" : "simulated, hidden texts";
        string texts = string.Concat(lines.Select((line, i) => Words.Of($"{i + 1}\t{line.Text}\n")));
        // Read again from its own bytes, so that the set in memory is the one in the file to the last shade of grey.
        return new Truth(ToSet(LineSheet.Write(lines), EvaluationFile, name), [new PredictionText(texts)], seed);
    }

    public override EvaluationSet LoadEvaluation(string path)
    {
        byte[] bytes = InputFile.Read(path, file => file.ReadRest(16 * PackLimits.MostBytes, "lines"));
        return ToSet(bytes, path, Path.GetFileName(path));
    }

    public override IReadOnlyList<Submission> Baselines(EvaluationSet evaluation)
    {
        TabularData rows = evaluation.Rows ?? throw new ArgumentException("The set has no lines.", nameof(evaluation));
        var read = new string[rows.Count];
        Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = NotebookHost.Token }, i =>
            read[i] = Glyphs.Value.Read(LineSheet.Line(rows, i)));
        return
        [
            Baseline("nothing but de", [.. read.Select(_ => "de de de de de de de de de de de de de")]),
            Baseline("mean glyphs, tried everywhere", read),
        ];

        Submission Baseline(string model, string[] texts) => Submission.Of(
            evaluation, [new PredictionText(string.Concat(texts.Select((text, i) => $"{evaluation.Ids[i]}\t{text}\n")))],
            new SubmissionCard { Team = "baseline", Model = model, Used = Words.Of($"the sample of {Datasets.Renaissance.Load(Size.Sample).Count} lines") });
    }

    private EvaluationSet ToSet(byte[] bytes, string where, string name)
    {
        TabularData rows = LineSheet.Read(bytes, where, name);
        return new EvaluationSet(this, name, [.. Enumerable.Range(1, rows.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))], bytes, rows);
    }

    private static IReadOnlyList<ReadLine> Judge(IReadOnlyList<PredictionContent> read, IReadOnlyList<PredictionContent> truth) =>
        Metrics.ReadingReport(LineTextFormat.Texts(truth[0]), LineTextFormat.Texts(read[0]), TextNormalization.Renaissance).Lines;

    private static double Rate(IReadOnlyList<ReadLine> lines, int[] drawn)
    {
        long errors = 0, characters = 0;
        foreach (int i in drawn) (errors, characters) = (errors + lines[i].CharacterErrors, characters + lines[i].Characters);
        return characters == 0 ? double.NaN : (double)errors / characters;
    }
}
