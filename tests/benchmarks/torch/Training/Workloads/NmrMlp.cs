using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Benchmarks.Workloads;

/// <summary>942-256-256-3: a spin echo's real and imaginary samples to three parameters.</summary>
internal static class NmrMlp
{
    internal static Workload Create()
    {
        var model = Sequential(Linear(942, 256), ReLU(), Linear(256, 256), ReLU(), Linear(256, 3));
        Tensor x = randn(256, 942), y = randn(256, 3);
        return new Workload(model, () => F.mse_loss(model.call(x), y));
    }
}
