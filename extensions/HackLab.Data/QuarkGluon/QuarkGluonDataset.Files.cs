using System.Globalization;
using HackLab.Data.Hosting;
using HackLab.Simulation.Jets;

namespace HackLab.Data.QuarkGluon;

/// <summary>Loading real files.</summary>
public sealed partial class QuarkGluonDataset
{
    /// <summary>Loads images from an HDF5 file with the data sets <c>X</c>, shape [n, 30, 30], and <c>y</c>, shape [n], 1 quark
    /// and 0 gluon.</summary>
    /// <param name="path">For example the hackathon's <c>QG_hackathon_data_big.hdf5</c>.</param>
    /// <exception cref="DataFormatException">The file is missing or damaged, or does not hold such images.</exception>
    /// <exception cref="MissingToolException">libhdf5 is not installed; the message says how to.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages real = Datasets.QuarkGluon.Load("QG_hackathon_data_big.hdf5");</code></example>
    public LabelledImages Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Hdf5File file = Hdf5.Open(path);
        foreach (string name in (string[])["X", "y"])
        {
            if (!file.Datasets.Any(dataset => dataset.Name == name))
            {
                throw new DataFormatException(
                    path, "the data sets X and y", string.Join(", ", file.Datasets.Select(d => d.Name).DefaultIfEmpty("none")), "Is it another file?");
            }
        }
        NdArray x = file.Read("X", NotebookHost.Token), y = file.Read("y", NotebookHost.Token);
        const int side = JetImageSimulator.Side;
        if (x.Count != (long)y.Count * side * side || x.Shape.Count is not (3 or 4) || x.Shape[1] != side || x.Shape[2] != side)
            throw new DataFormatException(path, $"X of shape [n, {side}, {side}] and y of shape [n]", $"{x} and {y}", "Is it another file?");
        return ToImages(Path.GetFileName(path), x.ToSingle(), Labels(y, path));
    }

    /// <summary>
    /// Loads jets by their particles from NumPy files in EnergyFlow's form: constituents of shape [n, m, 4] (pT, y, φ, PDG
    /// number; rows of pT 0 are padding) and labels of shape [n], 1 quark and 0 gluon. Their order is kept as it is.
    /// </summary>
    /// <param name="constituents">An .npy file.</param>
    /// <param name="labels">An .npy file.</param>
    /// <exception cref="DataFormatException">A file is missing or damaged, or does not hold such jets.</exception>
    /// <example><code>ParticleJets real = Datasets.QuarkGluon.LoadJets("jets_400.npy", "labels_400.npy");</code></example>
    public ParticleJets LoadJets(string constituents, string labels)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(constituents);
        ArgumentException.ThrowIfNullOrWhiteSpace(labels);
        return ToJets(Npy.Read(constituents), Npy.Read(labels), constituents, labels);
    }

    /// <summary>Loads jets by their particles from one NumPy archive in EnergyFlow's form, with the arrays <c>X</c> and <c>y</c>.</summary>
    /// <param name="archive">An .npz file, for example <c>QG_jets.npz</c>.</param>
    /// <exception cref="DataFormatException">The file is missing or damaged, or does not hold such jets.</exception>
    /// <example><code>ParticleJets real = Datasets.QuarkGluon.LoadJets("QG_jets.npz");</code></example>
    public ParticleJets LoadJets(string archive)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(archive);
        return ToJets(Npz.Read(archive, "X"), Npz.Read(archive, "y"), archive, archive);
    }

    private static ParticleJets ToJets(NdArray x, NdArray y, string constituents, string labels)
    {
        if (x.Shape is not [var n, var m and > 0, ParticleJets.Columns] || y.Shape is not [var k] || k != n)
            throw new DataFormatException(constituents, $"the shapes [n, m, {ParticleJets.Columns}] and [n]", $"{x} and {y}", "Are these the right files?");
        float[] values = x.ToSingle();
        var counts = new int[n];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<float> jet = values.AsSpan(i * m * ParticleJets.Columns, m * ParticleJets.Columns);
            while (counts[i] < m && jet[counts[i] * ParticleJets.Columns] > 0) counts[i]++;
            if (counts[i] == 0)
                throw new DataFormatException(constituents, "a first constituent of positive pT in every jet", $"none in jet {i}", "Is the file damaged?");
        }
        return new ParticleJets(Path.GetFileName(constituents), values, counts, Labels(y, labels), m);
    }

    private static int[] Labels(NdArray y, string path)
    {
        double[] values = y.ToDouble();
        int wrong = Array.FindIndex(values, value => value is not (0 or 1));
        if (wrong >= 0)
        {
            throw new DataFormatException(
                path, "labels 0 (gluon) and 1 (quark)", values[wrong].ToString(CultureInfo.InvariantCulture), "Is it another file?", 0, $"label {wrong}");
        }
        return Array.ConvertAll(values, value => (int)value);
    }
}
