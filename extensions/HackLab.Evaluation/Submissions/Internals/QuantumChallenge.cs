using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning;
using HackLab.Simulation.Jets;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Gluon jets as anomalies among quark jets: one score per image, the higher the more unusual, judged by the area under the ROC
/// curve. In the truth a gluon is 1, since it is what is looked for; in the data set a quark is.
/// </summary>
internal sealed class QuantumChallenge() : TableScoresChallenge("quantum", Pixels, "jet", "an anomaly, which is a gluon", "a quark")
{
    /// <summary>The label of a quark in the data set.</summary>
    internal const int Quark = 1;

    // What everybody can learn from; the practice and the hidden set have other seeds.
    private const int LearningRows = 4_000, Components = 27;

    // Fitted once in a process; not kept if the cell was interrupted, as a model is then only half of one.
    private static readonly Lazy<Pca> Usual = new(Fit, LazyThreadSafetyMode.PublicationOnly);

    public override string Title => "Quantum: is it an unusual jet?";

    public override IReadOnlyList<PublishedResult> Published { get; } =
    [
        // Printed in the example notebook of the challenge.
        new("classical autoencoder, 35,019 parameters", 0.6605, "published images of 30 × 30", "ML4SCI, QMLChallenge"),
        // ML4SCI's QMLHEP (Magorsch): other images of jets.
        new("classical autoencoder", 0.5942, "images of 12 × 12", "ML4SCI, QMLHEP (Magorsch)"),
        new("quantum autoencoder, 15 qubits", 0.5631, "images of 12 × 12", "ML4SCI, QMLHEP (Magorsch)"),
        new("hybrid autoencoder", 0.551, "images of 12 × 12", "ML4SCI, QMLHEP (Magorsch)"),
    ];

    private static IReadOnlyList<Feature> Pixels { get; } =
        [.. Enumerable.Range(0, JetImageSimulator.Side * JetImageSimulator.Side).Select(p => new Feature($"pixel {p}"))];

    public override IEnumerable<string> Problems(SubmissionCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return QuantumRules.Problems(card);
    }

    public override IReadOnlyList<Submission> Baselines(EvaluationSet evaluation)
    {
        TabularData rows = evaluation.Rows ?? throw new ArgumentException("The set has no pixels.", nameof(evaluation));
        float[] back = Usual.Value.Inverse(Usual.Value.Transform(rows.X)), error = new float[rows.Count], lit = new float[rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            ReadOnlySpan<float> image = rows.Row(i);
            for (int p = 0; p < image.Length; p++)
            {
                float miss = image[p] - back[(i * image.Length) + p];
                error[i] += miss * miss;
                if (image[p] > 0) lit[i] += 1f / image.Length;
            }
        }
        // From 0 to 1, in the same order.
        return
        [
            Baseline($"PCA, {Components} components: error of reconstruction", (Components + 1) * Pixels.Count,
                [.. error.Select(e => e / (1 + e))], Words.Of($"{LearningRows:N0} simulated images, the quarks of them")),
            Baseline("pixels that are not dark, counted", 0, lit, "nothing learnt"),
        ];

        Submission Baseline(string model, long parameters, float[] score, string used) => Submission.Of(
            evaluation, score, new SubmissionCard { Team = "baseline", Model = model, Used = used, Parameters = parameters, Qubits = 0 });
    }

    private protected override TabularData Simulate(int rows, long seed)
    {
        LabelledImages jets = Datasets.QuarkGluon.Load(Size.Simulated(rows, seed));
        // Four decimals: an energy of 1 in 10,000 of the largest lies below the threshold of the calorimeter.
        float[] x = Array.ConvertAll(jets.X, pixel => MathF.Round(pixel, 4));
        return new TabularData("jets", Pixels, x, Array.ConvertAll(jets.Y, label => label == Quark ? 0 : 1), ["quark", "gluon"]);
    }

    private static Pca Fit()
    {
        LabelledImages learn = Datasets.QuarkGluon.Load(Size.Simulated(LearningRows));
        LabelledImages quarks = learn.Take([.. Enumerable.Range(0, learn.Count).Where(i => learn.Y[i] == Quark)]);
        Pca usual = Pca.Fit(quarks.X, Pixels.Count, Components);
        NotebookHost.Token.ThrowIfCancellationRequested();
        return usual;
    }
}
