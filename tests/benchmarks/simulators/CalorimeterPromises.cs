using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;
using TorchSharp;
using static TorchSharp.torch;
using Size = HackLab.Data.Size;

namespace HackLab.Simulation.Benchmarks;

/// <summary>Electrons and photons in a calorimeter: hard for a linear model, learnable for a convolutional one.</summary>
internal static class CalorimeterPromises
{
    internal static IEnumerable<Finding> Check(int images)
    {
        (LabelledImages train, LabelledImages test) = Split.Stratified(Datasets.ParticleImages.Load(Size.Simulated(images)));
        int pixels = train.Channels * train.Height * train.Width;
        Feature[] names = [.. Enumerable.Range(0, pixels).Select(i => new Feature($"pixel {i}"))];
        var linear = LogisticRegression.Fit(new TabularData("pixels", names, train.X, train.Y, train.ClassNames), new()
        {
            C = 0.01, Solver = Solver.QuasiNewton, MaxIterations = 100,
        });
        yield return new Finding($"logistic regression on pixels, {images:N0} images, AUC", Metrics.Auc(test.Y, linear.PredictScore(test.X)), "well below the network");

        manual_seed(1);
        var network = nn.Sequential(
            nn.Conv2d(1, 32, 3, padding: 1), nn.BatchNorm2d(32), nn.ReLU(), nn.Conv2d(32, 32, 3, padding: 1), nn.BatchNorm2d(32), nn.ReLU(),
            nn.MaxPool2d(2), nn.Conv2d(32, 64, 3, padding: 1), nn.BatchNorm2d(64), nn.ReLU(), nn.Conv2d(64, 64, 3, padding: 1),
            nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Dropout(0.5), nn.Linear(64 * 8 * 8, 128), nn.ReLU(), nn.Linear(128, 1));
        (Tensor x, Tensor y) = Energies(train);
        TrainingResult result = Trainer.Fit(network, x, y, Energies(test), new()
        {
            Epochs = 12,
            Metrics = [TrainingMetric.OfScores("AUC", (truth, score) => Metrics.Auc(truth, score))],
            Monitor = "AUC",
            Schedule = (optimizer, steps) => optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps: steps),
            ScheduleEachBatch = true,
            OnEpoch = reached => Console.Error.WriteLine(reached),
        });
        yield return new Finding($"convolutional network, {images:N0} images, AUC", result.BestValue, "0.78 to 0.83");
    }
    // The energy channel alone, for the time tells nothing; its root, for most crystals have a hundredth of the hottest.
    private static (Tensor X, Tensor Y) Energies(LabelledImages images)
    {
        (Tensor x, Tensor y) = images.ToTensors();
        return (x.narrow(1, 0, 1).clamp_min(0).sqrt(), y);
    }
}
