namespace TorchSharp.Kernels;

/// <summary>The sizes of a 2-D convolution y = x * w with zero padding; a 1-D one has height 1.</summary>
/// <remarks>
/// x is (Batch, InChannels, InHeight, InWidth), w (OutChannels, InChannels / Groups, KernelHeight, KernelWidth), y (Batch, OutChannels,
/// OutHeight, OutWidth), all contiguous. Whatever lies outside x counts as zero, so the output size alone says what is padded at the far end.
/// </remarks>
internal readonly record struct ConvShape
{
    public required int Batch { get; init; }
    public required int InChannels { get; init; }
    public required int InHeight { get; init; }
    public required int InWidth { get; init; }
    public required int OutChannels { get; init; }
    public required int OutHeight { get; init; }
    public required int OutWidth { get; init; }
    public required int KernelHeight { get; init; }
    public required int KernelWidth { get; init; }
    public required int StrideY { get; init; }
    public required int StrideX { get; init; }

    /// <summary>Rows of zeros before the first row.</summary>
    public required int PadY { get; init; }

    /// <summary>Columns of zeros before the first column.</summary>
    public required int PadX { get; init; }
    public required int DilationY { get; init; }
    public required int DilationX { get; init; }
    public required int Groups { get; init; }

    public int GroupIn => InChannels / Groups;

    public int GroupOut => OutChannels / Groups;

    public int Taps => KernelHeight * KernelWidth;

    public nint InPlane => (nint)InHeight * InWidth;

    public nint OutPlane => (nint)OutHeight * OutWidth;

    /// <summary>⌊(size + 2·pad - dilation·(kernel - 1) - 1) / stride⌋ + 1; below 1 if the kernel does not fit.</summary>
    public static int OutSize(int size, int kernel, int stride, int pad, int dilation)
    {
        int room = size + 2 * pad - dilation * (kernel - 1) - 1;
        return room < 0 ? 0 : room / stride + 1;
    }

    /// <summary>(size - 1)·stride - 2·pad + dilation·(kernel - 1) + outputPad + 1: what a transposed convolution gives.</summary>
    public static int TransposedSize(int size, int kernel, int stride, int pad, int dilation, int outputPad) =>
        (size - 1) * stride - 2 * pad + dilation * (kernel - 1) + outputPad + 1;

    /// <summary>A convolution with equal padding on both sides.</summary>
    public static ConvShape Create(int batch, int inChannels, int inHeight, int inWidth, int outChannels, (int Y, int X) kernel,
        (int Y, int X) stride, (int Y, int X) pad, (int Y, int X) dilation, int groups) => new()
        {
            Batch = batch, InChannels = inChannels, InHeight = inHeight, InWidth = inWidth, OutChannels = outChannels,
            OutHeight = OutSize(inHeight, kernel.Y, stride.Y, pad.Y, dilation.Y),
            OutWidth = OutSize(inWidth, kernel.X, stride.X, pad.X, dilation.X),
            KernelHeight = kernel.Y, KernelWidth = kernel.X, StrideY = stride.Y, StrideX = stride.X,
            PadY = pad.Y, PadX = pad.X, DilationY = dilation.Y, DilationX = dilation.X, Groups = groups,
        };

    /// <summary>The convolution whose gradient by its input is the wanted transposed convolution from (height, width).</summary>
    /// <remarks>So a transposed convolution's input is y here, its output x, and w is (inChannels, outChannels / groups, …) as in PyTorch.</remarks>
    public static ConvShape CreateTransposed(int batch, int inChannels, int height, int width, int outChannels, (int Y, int X) kernel,
        (int Y, int X) stride, (int Y, int X) pad, (int Y, int X) outputPad, (int Y, int X) dilation, int groups) => new()
        {
            Batch = batch, InChannels = outChannels, OutChannels = inChannels, OutHeight = height, OutWidth = width,
            InHeight = TransposedSize(height, kernel.Y, stride.Y, pad.Y, dilation.Y, outputPad.Y),
            InWidth = TransposedSize(width, kernel.X, stride.X, pad.X, dilation.X, outputPad.X),
            KernelHeight = kernel.Y, KernelWidth = kernel.X, StrideY = stride.Y, StrideX = stride.X,
            PadY = pad.Y, PadX = pad.X, DilationY = dilation.Y, DilationX = dilation.X, Groups = groups,
        };
}
