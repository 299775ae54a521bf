using HackLab.Data;
using HackLab.Data.QuarkGluon;
using Xunit;

namespace HackLab.Tests.Data.QuarkGluon;

public sealed class QuarkGluonSampleTests
{
    [Fact]
    public void The_embedded_samples_are_what_the_simulator_makes()
    {
        Assert.All(Datasets.QuarkGluon.Samples, sample => Assert.True(sample.IsCurrent(), $"{sample.Path} is out of date: make the samples again."));
    }

    [Fact]
    public void Sample_and_simulator_give_the_same_images_to_four_decimals()
    {
        LabelledImages sample = Datasets.QuarkGluon.Load(Size.Sample);
        LabelledImages made = Datasets.QuarkGluon.Load(Size.Simulated(sample.Count, QuarkGluonSample.ImageSeed));
        Assert.Equal((1, 30, 30), (sample.Channels, sample.Height, sample.Width));
        Assert.Equal(["gluon", "quark"], sample.ClassNames);
        Assert.Equal(made.Y, sample.Y);
        for (int i = 0; i < made.X.Length; i++) Assert.Equal(made.X[i], sample.X[i], 0.51e-4f);
    }

    [Fact]
    public void Sample_and_simulator_give_the_same_jets_to_the_decimals_of_the_file()
    {
        ParticleJets sample = Datasets.QuarkGluon.LoadJets(Size.Sample);
        ParticleJets made = Datasets.QuarkGluon.LoadJets(Size.Simulated(sample.Count, QuarkGluonSample.JetSeed));
        Assert.Equal(made.Counts, sample.Counts);
        Assert.Equal(made.Y, sample.Y);
        for (int i = 0; i < made.X.Length; i++) Assert.Equal(made.X[i], sample.X[i], 0.6e-3f);
    }

    [Fact]
    public void Jets_refuse_arrays_that_do_not_fit()
    {
        Assert.Throws<ArgumentException>(() => new ParticleJets("x", new float[7], [1], [0], 2));
        Assert.Throws<ArgumentException>(() => new ParticleJets("x", new float[8], [3], [0], 2));
        Assert.Throws<ArgumentException>(() => new ParticleJets("x", new float[8], [1], [2], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParticleJets("x", new float[8], [1], [1], 2).Jet(1));
    }
}
