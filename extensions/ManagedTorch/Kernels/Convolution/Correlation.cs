namespace TorchSharp.Kernels;

/// <summary>
/// out[o, y, x] = bias[o] + Σ over c and taps t of weight[o, c, t]·source[c, y·StepY + TapY[t], x·StepX + TapX[t]] for each image and group:
/// what the forward convolution and, for each phase of the stride, its gradient by the input have in common.
/// </summary>
internal unsafe struct Correlation<T> where T : unmanaged
{
    public int Batch;
    public int Groups;
    public int Channels;        // of the source, in a group
    public int Outputs;         // in a group
    public T* Source;
    public int SourceHeight;
    public int SourceWidth;
    public int StepY;
    public int StepX;
    public T* Weight;           // weight[g, o, c, t] at g·WeightGroup + o·WeightOutput + c·WeightChannel + TapIndex[t]
    public nint WeightGroup;
    public nint WeightOutput;
    public nint WeightChannel;
    public T* Bias;             // null: none
    public T* Target;
    public int TargetHeight;
    public int TargetWidth;
    public int TargetStepY;     // between the rows of a phase
    public int TargetStepX;
    public CorrelationPhase<T>* Phases;
    public int PhaseCount;
}

/// <summary>The results in every TargetStepY-th row and TargetStepX-th column, which have the same taps.</summary>
internal unsafe struct CorrelationPhase<T> where T : unmanaged
{
    public int Height;
    public int Width;
    public int FirstY;          // the target row and column of the first result
    public int FirstX;
    public int Taps;
    public int* TapY;
    public int* TapX;
    public int* TapIndex;
    public T* Panels;           // packed weights: [group][block of outputs][depth][row of the block]
    public int* Offsets;        // of each depth = channel·Taps + tap in the copy of the source
    public nint Depth;
}
