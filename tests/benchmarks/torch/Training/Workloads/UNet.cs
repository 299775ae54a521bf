using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Benchmarks.Workloads;

/// <summary>Three levels down from 16 channels, skips joined by cat.</summary>
internal sealed class UNet : Module<Tensor, Tensor>
{
    private readonly Sequential down1 = DoubleConv(1, 16), down2 = DoubleConv(16, 32), down3 = DoubleConv(32, 64);
    private readonly Sequential bottom = DoubleConv(64, 128);
    private readonly ConvTranspose2d up3 = ConvTranspose2d(128, 64, 2, stride: 2);
    private readonly Sequential join3 = DoubleConv(128, 64);
    private readonly ConvTranspose2d up2 = ConvTranspose2d(64, 32, 2, stride: 2);
    private readonly Sequential join2 = DoubleConv(64, 32);
    private readonly ConvTranspose2d up1 = ConvTranspose2d(32, 16, 2, stride: 2);
    private readonly Sequential join1 = DoubleConv(32, 16);
    private readonly Conv2d last = Conv2d(16, 1, 1);

    private UNet() : base("unet") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        Tensor d1 = down1.call(x);                                         // (B, 16, 64, 64), where B = batch
        Tensor d2 = down2.call(F.max_pool2d(d1, 2));                       // (B, 32, 32, 32)
        Tensor d3 = down3.call(F.max_pool2d(d2, 2));                       // (B, 64, 16, 16)
        Tensor u3 = up3.call(bottom.call(F.max_pool2d(d3, 2)));            // (B, 64, 16, 16)
        Tensor u2 = up2.call(join3.call(cat([u3, d3], 1)));                // (B, 32, 32, 32)
        Tensor u1 = up1.call(join2.call(cat([u2, d2], 1)));                // (B, 16, 64, 64)
        return last.call(join1.call(cat([u1, d1], 1)));
    }

    internal static Workload Create()
    {
        UNet model = new();
        Tensor x = randn(16, 1, 64, 64), y = (rand(16, 1, 64, 64) > 0.5).to(float32);
        return new Workload(model, () => F.binary_cross_entropy_with_logits(model.call(x), y));
    }

    private static Sequential DoubleConv(long inputs, long outputs) => Sequential(
        Conv2d(inputs, outputs, 3, padding: 1), BatchNorm2d(outputs), ReLU(),
        Conv2d(outputs, outputs, 3, padding: 1), BatchNorm2d(outputs), ReLU());
}
