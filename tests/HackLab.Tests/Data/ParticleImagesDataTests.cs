using HackLab.Data;
using HackLab.Data.ParticleImages;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class ParticleImagesDataTests
{
    [Fact]
    public void The_sample_holds_what_the_simulator_makes_in_half_precision()
    {
        Assert.True(ParticleImagesSample.Embedded.IsCurrent(), "The sample is out of date: hacklab data samples.");
        LabelledImages sample = Datasets.ParticleImages.Load(Size.Sample);
        LabelledImages made = Datasets.ParticleImages.Load(Size.Simulated(ParticleImagesSample.Images, ParticleImagesSample.Seed));
        Assert.Equal(made.Y, sample.Y);
        Assert.Equal(Array.ConvertAll(made.X, value => (float)(Half)value), sample.X);
        Assert.Equal(["photon", "electron"], sample.ClassNames);
    }

    [Fact]
    public void Comparisons_with_the_published_numbers_hold_or_say_why_not()
    {
        FidelityRow[] rows = [.. Datasets.ParticleImages.CompareWithReal("/nowhere", TestContext.Current.CancellationToken)];
        Assert.True(rows.Length >= 4);
        Assert.All(rows.Where(row => row.Limit is not null && !row.Quantity.Contains('φ', StringComparison.Ordinal)),
            row => Assert.True(row.Holds, row.ToString()));
    }

    [Fact]
    public void A_missing_file_and_wrong_arguments_are_told()
    {
        Assert.Throws<ArgumentException>(() => Datasets.ParticleImages.Load([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.ParticleImages.Load(["a.hdf5"], 0));
        Assert.ThrowsAny<IOException>(() => Datasets.ParticleImages.Load(["/nowhere/a.hdf5"]));
    }
}
