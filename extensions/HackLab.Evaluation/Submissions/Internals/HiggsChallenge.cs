using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning;

namespace HackLab.Evaluation.Internals;

/// <summary>Signal or background: one score per event, judged by the area under the ROC curve.</summary>
internal sealed class HiggsChallenge() : TableScoresChallenge("higgs", Datasets.Higgs.Features, "event", "signal", "background")
{
    // What everybody can learn from; the practice and the hidden set have other seeds.
    private const int LearningRows = 20_000;

    private const string LightGbm = "LightGBM docs", Paper = "Baldi 2014", Rows = "10.5 M rows";

    // Fitted once in a process; not kept if the cell was interrupted, as a model is then only half of one.
    private static readonly Lazy<(Scaler, LogisticRegression, GradientBoostingClassifier)> Fitted = new(Fit,
        LazyThreadSafetyMode.PublicationOnly);

    public override string Title => "Higgs boson: signal or background?";

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

    // A mass is positive and light ones look like signal: this falls from 1 to 0 and keeps the order.
    private static float[] BetweenZeroAndOne(float[] mass) => [.. mass.Select(m => 1 / (1 + Math.Max(0, m)))];

    private protected override TabularData Simulate(int rows, long seed) => Datasets.Higgs.Load(Size.Simulated(rows, seed));
}
