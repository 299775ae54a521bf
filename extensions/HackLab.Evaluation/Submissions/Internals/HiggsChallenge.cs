using System.Globalization;
using System.Text;
using HackLab.Data;
using HackLab.Data.Files;
using HackLab.Data.Hosting;
using HackLab.Learning;

namespace HackLab.Evaluation.Internals;

/// <summary>Signal or background: one score per event, judged by the area under the ROC curve.</summary>
internal sealed class HiggsChallenge : Challenge
{
    // What everybody can learn from; the practice and the hidden set have other seeds.
    private const int LearningRows = 20_000;

    private const string LightGbm = "LightGBM docs", Paper = "Baldi 2014", Rows = "10.5 M rows";

    private static readonly TableFormat Features =
        new("higgs-evaluation.csv",
            [.. Datasets.Higgs.Features.Select(f => new PredictionColumn(f.Name, f.Description))]) { IdColumn = "id" };

    // Fitted once in a process; not kept if the cell was interrupted, as a model is then only half of one.
    private static readonly Lazy<(Scaler, LogisticRegression, GradientBoostingClassifier)> Fitted = new(Fit,
        LazyThreadSafetyMode.PublicationOnly);

    public override string Id => "higgs";

    public override string Title => "Higgs boson: signal or background?";

    public override string Metric => "AUC";

    public override IReadOnlyList<PredictionFormat> Files { get; } =
    [
        new TableFormat("higgs-scores.csv",
            new PredictionColumn("score", "how much the event looks like signal", 0, 1)) { IdColumn = "id" },
    ];

    public override IReadOnlyList<PredictionFormat> TruthFiles { get; } =
    [
        new TableFormat("higgs-truth.csv",
            new PredictionColumn("label", "1 for signal, 0 for background", 0, 1)) { IdColumn = "id" },
    ];

    public override IReadOnlyList<PublishedResult> Published { get; } =
    [
        // P. Baldi, P. Sadowski, D. Whiteson, Nature Communications 5, 4308 (2014), table 1; LightGBM documentation, Experiments.
        new("deep network", 0.885, Rows, Paper),
        new("deep network, low-level", 0.880, Rows, Paper),
        new("LightGBM, 500 trees", 0.8457, Rows, LightGbm),
        new("XGBoost, 500 trees", 0.8396, Rows, LightGbm),
        new("shallow network", 0.816, Rows, Paper),
        new("boosted trees", 0.81, Rows, Paper),
    ];

    public override Interval Score(
        IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth, BootstrapOptions options)
    {
        float[] score = Column(predictions);
        return Metrics.BootstrapInterval(Labels(truth), score, resamples: options.Resamples, level: options.Level,
            seed: options.Seed);
    }

    public override double? PValue(
        IReadOnlyList<PredictionContent> a, IReadOnlyList<PredictionContent> b, IReadOnlyList<PredictionContent> truth) =>
        PairedTest.DeLong(Labels(truth), Column(a), Column(b)).PValue;

    public override Truth Make(int rows, long seed)
    {
        TabularData events = Datasets.Higgs.Load(Size.Simulated(rows, seed));
        string[] ids = [.. Enumerable.Range(1, rows).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        string name = seed == PracticeSeed ? "practice (labels can be made by anybody)" : "simulated, hidden labels";
        var labels = new PredictionTable(ids, [.. events.Y.Select(label => (double)label)], 1);
        // Read again from its own text, so that the set in memory is the one in the file to the last digit.
        return new Truth(ToSet(Text(ids, events), EvaluationFile, name), [labels], seed);
    }

    public override EvaluationSet LoadEvaluation(string path)
    {
        byte[] bytes = InputFile.Read(path, file => file.ReadRest(16 * PackLimits.MostBytes, "events"));
        return ToSet(bytes, path, Path.GetFileName(path));
    }

    public override IReadOnlyList<Submission> Baselines(EvaluationSet evaluation)
    {
        TabularData rows = evaluation.Rows ?? throw new ArgumentException("The set has no features.", nameof(evaluation));
        (Scaler scaler, LogisticRegression logistic, GradientBoostingClassifier boosting) = Fitted.Value;
        string used = Words.Of($"{LearningRows:N0} simulated events, seed {Size.Simulated(1).Seed}");
        return
        [
            Baseline("-m_bb alone", 0, BetweenZeroAndOne(rows.Column("m_bb"))),
            Baseline("logistic regression", rows.FeatureCount + 1, logistic.PredictScore(scaler.Transform(rows))),
            Baseline("gradient boosting, defaults", null, boosting.PredictScore(rows)),
        ];

        Submission Baseline(string model, long? parameters, float[] score) =>
            Submission.Of(evaluation, score,
                new SubmissionCard { Team = "baseline", Model = model, Used = used, Parameters = parameters });
    }

    private static (Scaler, LogisticRegression, GradientBoostingClassifier) Fit()
    {
        TabularData learn = Datasets.Higgs.Load(Size.Simulated(LearningRows));
        Scaler scaler = Scaler.Fit(learn);
        var fitted = (scaler, LogisticRegression.Fit(scaler.Transform(learn)), GradientBoostingClassifier.Fit(learn));
        NotebookHost.Token.ThrowIfCancellationRequested();
        return fitted;
    }

    private static float[] Column(IReadOnlyList<PredictionContent> contents) => ((PredictionTable)contents[0]).Column();

    private static int[] Labels(IReadOnlyList<PredictionContent> truth) =>
        [.. ((PredictionTable)truth[0]).Values.Select(label => (int)label)];

    // A mass is positive and light ones look like signal: this falls from 1 to 0 and keeps the order.
    private static float[] BetweenZeroAndOne(float[] mass) => [.. mass.Select(m => 1 / (1 + Math.Max(0, m)))];

    private static EvaluationSet ToSet(byte[] bytes, string where, string name)
    {
        var table = (PredictionTable)Features.Read(bytes, where);
        if (table.Rows == 0)
            throw new DataFormatException(where, "at least one event", "none", "Ask the tutor for the file again.");
        if (Features.Problems(table, table.Ids!) is [var problem, ..])
            throw new DataFormatException(where, "events to predict", problem, "Ask the tutor for the file again.");
        float[] x = [.. table.Values.Select(value => (float)value)];
        var rows = new TabularData($"HIGGS, {name}", Datasets.Higgs.Features, x, new int[table.Rows], ["not told"]);
        return new EvaluationSet(Challenges.Higgs, name, table.Ids!, bytes, rows);
    }

    private static byte[] Text(string[] ids, TabularData events)
    {
        var text = new StringBuilder("id");
        foreach (Feature feature in events.Features) text.Append(',').Append(feature.Name);
        text.Append('\n');
        for (int i = 0; i < ids.Length; i++)
        {
            text.Append(ids[i]);
            foreach (float value in events.Row(i)) text.Append(CultureInfo.InvariantCulture, $",{value}");
            text.Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
