namespace TorchSharp.Kernels;

/// <summary>Windows that slide over planes (images × channels): what pooling, unfold and fold share. 1-D is height 1.</summary>
internal readonly record struct WindowShape
{
    public required int Planes { get; init; }
    public required int InHeight { get; init; }
    public required int InWidth { get; init; }
    public required int OutHeight { get; init; }
    public required int OutWidth { get; init; }
    public required int KernelY { get; init; }
    public required int KernelX { get; init; }
    public required int StrideY { get; init; }
    public required int StrideX { get; init; }
    public required int PadY { get; init; }
    public required int PadX { get; init; }
    public required int DilationY { get; init; }
    public required int DilationX { get; init; }

    public nint InPlane => (nint)InHeight * InWidth;

    public nint OutPlane => (nint)OutHeight * OutWidth;

    /// <summary>Windows that fit; rounded up with <paramref name="ceil"/>, except for one that would start in the padding at the
    /// far end.</summary>
    public static int OutSize(int size, int kernel, int stride, int pad, int dilation, bool ceil = false)
    {
        int room = size + 2 * pad - dilation * (kernel - 1) - 1 + (ceil ? stride - 1 : 0);
        int count = (room < 0 ? (room - stride + 1) / stride : room / stride) + 1;
        return ceil && (count - 1) * stride >= size + pad ? count - 1 : count;
    }

    public static WindowShape Create(
        int planes, int height, int width, (int Y, int X) kernel, (int Y, int X) stride, (int Y, int X) pad,
        (int Y, int X) dilation, bool ceil = false) => new()
        {
            Planes = planes, InHeight = height, InWidth = width,
            OutHeight = OutSize(height, kernel.Y, stride.Y, pad.Y, dilation.Y, ceil),
            OutWidth = OutSize(width, kernel.X, stride.X, pad.X, dilation.X, ceil),
            KernelY = kernel.Y, KernelX = kernel.X, StrideY = stride.Y, StrideX = stride.X,
            PadY = pad.Y, PadX = pad.X, DilationY = dilation.Y, DilationX = dilation.X,
        };

    /// <summary>Windows of 2×2 side by side, all inside: the usual case.</summary>
    public bool IsHalving =>
        this is { KernelY: 2, KernelX: 2, StrideY: 2, StrideX: 2, PadY: 0, PadX: 0, DilationY: 1, DilationX: 1 }
        && 2 * OutHeight <= InHeight && 2 * OutWidth <= InWidth;
}
