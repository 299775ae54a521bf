using HackLab.Data;
using HackLab.Data.QuarkGluon;
using Xunit;

namespace HackLab.Tests.Data.QuarkGluon;

public sealed class QuarkGluonFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-jets").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Jets_of_npy_files_lose_their_padding()
    {
        string x = At("x.npy"), y = At("y.npy");
        Npy.Write(x, [5f, 0.1f, 0.2f, 211, 0, 0, 0, 0, 7, 0, 0, 22, 6, 0.1f, 0, -211], 2, 2, 4);
        Npy.Write(y, [1f, 0f], 2);
        ParticleJets jets = Datasets.QuarkGluon.LoadJets(x, y);
        Assert.Equal([1, 2], jets.Counts);
        Assert.Equal([1, 0], jets.Y);
        Assert.Equal(-211, jets.Jet(1)[1].PdgId);
        Assert.Equal(5, jets.Jet(0)[0].Pt);
    }

    [Fact]
    public void Files_that_hold_no_jets_are_refused_with_a_reason()
    {
        string x = At("x.npy"), y = At("y.npy"), none = At("none.npy");
        Npy.Write(x, new float[8], 1, 2, 4);
        Npy.Write(y, [2f], 1);
        Assert.Contains("jet 0", Assert.Throws<DataFormatException>(() => Datasets.QuarkGluon.LoadJets(x, y)).Message);
        Assert.Throws<DataFormatException>(() => Datasets.QuarkGluon.LoadJets(y, y));
        Assert.Throws<DataFormatException>(() => Datasets.QuarkGluon.LoadJets(none, y));
        Npy.Write(x, [1f, 0, 0, 22, 0, 0, 0, 0], 1, 2, 4);
        Assert.Contains("2", Assert.Throws<DataFormatException>(() => Datasets.QuarkGluon.LoadJets(x, y)).Found);
    }

    [Fact]
    public void Real_jets_load()
    {
        string? folder = RealDataFolder.Find();
        Assert.SkipWhen(folder is null || !File.Exists(Path.Combine(folder, "jets", "jets_400.npy")), "The real jets are not here: set HACKLAB_REAL_DATA.");
        ParticleJets jets = Datasets.QuarkGluon.LoadJets(Path.Combine(folder!, "jets", "jets_400.npy"), Path.Combine(folder!, "jets", "labels_400.npy"));
        Assert.Equal((400, 10), (jets.Count, jets.MaxConstituents));
        Assert.Equal(0.0825f, (float)jets.Jet(0)[0].Pt, 1e-4f);
    }

    private string At(string name) => Path.Combine(_folder, name);
}
