using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning;
using HackLab.Simulation.Calorimeter;

namespace HackLab.Evaluation.Internals;

/// <summary>Electron or photon: one score per image, judged by the area under the ROC curve. A row holds the energies of an image.</summary>
internal sealed class ParticleImagesChallenge() : TableScoresChallenge("particle-images", Pixels, "image", "an electron", "a photon")
{
    // What everybody can learn from; the practice and the hidden set have other seeds.
    private const int LearningRows = 4_000;

    private const int Centre = (ParticleImageSimulator.Side / 2 * ParticleImageSimulator.Side) + (ParticleImageSimulator.Side / 2);

    private const string Rows = "498,000 published images";

    // Fitted once in a process; not kept if the cell was interrupted, as a model is then only half of one.
    private static readonly Lazy<LogisticRegression> Line = new(Fit, LazyThreadSafetyMode.PublicationOnly);

    private static IReadOnlyList<Feature> Pixels { get; } =
        [.. Enumerable.Range(0, ParticleImageSimulator.Side * ParticleImageSimulator.Side).Select(p => new Feature($"pixel {p}"))];

    public override string Title => "Particle images: electron or photon?";

    public override IReadOnlyList<PublishedResult> Published { get; } =
    [
        // README of ML4SCI's QMLHEP (Muten) for the residual net; sidhu2690 and Vignesh142 for tests of Google Summer of Code.
        new("convolutional network", 0.806, Rows, "sidhu2690, validation images"),
        new("residual network", 0.80, Rows, "ML4SCI, QMLHEP"),
    ];

    public override IReadOnlyList<Submission> Baselines(EvaluationSet evaluation)
    {
        TabularData rows = evaluation.Rows ?? throw new ArgumentException("The set has no pixels.", nameof(evaluation));
        string used = Words.Of($"{LearningRows:N0} simulated images, seed {Size.Simulated(1).Seed}");
        // Electrons have less energy in the hottest crystal: this falls from 1 to 0 and keeps the order.
        float[] centre = [.. Enumerable.Range(0, rows.Count).Select(i => 1 / (1 + Math.Max(0, rows.Row(i)[Centre])))];
        return
        [
            Baseline("minus the hottest crystal", 0, centre),
            Baseline("logistic regression on pixels", rows.FeatureCount + 1, Line.Value.PredictScore(Roots(rows))),
        ];

        Submission Baseline(string model, long? parameters, float[] score) =>
            Submission.Of(evaluation, score, new SubmissionCard { Team = "baseline", Model = model, Used = used, Parameters = parameters });
    }

    private protected override TabularData Simulate(int rows, long seed) =>
        Datasets.ParticleImages.Load(Size.Simulated(rows, seed)).ToTabularData();

    private static LogisticRegression Fit()
    {
        TabularData learn = Datasets.ParticleImages.Load(Size.Simulated(LearningRows)).ToTabularData();
        LogisticRegression line = LogisticRegression.Fit(Roots(learn), new LogisticRegressionOptions { C = 0.01 });
        NotebookHost.Token.ThrowIfCancellationRequested();
        return line;
    }

    // Most crystals have a hundredth of the hottest one's energy; the root lifts them to a tenth.
    private static TabularData Roots(TabularData rows) =>
        new(rows.Name, rows.Features, Array.ConvertAll(rows.X, energy => MathF.Sqrt(MathF.Max(0, energy))), rows.Y, rows.ClassNames);
}
