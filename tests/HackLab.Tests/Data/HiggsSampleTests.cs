using HackLab.Data;
using HackLab.Data.Higgs;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class HiggsSampleTests
{
    [Fact]
    public void The_embedded_sample_is_what_the_simulator_makes() =>
        Assert.True(HiggsSample.Embedded.IsCurrent(), "The sample is out of date: hacklab data samples; build; commit it.");

    [Fact]
    public void The_sample_and_the_simulator_give_the_same_values()
    {
        TabularData sample = Datasets.Higgs.Load(Size.Sample), simulated = Datasets.Higgs.Load(Size.Simulated(HiggsSample.Rows, HiggsSample.Seed));
        Assert.Equal(simulated.X, sample.X);
        Assert.Equal(simulated.Y, sample.Y);
    }
}
