using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning;
using HackLab.Simulation.Disks;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Planets in the disk or none: one score per picture, judged by the area under the ROC curve. Every picture is of another run, so
/// that pictures are independent and the interval of a score is honest.
/// </summary>
internal sealed class ExoplanetsChallenge()
    : TableScoresChallenge("exoplanets", Pixels, "picture", "a disk with planets", "a disk without planets")
{
    // What everybody can learn from; the practice and the hidden set have other seeds.
    private const int LearningRows = 800, Side = 64, Rings = Side / 2;

    // Fitted once in a process; not kept if the cell was interrupted, as a model is then only half of one.
    private static readonly Lazy<GradientBoostingClassifier> Trees = new(Fit, LazyThreadSafetyMode.PublicationOnly);

    public override string Title => "Exoplanets: are there planets in the disk?";

    public override IReadOnlyList<PublishedResult> Published { get; } =
    [
        // Printed in the example notebook of the challenge; its split is by picture.
        new("EfficientNetV2-S, 5 epochs", 0.9273, "published pictures, snapshots of a run on both sides", "ML4SCI, ExoplanetSearchChallenge"),
    ];

    private static IReadOnlyList<Feature> Pixels { get; } = [.. Enumerable.Range(0, Side * Side).Select(p => new Feature($"pixel {p}"))];

    public override IReadOnlyList<Submission> Baselines(EvaluationSet evaluation)
    {
        TabularData rows = evaluation.Rows ?? throw new ArgumentException("The set has no pixels.", nameof(evaluation));
        string used = Words.Of($"{LearningRows:N0} simulated pictures, seed {Size.Simulated(1).Seed}");
        TabularData profiles = Profiles(rows);
        float[] uneven = [.. Enumerable.Range(0, rows.Count).Select(i => Unevenness(profiles.Row(i)))];
        return
        [
            // From 0 to 1, in the same order.
            Baseline("unevenness of the radial profile", 0, [.. uneven.Select(u => u / (u + 0.01f))]),
            Baseline("gradient boosting on profiles, defaults", null, Trees.Value.PredictScore(profiles)),
        ];

        Submission Baseline(string model, long? parameters, float[] score) =>
            Submission.Of(evaluation, score, new SubmissionCard { Team = "baseline", Model = model, Used = used, Parameters = parameters });
    }

    private protected override TabularData Simulate(int rows, long seed)
    {
        var x = new float[checked(rows * Side * Side)];
        var y = new int[rows];
        Parallel.For(0, rows, new ParallelOptions { CancellationToken = NotebookHost.Token }, i =>
        {
            DiskRun run = DiskSimulator.RunOf(seed, i);
            float[] picture = DiskSimulator.TakeOf(run, seed, i % DiskSimulator.SnapshotsPerRun, Side).Observed;
            DiskBrightness.Apply(picture, DiskStretch.Logarithmic);
            // Three decimals: finer than the noise, and half the length of the file.
            for (int p = 0; p < picture.Length; p++) x[(i * Side * Side) + p] = MathF.Round(picture[p], 3);
            y[i] = run.Planets.Count > 0 ? 1 : 0;
        });
        return new TabularData("disks", Pixels, x, y, ["no planet", "planets"]);
    }

    private static GradientBoostingClassifier Fit()
    {
        LabelledImages learn = Datasets.ExoplanetDisks.Load(Size.Simulated(LearningRows));
        var rows = new TabularData(learn.Name, Pixels, learn.X, learn.Y, learn.ClassNames);
        GradientBoostingClassifier trees = GradientBoostingClassifier.Fit(Profiles(rows));
        NotebookHost.Token.ThrowIfCancellationRequested();
        return trees;
    }

    /// <summary>The mean brightness of rings about the middle, each a pixel wide.</summary>
    private static TabularData Profiles(TabularData rows)
    {
        var x = new float[rows.Count * Rings];
        for (int i = 0; i < rows.Count; i++)
        {
            ReadOnlySpan<float> picture = rows.Row(i);
            var count = new int[Rings];
            for (int p = 0; p < picture.Length; p++)
            {
                double across = (p % Side) - ((Side - 1) / 2.0), down = (p / Side) - ((Side - 1) / 2.0);
                int ring = (int)Math.Sqrt((across * across) + (down * down));
                if (ring >= Rings) continue;
                x[(i * Rings) + ring] += picture[p];
                count[ring]++;
            }
            for (int ring = 0; ring < Rings; ring++) x[(i * Rings) + ring] /= count[ring];
        }
        return new TabularData(rows.Name, [.. Enumerable.Range(0, Rings).Select(r => new Feature($"ring {r}"))], x, rows.Y, rows.ClassNames);
    }

    /// <summary>The mean distance of a ring's brightness from the mean of its two neighbours'; the noisy outer rings are left out.</summary>
    private static float Unevenness(ReadOnlySpan<float> profile)
    {
        float sum = 0;
        const int From = 2, To = Rings - 4;
        for (int r = From; r < To; r++) sum += Math.Abs(profile[r] - ((profile[r - 1] + profile[r + 1]) / 2));
        return sum / (To - From);
    }
}
