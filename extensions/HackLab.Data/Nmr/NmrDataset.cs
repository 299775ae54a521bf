using HackLab.Data.Catalog;
using HackLab.Data.Hosting;
using HackLab.Simulation.SpinEcho;

namespace HackLab.Data.Nmr;

/// <summary>
/// Spin echoes of coupled spins: find strength α and range ξ of the coupling, and the dephasing Γ = 10⁻ᵈ, from what a magnet
/// would record. Two couplings, Gaussian and RKKY, each a problem of its own.
/// </summary>
public sealed class NmrDataset : IDataset
{
    internal NmrDataset()
    {
    }

    /// <inheritdoc/>
    public string Id => "nmr";

    /// <inheritdoc/>
    public IReadOnlyList<EmbeddedSample> Samples => NmrSample.All;

    /// <summary>Loads echoes with their targets: the embedded sample, or new ones.</summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/> (256 echoes), <see cref="Size.Simulated"/> for as many as wanted, or <see cref="Size.Full"/> for the 6000
    /// published ones.
    /// </param>
    /// <param name="coupling">How the coupling falls with distance.</param>
    /// <returns>471 samples each; the second pulse is at index 157, the echo near 314.</returns>
    /// <exception cref="Download.DownloadException">The published echoes cannot be had; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>SpinEchoes echoes = Datasets.Nmr.Load(Size.Simulated(6000), SpinCoupling.Rkky);</code></example>
    public SpinEchoes Load(Size size, SpinCoupling coupling = SpinCoupling.Gaussian)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.IsFull) return SpinEchoFiles.Read(file => CatalogFiles.Locate(Id, file), coupling, "model", labelled: true);
        if (size.Rows is not { } rows) return NmrSample.Load(coupling);
        EchoChallengeRows made = EchoChallenge.Generate(rows, coupling, size.Seed, NotebookHost.Token);
        return new SpinEchoes(
            $"NMR {SpinEchoFiles.Prefix(coupling)} (simulated)", coupling, made.Real, made.Imaginary, made.Targets, SpinEchoFiles.Clock(EchoChallenge.Samples));
    }

    /// <summary>Loads the labelled files of the challenge.</summary>
    /// <param name="folder">Where <c>gauss_echos_model_r.txt</c> and its sisters lie.</param>
    /// <param name="coupling">Which of the two sets.</param>
    /// <exception cref="DataFormatException">A file is missing or does not hold what it should.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>SpinEchoes train = Datasets.Nmr.Load("nmr", SpinCoupling.Gaussian);</code></example>
    public SpinEchoes Load(string folder, SpinCoupling coupling = SpinCoupling.Gaussian) => SpinEchoFiles.ReadModel(folder, coupling);

    /// <summary>Loads the unlabelled files of the challenge.</summary>
    /// <param name="folder">Where <c>gauss_echos_eval_r.txt</c> and its sisters lie.</param>
    /// <param name="coupling">Which of the two sets.</param>
    /// <exception cref="DataFormatException">A file is missing or does not hold what it should.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    public SpinEchoes LoadEvaluation(string folder, SpinCoupling coupling = SpinCoupling.Gaussian) => SpinEchoFiles.ReadEvaluation(folder, coupling);

    /// <inheritdoc/>
    public string SimulationCard() => NmrCard.Make();

    /// <inheritdoc/>
    public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) =>
        NmrFidelity.Compare(realFolder, cancellation);
}
