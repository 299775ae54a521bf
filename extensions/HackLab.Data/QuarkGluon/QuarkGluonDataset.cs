using HackLab.Data.Catalog;
using HackLab.Data.Hosting;
using HackLab.Simulation.Jets;

namespace HackLab.Data.QuarkGluon;

/// <summary>
/// Jets that a quark (1) or a gluon (0) started: as 30 × 30 images, each divided by its largest pixel, or by their particles. The
/// images have the shape of the ML4SCI hackathon's <c>QG_hackathon_data_big</c>, the particles that of EnergyFlow's Pythia jets
/// (P. Komiske, E. Metodiev, J. Thaler, doi:10.5281/zenodo.3164691, CC BY 4.0).
/// </summary>
public sealed partial class QuarkGluonDataset : IDataset
{
    internal QuarkGluonDataset()
    {
    }

    internal static IReadOnlyList<string> ClassNames { get; } = ["gluon", "quark"];

    /// <summary>Loads images, 1 × 30 × 30 each: the embedded sample, new ones, or the hackathon's.</summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/>, <see cref="Size.Simulated"/> for as many as wanted, or <see cref="Size.Full"/> for the file that
    /// the catalogue says how to get.
    /// </param>
    /// <exception cref="Download.DownloadException">The full set is not here; the message says how to get it.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages images = Datasets.QuarkGluon.Load(Size.Sample);</code></example>
    public LabelledImages Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.IsFull) return Load(CatalogFiles.Locate(Id, "QG_hackathon_data_big"));
        if (size.Rows is not { } rows) return QuarkGluonSample.LoadImages();
        SimulatedJetImages images = JetImageSimulator.Generate(rows, size.Seed, cancellation: NotebookHost.Token);
        return ToImages("Quark/gluon jets (simulated)", images.X, images.Y);
    }

    /// <summary>Loads jets by their particles, the hardest first: the embedded sample, new ones, or 100,000 of EnergyFlow's.</summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/>, <see cref="Size.Simulated"/> for as many as wanted, or <see cref="Size.Full"/>, which is downloaded
    /// once; the order of its particles is that of the file.
    /// </param>
    /// <exception cref="Download.DownloadException">The full set cannot be had.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>ParticleJets jets = Datasets.QuarkGluon.LoadJets(Size.Sample);</code></example>
    public ParticleJets LoadJets(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.IsFull) return LoadJets(CatalogFiles.Locate(Id, "QG_jets.npz"));
        if (size.Rows is not { } rows) return QuarkGluonSample.LoadJets();
        SimulatedJets jets = JetSimulator.Generate(rows, size.Seed, cancellation: NotebookHost.Token);
        return new ParticleJets("Quark/gluon jets (simulated)", jets.Constituents, jets.Counts, jets.Y, jets.MaxConstituents);
    }

    internal static LabelledImages ToImages(string name, float[] x, int[] y) =>
        new(name, x, y, ClassNames, JetImageSimulator.Side, JetImageSimulator.Side, ["transverse momentum, largest pixel = 1"]);
}
