using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;
using TorchSharp;
using static TorchSharp.torch;
using Size = HackLab.Data.Size;

namespace HackLab.Simulation.Benchmarks;

/// <summary>Collider events: what is learnt from simulated ones holds for real ones, and deep networks find what P. Baldi et al. (2014) found.</summary>
internal static class HiggsPromises
{
    private const int TestRows = 100_000, Width = 300, Layers = 5;

    /// <summary>Boosting on 100,000 simulated rows, judged on the real ones.</summary>
    internal static IEnumerable<Finding> Transfer(string? realFolder)
    {
        string? file = realFolder is null ? null : Path.Combine(realFolder, "higgs", "higgs_7000.tsv");
        if (!File.Exists(file)) yield break;
        TabularData real = Datasets.Higgs.Load(file);
        TabularData simulated = Datasets.Higgs.Load(Size.Simulated(100_000));
        var model = GradientBoostingClassifier.Fit(simulated, new() { MaxIterations = 200 });
        yield return new Finding(
            $"boosting, 100,000 simulated rows, AUC on {real.Count:N0} real ones", Metrics.Auc(real.Y, model.PredictScore(real)), "at least 0.74");
    }

    /// <summary>A deep network against boosting, and on low-level features alone.</summary>
    internal static IEnumerable<Finding> Depth(int rows)
    {
        (TabularData train, TabularData test) = Split.Random(
            Datasets.Higgs.Load(Size.Simulated(rows + TestRows, seed: 7)), TestRows / (double)(rows + TestRows));
        var boosted = GradientBoostingClassifier.Fit(train, new() { MaxIterations = 300, MaxLeaves = 63 });
        yield return new Finding($"boosting, {rows:N0} rows, all features, AUC", Metrics.Auc(test.Y, boosted.PredictScore(test)), "");
        yield return Found("all features", "above boosting", rows => rows);
        yield return Found("low-level features alone, aligned", "close to all features", rows => AlignedEvents.Of(rows.SelectGroup("low-level")));
        yield return Found("low-level features alone, as published", "closer with more events", rows => rows.SelectGroup("low-level"));

        Finding Found(string features, string promise, Func<TabularData, TabularData> of) =>
            new($"deep network, {rows:N0} rows, {features}, AUC", Deep(of(train), of(test)), promise);
    }

    private static double Deep(TabularData train, TabularData test)
    {
        Scaler scaler = Scaler.Fit(train);
        (train, test) = (scaler.Transform(train), scaler.Transform(test));
        manual_seed(1);
        var layers = new List<nn.Module<Tensor, Tensor>>();
        for (int i = 0; i < Layers; i++) layers.AddRange([nn.Linear(i == 0 ? train.FeatureCount : Width, Width), nn.ReLU()]);
        layers.Add(nn.Linear(Width, 1));
        TrainingResult result = Trainer.Fit(nn.Sequential(layers.ToArray()), train, test, new()
        {
            Epochs = 8,
            BatchSize = 500,
            Metrics = [TrainingMetric.OfScores("AUC", (y, score) => Metrics.Auc(y, score))],
            Monitor = "AUC",
            Schedule = (optimizer, steps) => optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps: steps),
            ScheduleEachBatch = true,
            OnEpoch = reached => Console.Error.WriteLine(reached),
        });
        return result.BestValue;
    }
}
