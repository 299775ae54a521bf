using HackLab.Data;
using HackLab.Learning;
using TorchSharp;
using static TorchSharp.torch;
using Size = HackLab.Data.Size;

namespace HackLab.Simulation.Benchmarks;

/// <summary>Disks come as several pictures of one run: a split by picture lets a network recognise runs, and look better than it is.</summary>
internal static class DiskPromises
{
    internal static IEnumerable<Finding> Check(int pictures)
    {
        LabelledImages disks = Datasets.ExoplanetDisks.Load(Size.Simulated(pictures));
        yield return new Finding("network, split by run, accuracy", Accuracy(Split.ByGroup(disks, disks.Groups!)), "the honest one");
        yield return new Finding("network, split by picture (leaky), accuracy", Accuracy(Split.Random(disks)), "higher");
    }

    private static double Accuracy(TrainTest<LabelledImages> split)
    {
        manual_seed(1);
        int side = split.Train.Width / 8;
        var network = nn.Sequential(
            nn.Conv2d(1, 16, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(32, 32, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(32 * side * side, 64), nn.ReLU(), nn.Linear(64, 2));
        TrainingResult result = Trainer.Fit(network, split.Train, split.Test, new()
        {
            Epochs = 12, BatchSize = 32, Metrics = [TrainingMetric.Accuracy], KeepBest = false, OnEpoch = reached => Console.Error.WriteLine(reached),
        });
        return result.Epochs[^1].Metrics["accuracy"];
    }
}
