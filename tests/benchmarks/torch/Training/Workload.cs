using ManagedTorch.Benchmarks.Workloads;
using static TorchSharp.torch;

namespace ManagedTorch.Benchmarks;

/// <summary>A model on fixed data, as in peer.py: <see cref="Loss"/> runs it forward.</summary>
internal sealed record Workload(nn.Module Model, Func<Tensor> Loss)
{
    private static readonly Dictionary<string, Func<Workload>> All = new()
    {
        ["higgs-mlp-100"] = () => HiggsMlp.Create(batch: 100),
        ["higgs-mlp-1024"] = () => HiggsMlp.Create(batch: 1024),
        ["particle-cnn"] = ParticleCnn.Create,
        ["autoencoder"] = Autoencoder.Create,
        ["srcnn"] = SuperResolution.Create,
        ["transformer"] = TokenClassifier.Create,
        ["nmr-mlp"] = NmrMlp.Create,
        ["unet"] = UNet.Create,
        ["bilstm-ctc"] = LineReader.Create,
    };

    internal static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>Weights and data drawn from seed 0, in peer.py's order.</summary>
    internal static Workload Create(string name)
    {
        if (!All.TryGetValue(name, out Func<Workload>? create))
            throw new ArgumentException($"There is no workload '{name}'. There are: {string.Join(", ", Names)}.");
        manual_seed(0);
        return create();
    }
}
