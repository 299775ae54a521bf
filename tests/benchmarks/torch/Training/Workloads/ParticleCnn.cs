using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Benchmarks.Workloads;

/// <summary>2-32-32-pool-64-64-pool-128-1 on 32×32 crops.</summary>
internal static class ParticleCnn
{
    internal static Workload Create()
    {
        var model = Sequential(
            Conv2d(2, 32, 3, padding: 1), ReLU(), Conv2d(32, 32, 3, padding: 1), ReLU(), MaxPool2d(2),
            Conv2d(32, 64, 3, padding: 1), ReLU(), Conv2d(64, 64, 3, padding: 1), ReLU(), MaxPool2d(2),
            Flatten(), Linear(64 * 8 * 8, 128), ReLU(), Linear(128, 1));
        Tensor x = randn(128, 2, 32, 32), y = (rand(128, 1) > 0.5).to(float32);
        return new Workload(model, () => F.binary_cross_entropy_with_logits(model.call(x), y));
    }
}
