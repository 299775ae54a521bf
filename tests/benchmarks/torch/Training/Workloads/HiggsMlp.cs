using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Benchmarks.Workloads;

/// <summary>28-300-300-300-300-1 on the features of the Higgs data.</summary>
internal static class HiggsMlp
{
    internal static Workload Create(int batch)
    {
        var model = Sequential(
            Linear(28, 300), ReLU(), Linear(300, 300), ReLU(), Linear(300, 300), ReLU(), Linear(300, 300), ReLU(),
            Linear(300, 1));
        Tensor x = randn(batch, 28), y = (rand(batch, 1) > 0.5).to(float32);
        return new Workload(model, () => F.binary_cross_entropy_with_logits(model.call(x), y));
    }
}
