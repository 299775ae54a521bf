using HackLab.Data;
using HackLab.Data.Higgs;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class HiggsSampleTests
{
    [Fact]
    public void The_embedded_sample_is_what_the_simulator_makes() =>
        Assert.True(HiggsSample.Embedded.IsCurrent(), "The sample is out of date: dotnet run datasets/generate.cs (twice), and commit it.");

    [Fact]
    public void The_sample_and_the_simulator_give_the_same_values()
    {
        TabularData sample = Datasets.Higgs.Load(Size.Sample), simulated = Datasets.Higgs.Load(Size.Simulated(HiggsSample.Rows, HiggsSample.Seed));
        Assert.Equal(simulated.X, sample.X);
        Assert.Equal(simulated.Y, sample.Y);
    }

    [Fact]
    public void The_card_is_up_to_date()
    {
        string root = Root();
        Assert.Equal(File.ReadAllText(Path.Combine(root, "datasets", "higgs.md")).ReplaceLineEndings("\n"), HiggsCard.Make());
        Assert.InRange(new FileInfo(Path.Combine(root, "datasets", "higgs", "higgs-sample.tsv.gz")).Length, 1, 1_000_000);
    }

    private static string Root()
    {
        DirectoryInfo at = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "HackLab.slnx"))) at = at.Parent!;
        return at.FullName;
    }
}
