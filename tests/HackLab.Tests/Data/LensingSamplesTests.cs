using HackLab.Data;
using HackLab.Data.LensingClasses;
using HackLab.Data.LensingSuperres;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class LensingSamplesTests
{
    [Fact]
    public void Samples_hold_what_the_simulator_makes()
    {
        Assert.True(LensingClassesSample.Embedded.IsCurrent(), "The sample of lenses is out of date: hacklab data samples.");
        Assert.True(LensingSuperresSample.Embedded.IsCurrent(), "The sample of pairs is out of date: hacklab data samples.");
    }

    [Fact]
    public void The_sample_of_lenses_is_balanced_and_near_to_the_simulator()
    {
        LabelledImages sample = Datasets.LensingClasses.Load(Size.Sample);
        Assert.Equal([300, 300, 300], sample.ClassCounts());
        LabelledImages made = Datasets.LensingClasses.Load(Size.Simulated(30, LensingClassesSample.Seed));
        for (int i = 0; i < made.X.Length; i++) Assert.Equal(made.X[i], sample.X[i], 0.51f / 255);
        Assert.Throws<ArgumentException>(() => Datasets.LensingClasses.Load(Size.Sample, HackLab.Simulation.Lensing.LensSurvey.ModelI));
    }

    [Fact]
    public void Simulated_lenses_have_the_published_mean_spread_and_ring()
    {
        LabelledImages images = Datasets.LensingClasses.Load(Size.Simulated(900, seed: 77));
        RingStatistics all = RingStatistics.Average(images);
        Assert.Equal(0.054, all.Mean, 0.01);
        Assert.Equal(0.141, all.Std, 0.02);
        Assert.InRange(all.RingRadius, 9, 10.3);
    }

    [Fact]
    public void The_sample_of_pairs_is_near_to_the_simulator()
    {
        ImagePairs sample = Datasets.LensingSuperres.Load(Size.Sample), made = Datasets.LensingSuperres.Load(Size.Simulated(3, LensingSuperresSample.Seed));
        Assert.Equal((80, 64, 128, 2), (sample.Count, sample.LowWidth, sample.HighHeight, sample.Scale));
        for (int i = 0; i < made.High.Length; i++) Assert.Equal(made.High[i], sample.High[i], 0.51f / 255);
        ImagePairs taken = sample.Take(5, 2);
        Assert.Equal(sample.LowImage(2).ToArray(), taken.LowImage(1).ToArray());
        Assert.Equal(sample.HighImage(5).ToArray(), taken.HighImage(0).ToArray());
        Assert.Contains("80", sample.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => sample.LowImage(80).Length);
        Assert.Throws<ArgumentException>(() => new ImagePairs("p", new float[8], new float[31], 2, 2, 2));
        Assert.Throws<ArgumentException>(() => new ImagePairs("p", new float[7], new float[28], 2, 2, 2));
    }

    [Fact]
    public void Comparisons_with_the_published_numbers_hold()
    {
        foreach (IDataset dataset in (IDataset[])[Datasets.LensingClasses, Datasets.LensingSuperres])
        {
            FidelityRow[] rows = [.. dataset.CompareWithReal("/nowhere", TestContext.Current.CancellationToken)];
            Assert.Equal(3, rows.Length);
            Assert.All(rows, row => Assert.True(row.Holds, row.ToString()));
        }
    }
}
