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

    /// <summary>Loads images, 1 × 30 × 30 each: the embedded sample, or new ones.</summary>
    /// <param name="size"><see cref="Size.Sample"/>, or <see cref="Size.Simulated"/> for as many as wanted.</param>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages images = Datasets.QuarkGluon.Load(Size.Sample);</code></example>
    public LabelledImages Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.Rows is not { } rows) return QuarkGluonSample.LoadImages();
        SimulatedJetImages images = JetImageSimulator.Generate(rows, size.Seed, cancellation: NotebookHost.Token);
        return ToImages("Quark/gluon jets (simulated)", images.X, images.Y);
    }

    /// <summary>Loads jets by their particles, the hardest first: the embedded sample, or new ones.</summary>
    /// <param name="size"><see cref="Size.Sample"/>, or <see cref="Size.Simulated"/> for as many as wanted.</param>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>ParticleJets jets = Datasets.QuarkGluon.LoadJets(Size.Sample);</code></example>
    public ParticleJets LoadJets(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.Rows is not { } rows) return QuarkGluonSample.LoadJets();
        SimulatedJets jets = JetSimulator.Generate(rows, size.Seed, cancellation: NotebookHost.Token);
        return new ParticleJets("Quark/gluon jets (simulated)", jets.Constituents, jets.Counts, jets.Y, jets.MaxConstituents);
    }

    internal static LabelledImages ToImages(string name, float[] x, int[] y) =>
        new(name, x, y, ClassNames, JetImageSimulator.Side, JetImageSimulator.Side, ["transverse momentum, largest pixel = 1"]);
}
