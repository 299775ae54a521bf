using HackLab.Data;
using HackLab.Data.Delimited;
using HackLab.Data.Npy;
using Xunit;

namespace HackLab.Tests.Data;

/// <summary>On real files, where they are: facts that each set's own description states, or that physics demands.</summary>
public sealed class RealTablesTests
{
    [Theory]
    [InlineData("higgs_7000.tsv", 7000)]
    [InlineData("higgs_500.tsv", 500)]
    public void Higgs_rows_have_a_label_and_28_features(string name, int rows)
    {
        NumberTable table = DelimitedReader.Read(Real("higgs", name));
        Assert.Equal((rows, 29, '\t', true), (table.Rows, table.Columns, table.Delimiter, table.Header is null));
        for (int i = 0; i < rows; i++) Assert.True(table.Values[i * 29] is 0 or 1);

        TypedColumns typed = Csv.Read(Real("higgs", name));
        Assert.Equal(ColumnType.Int32, typed[0].Type);
        Assert.Equal(table.Values[3], (float)typed["column 4"].As<double>()[0]);
    }

    [Theory]
    [InlineData("signal_2500.csv", "s")]
    [InlineData("background_2500.csv", "b")]
    public void Atlas_events_have_35_columns_of_four_types(string name, string label)
    {
        TypedColumns table = Csv.Read(Real("atlas-higgs", name));
        Assert.Equal((2500, 35), (table.Rows, table.Count));
        Assert.Equal([ColumnType.Int32, ColumnType.Double, ColumnType.Int32, ColumnType.Text], new[] { "EventId", "DER_mass_MMC", "PRI_jet_num", "Label" }.Select(c => table[c].Type));
        Assert.All(table["Label"].As<string>(), value => Assert.Equal(label, value));
        Assert.All(table["PRI_jet_num"].As<int>(), jets => Assert.InRange(jets, 0, 3));
        // With fewer than two jets there is no second one: its quantities are -999.
        double[] mass = table["DER_mass_jet_jet"].As<double>();
        Assert.All(table["PRI_jet_num"].As<int>().Zip(mass), pair => Assert.Equal(pair.First < 2, pair.Second == -999.0));
    }

    [Fact]
    public void Kepler_objects_have_names_dispositions_and_missing_values()
    {
        TypedColumns table = Csv.Read(Real("kepler", "koi_60pct.csv"));
        Assert.Equal((4392, 40), (table.Rows, table.Count));
        Assert.Contains("CONFIRMED", table["koi_disposition"].As<string>());
        Assert.Equal(9.48803557, table["koi_period"].As<double>()[0]);
        Assert.Equal("Kepler-227 b", table["kepler_name"].As<string?>()[0]);
        Assert.True(table["kepler_name"].MissingCount > 0);   // false positives have no planet's name
        Assert.Null(table["koi_period"].Present);
    }

    [Fact]
    public void An_earthquake_segment_has_150000_whole_numbers()
    {
        TypedColumns table = Csv.Read(Real("lanl", "seg_00030f.csv"));
        Assert.Equal((150_000, 1), (table.Rows, table.Count));
        Assert.Equal([4, 0, -2, 0], table["acoustic_data"].As<int>()[..4]);
        Assert.Equal(table[0].As<int>().Sum(v => (double)v), DelimitedReader.Read<double>(Real("lanl", "seg_00030f.csv")).Values.Sum());
    }

    [Fact]
    public void Dark_skies_have_galaxies_and_halos()
    {
        TypedColumns halos = Csv.Read(Real("dark-worlds", "Training_halos.csv"));
        Assert.Equal((200, 10), (halos.Rows, halos.Count));
        Assert.All(halos["numberHalos"].As<int>(), n => Assert.InRange(n, 1, 3));
        for (int sky = 1; sky <= 200; sky++)
        {
            TypedColumns galaxies = Csv.Read(Real("dark-worlds", Path.Combine("Train_Skies", FormattableString.Invariant($"Training_Sky{sky}.csv"))));
            Assert.Equal(["GalaxyID", "x", "y", "e1", "e2"], galaxies.Names);
            Assert.True(galaxies.Rows > 200 && galaxies["x"].As<double>().All(x => x is >= 0 and <= 4200) && galaxies["e1"].As<double>().All(e => Math.Abs(e) < 1));
        }
    }

    [Theory]
    [InlineData("cdm.npy")]
    [InlineData("nosub.npy")]
    public void Lensing_images_are_64_by_64_doubles_from_about_0_to_1(string name)
    {
        NdArray image = Npy.Read(Real("lensing", name));
        Assert.Equal((4096, typeof(double)), (image.Count, image.ElementType));
        Assert.Equal([64, 64], image.Shape.Where(length => length > 1));
        Assert.Equal(1, image.As<double>().Max());
        Assert.InRange(image.As<double>().Min(), 0, 1e-6);
    }

    [Fact]
    public void Jets_have_ten_constituents_and_a_label()
    {
        NdArray jets = Npy.Read(Real("jets", "jets_400.npy")), labels = Npy.Read(Real("jets", "labels_400.npy"));
        Assert.Equal([400, 10, 4], jets.Shape);
        Assert.Equal(400, labels.Count);
        Assert.All(labels.ToDouble(), label => Assert.True(label is 0 or 1));
        Assert.True(Enumerable.Range(0, 400).All(i => jets.As<double>()[i * 40] > 0));   // the first constituent's pt
    }

    private static string Real(string folder, string file)
    {
        string? found = RealDataFolder.Find();
        string path = found is null ? "" : Path.Combine(found, folder, file);
        Assert.SkipWhen(!File.Exists(path), $"{folder}/{file} is not here: set {RealDataFolder.Variable} to a folder that has it.");
        return path;
    }
}
