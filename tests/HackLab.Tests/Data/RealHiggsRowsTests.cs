using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Data;

/// <summary>On real rows, where they are: in HACKLAB_REAL_DATA, or in shared/data beside the repository.</summary>
public sealed class RealHiggsRowsTests
{
    internal static string? Folder()
    {
        string? given = Environment.GetEnvironmentVariable("HACKLAB_REAL_DATA");
        if (!string.IsNullOrEmpty(given)) return Path.Combine(given, "higgs");
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "HackLab.slnx"))) continue;
            string folder = Path.Combine(at.FullName, "..", "shared", "data", "higgs");
            return Directory.Exists(folder) ? folder : null;
        }
        return null;
    }

    internal static TabularData Load(string name)
    {
        string? folder = Folder();
        Assert.SkipWhen(folder is null, "The real HIGGS rows are not here: set HACKLAB_REAL_DATA to a folder with higgs/higgs_7000.tsv.");
        return Datasets.Higgs.Load(Path.Combine(folder!, name));
    }

    [Theory]
    [InlineData("higgs_7000.tsv", 7000)]
    [InlineData("higgs_500.tsv", 500)]
    public void Real_rows_load_with_the_label_found_in_the_first_column(string name, int rows)
    {
        TabularData data = Load(name);
        Assert.Equal((rows, 28), (data.Count, data.FeatureCount));
        Assert.InRange(data.ClassCounts()[1] / (double)rows, 0.45, 0.6);
        Assert.InRange(data.Column("lepton_phi").Max(), 1.6f, 1.75f); // uniform up to ±1.743
        Assert.True(data.Column("m_bb", 1).Average() < data.Column("m_bb", 0).Average());
    }

    [Fact]
    public void The_first_real_row_is_read_to_the_last_digit()
    {
        TabularData data = Load("higgs_7000.tsv");
        Assert.Equal(1, data.Y[0]);
        Assert.Equal([0.869f, -0.635f, 0.226f, 0.327f, -0.690f, 0.754f], data.Row(0)[..6].ToArray());
        Assert.Equal(0.877f, data.Row(0)[27]);
    }
}
