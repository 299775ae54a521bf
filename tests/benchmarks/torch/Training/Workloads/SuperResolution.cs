using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Benchmarks.Workloads;

/// <summary>SRCNN 9-5-5, same size in and out.</summary>
internal static class SuperResolution
{
    internal static Workload Create()
    {
        var model = Sequential(
            Conv2d(1, 64, 9, padding: 4), ReLU(), Conv2d(64, 32, 5, padding: 2), ReLU(), Conv2d(32, 1, 5, padding: 2));
        Tensor x = rand(4, 1, 150, 150), y = rand(4, 1, 150, 150);
        return new Workload(model, () => F.mse_loss(model.call(x), y));
    }
}
