namespace TorchSharp.Kernels;

/// <summary>Where Winograd's convolution can be used, and where it pays.</summary>
internal static class Winograd
{
    private const int FewestChannels = 16;

    /// <summary>Square kernels of 3 or 5, stride and dilation 1, no groups.</summary>
    public static bool CanDo(in ConvShape s) => s is { KernelHeight: 3, KernelWidth: 3 } or { KernelHeight: 5, KernelWidth: 5 }
        && s is { StrideY: 1, StrideX: 1, DilationY: 1, DilationX: 1, Groups: 1 };

    /// <summary>Faster than the direct sums: the products saved outweigh the transforms, also with the tiles' idle margins.</summary>
    public static bool Suits(in ConvShape s)
    {
        if (!CanDo(s) || s.InChannels < FewestChannels || s.OutChannels < FewestChannels)
        {
            return false;
        }
        const int results = WinogradJob.Results;
        long covered = (long)((s.OutHeight + results - 1) / results) * ((s.OutWidth + results - 1) / results) * results * results;
        return covered <= 2 * s.OutPlane;
    }
}
