namespace TorchSharp.Kernels;

/// <summary>A convolution with stride 1 as Winograd's algorithm sees it: results at (y, x) from source rows y + FirstY … .</summary>
internal unsafe struct WinogradJob
{
    /// <summary>Results of a tile, in each direction.</summary>
    public const int Results = 4;

    public const int MostPoints = 8;

    public int Batch;
    public int Channels;
    public int SourceHeight;
    public int SourceWidth;
    public int Outputs;
    public int Height;
    public int Width;
    public int Taps;            // 3 or 5, in each direction
    public int FirstY;          // source row of result 0's first tap
    public int FirstX;
    public float* Source;
    public float* Target;       // results, or their gradient
    public float* Bias;

    // Found by Arrange.
    public int TilesY;
    public int TilesX;
    public int BlockRows;       // rows of tiles that are worked on together
    public int Blocks;
    public nint ChannelPitch;   // channels rounded up to whole vectors
    public nint OutputPitch;
    public nint InputPoint;     // from the transformed input of one of the points to the next
    public nint ProductPoint;
    public float* Weights;      // transformed, [point][channel][output]; or the sums of their gradient for each part
    public nint PartSize;
    public double* BiasSums;    // of each part, [output]; null if the gradient by the bias is not wanted
    public int Parts;

    /// <summary>Of a transformed tile, in each direction.</summary>
    public int Points => Results + Taps - 1;

    public int SegmentColumns => TilesX * Results + Taps - 1;

    /// <summary>A job for the forward convolution of <paramref name="s"/>, or for its gradient by the weights.</summary>
    public static WinogradJob Forward(in ConvShape s) => new()
    {
        Batch = s.Batch, Channels = s.InChannels, SourceHeight = s.InHeight, SourceWidth = s.InWidth, Outputs = s.OutChannels,
        Height = s.OutHeight, Width = s.OutWidth, Taps = s.KernelHeight, FirstY = -s.PadY, FirstX = -s.PadX,
    };

    /// <summary>A job for the gradient by the input: a convolution of dy with the kernel turned by 180°.</summary>
    public static WinogradJob Backward(in ConvShape s) => new()
    {
        Batch = s.Batch, Channels = s.OutChannels, SourceHeight = s.OutHeight, SourceWidth = s.OutWidth, Outputs = s.InChannels,
        Height = s.InHeight, Width = s.InWidth, Taps = s.KernelHeight,
        FirstY = s.PadY - s.KernelHeight + 1, FirstX = s.PadX - s.KernelWidth + 1,
    };

    public void Arrange(int lanes, int cacheBytes)
    {
        TilesY = (Height + Results - 1) / Results;
        TilesX = (Width + Results - 1) / Results;
        ChannelPitch = (Channels + lanes - 1) / lanes * lanes;
        OutputPitch = (Outputs + lanes - 1) / lanes * lanes;
        nint rowBytes = Points * Points * sizeof(float) * TilesX * (ChannelPitch + OutputPitch);
        int rows = Batch * TilesY;
        BlockRows = (int)Math.Clamp(cacheBytes / rowBytes, 1, Math.Max(1, rows / (3 * Workers.Count)));
        Blocks = (rows + BlockRows - 1) / BlockRows;
        // Not a multiple of 4 KiB apart, or a tile's values would fight for one set of the cache.
        InputPoint = BlockRows * TilesX * ChannelPitch + 16;
        ProductPoint = BlockRows * TilesX * OutputPitch + 16;
    }
}
