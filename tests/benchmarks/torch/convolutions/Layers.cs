using TorchSharp.Kernels;

namespace ManagedTorch.Benchmarks;

/// <summary>The layers of the workloads, as in convolutions.py.</summary>
internal static class Layers
{
    public static IReadOnlyList<(string Name, ConvShape Shape)> All { get; } =
    [
        ("cnn 2-32 32x32", Layer(128, 2, 32, 32, 3)),
        ("cnn 32-32 32x32", Layer(128, 32, 32, 32, 3)),
        ("cnn 32-64 16x16", Layer(128, 32, 64, 16, 3)),
        ("cnn 64-64 16x16", Layer(128, 64, 64, 16, 3)),
        ("cnn 64-128 8x8", Layer(128, 64, 128, 8, 3)),
        ("encoder 1-16 32x32 /2", Layer(128, 1, 16, 32, 3, 2)),
        ("encoder 16-32 16x16 /2", Layer(128, 16, 32, 16, 3, 2)),
        ("srcnn 1-64 9x9", Layer(4, 1, 64, 150, 9)),
        ("srcnn 64-32 5x5", Layer(4, 64, 32, 150, 5)),
        ("srcnn 32-1 5x5", Layer(4, 32, 1, 150, 5)),
        ("unet 1-16 64x64", Layer(16, 1, 16, 64, 3)),
        ("unet 16-16 64x64", Layer(16, 16, 16, 64, 3)),
        ("unet 32-16 64x64", Layer(16, 32, 16, 64, 3)),
        ("unet 32-32 32x32", Layer(16, 32, 32, 32, 3)),
        ("unet 64-64 16x16", Layer(16, 64, 64, 16, 3)),
        ("unet 128-128 8x8", Layer(16, 128, 128, 8, 3)),
        ("unet 16-1 64x64 1x1", Layer(16, 16, 1, 64, 1)),
    ];

    private static ConvShape Layer(int batch, int channels, int outputs, int size, int kernel, int stride = 1) =>
        ConvShape.Create(batch, channels, size, size, outputs, (kernel, kernel), (stride, stride), (kernel / 2, kernel / 2), (1, 1), 1);
}
