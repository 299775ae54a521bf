using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Benchmarks.Workloads;

/// <summary>1-16-32 by convolutions with stride 2, and back by transposed ones.</summary>
internal static class Autoencoder
{
    internal static Workload Create()
    {
        var model = Sequential(
            Conv2d(1, 16, 3, stride: 2, padding: 1), ReLU(), Conv2d(16, 32, 3, stride: 2, padding: 1), ReLU(),
            ConvTranspose2d(32, 16, 3, stride: 2, padding: 1, output_padding: 1), ReLU(),
            ConvTranspose2d(16, 1, 3, stride: 2, padding: 1, output_padding: 1), Sigmoid());
        Tensor x = rand(128, 1, 32, 32);
        return new Workload(model, () => F.mse_loss(model.call(x), x));
    }
}
