namespace TorchSharp.Kernels;

/// <summary>Lanes that a direct convolution keeps busy or idle with vectors of a given width: fewer is faster, for narrow images too.</summary>
internal static class LaneWaste
{
    public static long Forward(in ConvShape s, int lanes) =>
        Grid(s.OutHeight, s.OutWidth, (s.KernelWidth - 1) * s.DilationX / s.StrideX, lanes);

    public static long BackwardInput(in ConvShape s, int lanes) => Grid((s.InHeight + s.StrideY - 1) / s.StrideY,
        (s.InWidth + s.StrideX - 1) / s.StrideX, (s.KernelWidth - 1) * s.DilationX / s.StrideX, lanes);

    public static long BackwardWeight(in ConvShape s, int lanes)
    {
        long length = s.DilationX == 1 ? s.KernelWidth * s.GroupIn : s.GroupIn, runs = s.DilationX == 1 ? s.KernelHeight : s.Taps;
        return InPairs(runs * ((length + lanes - 1) / lanes), lanes);
    }

    /// <summary>By rows or over the whole grid with the row ends between, whichever takes fewer vectors.</summary>
    private static long Grid(long height, long width, long margin, int lanes) => InPairs(
        Math.Min(height * ((width + lanes - 1) / lanes), ((height - 1) * (width + margin) + width + lanes - 1) / lanes), lanes);

    private static long InPairs(long vectors, int lanes) => (vectors + 1 & ~1L) * lanes;
}
