using System.Runtime.CompilerServices;

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
    public int Height;          // of the grid of results
    public int Width;
    public int StepY;
    public int StepX;
    public int Taps;
    public int* TapY;
    public int* TapX;
    public T* Weight;           // weight[g, o, c, t] at g·WeightGroup + o·WeightOutput + c·WeightChannel + TapIndex[t]
    public int* TapIndex;
    public nint WeightGroup;
    public nint WeightOutput;
    public nint WeightChannel;
    public T* Bias;             // null: none
    public T* Target;           // the grid's (y, x) is written to row FirstY + y·TargetStepY, column FirstX + x·TargetStepX
    public int TargetHeight;
    public int TargetWidth;
    public int FirstY;
    public int FirstX;
    public int TargetStepY;
    public int TargetStepX;
}

/// <summary>Computes correlations: each part copies a strip of the padded input, then tiles of outputs × positions stay in registers.</summary>
/// <remarks>
/// With steps above 1 the copy is sorted by phase, so that neighbouring results always read neighbouring values. A vector holds
/// neighbouring positions of a row or, where rows are short, of the whole strip with the row ends between, whose results are dropped.
/// </remarks>
internal static unsafe class Correlator<T, TVector, TLanes>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    private const int StripBytes = 384 * 1024;    // of L2, which also holds weights and results

    /// <summary>What all parts know.</summary>
    private struct Plan
    {
        public Correlation<T> Job;
        public T* Panels;       // [group][block of outputs][depth][row of the block]
        public int* Offsets;    // of each depth = channel·Taps + tap in the strip
        public nint Depth;
        public int MinY;
        public int MinX;
        public int RowPitch;
        public int Rows;        // of each phase of the strip
        public nint Plane;      // from a channel of the strip to the next
        public int StripRows;   // results
        public int Strips;
    }

    private readonly struct Work(Plan* plan) : IWork
    {
        public void Run(int part) => RunStrip(plan, part);
    }

    public static void Run(in Correlation<T> job)
    {
        if ((long)job.Batch * job.Outputs * job.Height * job.Width == 0)
        {
            return;
        }
        var plan = new Plan { Job = job, Depth = (nint)job.Channels * job.Taps };
        Arrange(&plan);
        plan.Panels = Scratch.Rent<T>(ScratchUse.Weights, job.Groups * ((nint)job.Outputs + 8) * plan.Depth);
        for (int group = 0; group < job.Groups; group++)
        {
            PackWeights(&plan, group);
        }
        Workers.For(job.Batch * job.Groups * plan.Strips, new Work(&plan));
    }

    /// <summary>Rows of a block of outputs; the last block may be larger than what remains.</summary>
    private static int BlockRows(int remaining) => remaining == 1 ? 1 : remaining <= 4 ? 4 : WideTiles ? 8 : 4;

    private static bool WideTiles => System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated
        || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported;

    private static void Arrange(Plan* plan)
    {
        Correlation<T>* job = &plan->Job;
        int maxY = int.MinValue, maxX = int.MinValue;
        plan->MinY = plan->MinX = int.MaxValue;
        for (int t = 0; t < job->Taps; t++)
        {
            plan->MinY = Math.Min(plan->MinY, job->TapY[t]);
            plan->MinX = Math.Min(plan->MinX, job->TapX[t]);
            maxY = Math.Max(maxY, job->TapY[t]);
            maxX = Math.Max(maxX, job->TapX[t]);
        }
        if (job->Taps == 0)
        {
            plan->MinY = plan->MinX = maxY = maxX = 0;
        }
        int spanY = (maxY - plan->MinY) / job->StepY, spanX = (maxX - plan->MinX) / job->StepX;
        plan->RowPitch = job->Width + spanX;
        int phases = job->StepY * job->StepX;
        nint rowBytes = (nint)job->Channels * phases * plan->RowPitch * sizeof(T);
        int rows = (int)Math.Clamp(StripBytes / Math.Max(1, rowBytes) - spanY, 1, job->Height);
        // Enough strips for every thread to have one, unless they become so low that copying the overlap costs more.
        int wanted = (2 * Workers.Count + job->Batch * job->Groups - 1) / (job->Batch * job->Groups);
        if (Workers.Count > 1 && wanted > 1)
        {
            rows = Math.Min(rows, Math.Max((job->Height + wanted - 1) / wanted, Math.Min(4, job->Height)));
        }
        plan->Strips = (job->Height + rows - 1) / rows;
        plan->StripRows = (job->Height + plan->Strips - 1) / plan->Strips;
        plan->Strips = (job->Height + plan->StripRows - 1) / plan->StripRows;
        plan->Rows = plan->StripRows + spanY;
        plan->Plane = (nint)phases * plan->Rows * plan->RowPitch;
        plan->Offsets = Scratch.Rent<int>(ScratchUse.Offsets, plan->Depth);
        int* offset = plan->Offsets;
        for (int c = 0; c < job->Channels; c++)
        {
            for (int t = 0; t < job->Taps; t++)
            {
                int y = job->TapY[t] - plan->MinY, x = job->TapX[t] - plan->MinX;
                int phase = y % job->StepY * job->StepX + x % job->StepX;
                *offset++ = (int)(c * plan->Plane + ((nint)phase * plan->Rows + y / job->StepY) * plan->RowPitch + x / job->StepX);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackWeights(Plan* plan, int group)
    {
        Correlation<T>* job = &plan->Job;
        T* panel = PanelsOf(plan, group);
        int rows;
        for (int first = 0; first < job->Outputs; first += rows)
        {
            rows = BlockRows(job->Outputs - first);
            for (int r = 0; r < rows; r++)
            {
                T* to = panel + r;
                if (first + r >= job->Outputs)
                {
                    for (nint p = 0; p < plan->Depth; p++, to += rows)
                    {
                        *to = default;
                    }
                    continue;
                }
                T* from = job->Weight + group * job->WeightGroup + (first + r) * job->WeightOutput;
                for (int c = 0; c < job->Channels; c++, from += job->WeightChannel)
                {
                    for (int t = 0; t < job->Taps; t++, to += rows)
                    {
                        *to = from[job->TapIndex[t]];
                    }
                }
            }
            panel += rows * plan->Depth;
        }
    }

    private static T* PanelsOf(Plan* plan, int group) => plan->Panels + group * ((nint)plan->Job.Outputs + 8) * plan->Depth;

    private static void RunStrip(Plan* plan, int part)
    {
        Correlation<T>* job = &plan->Job;
        int strip = part % plan->Strips, image = part / plan->Strips / job->Groups, group = part / plan->Strips % job->Groups;
        int top = strip * plan->StripRows, height = Math.Min(plan->StripRows, job->Height - top);
        T* source = Scratch.Rent<T>(ScratchUse.Source, job->Channels * plan->Plane + 2 * TLanes.Count);
        Copy(plan, job->Source + ((nint)image * job->Groups + group) * job->Channels * job->SourceHeight * job->SourceWidth, top, height, source);
        nint targetPlane = (nint)job->TargetHeight * job->TargetWidth;
        T* target = job->Target + ((nint)image * job->Groups + group) * job->Outputs * targetPlane;
        T* bias = job->Bias == null ? null : job->Bias + group * job->Outputs;
        T* panel = PanelsOf(plan, group);
        // By rows, each row's last vector is partly idle; over the whole strip, the lanes between two rows are.
        int perRow = (job->Width + TLanes.Count - 1) / TLanes.Count;
        int overall = ((height - 1) * plan->RowPitch + job->Width + TLanes.Count - 1) / TLanes.Count;
        bool byRow = height * perRow <= overall;
        int vectors = byRow ? height * perRow : overall;
        T* tile = stackalloc T[8 * 2 * TLanes.Count];
        var run = new ConvTileJob<T> { Depth = plan->Depth, BOffsets = plan->Offsets, ARow = 1, C = tile, CRow = 2 * TLanes.Count };
        int rows;
        for (int first = 0; first < job->Outputs; first += rows)
        {
            rows = BlockRows(job->Outputs - first);
            int used = Math.Min(rows, job->Outputs - first);
            run.A = panel;
            run.ADepth = rows;
            for (int v = 0; v < vectors; v += 2)
            {
                int at0 = Position(v, byRow, perRow, plan->RowPitch);
                int at1 = v + 1 < vectors ? Position(v + 1, byRow, perRow, plan->RowPitch) : at0;
                run.B0 = source + at0;
                run.B1 = source + at1;
                ConvTile<T, TVector, TLanes>.Run(rows, &run);
                Write(plan, tile, at0, top, height, target + first * targetPlane, bias == null ? null : bias + first, used);
                if (v + 1 < vectors)
                {
                    Write(plan, tile + TLanes.Count, at1, top, height, target + first * targetPlane, bias == null ? null : bias + first, used);
                }
            }
            panel += rows * plan->Depth;
        }
    }

    private static int Position(int vector, bool byRow, int perRow, int rowPitch) =>
        byRow ? vector / perRow * rowPitch + vector % perRow * TLanes.Count : vector * TLanes.Count;

    /// <summary>Adds the bias and writes those lanes of a vector's results that lie inside the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(Plan* plan, T* tile, int at, int top, int height, T* target, T* bias, int rows)
    {
        Correlation<T>* job = &plan->Job;
        nint targetPlane = (nint)job->TargetHeight * job->TargetWidth;
        int lane = 0;
        while (lane < TLanes.Count)
        {
            int y = (at + lane) / plan->RowPitch, x = (at + lane) % plan->RowPitch;
            int count = Math.Min(job->Width - x, TLanes.Count - lane);
            if (y >= height)
            {
                return;
            }
            if (count <= 0)
            {
                lane += plan->RowPitch - x;
                continue;
            }
            T* to = target + (nint)(job->FirstY + (top + y) * job->TargetStepY) * job->TargetWidth + job->FirstX + x * job->TargetStepX;
            T* from = tile + lane;
            for (int r = 0; r < rows; r++, to += targetPlane, from += 2 * TLanes.Count)
            {
                T add = bias == null ? default : bias[r];
                if (count == TLanes.Count && job->TargetStepX == 1)
                {
                    TLanes.Store(TLanes.Add(TLanes.Load(from), TLanes.Broadcast(add)), to);
                    continue;
                }
                WriteSome(from, to, count, job->TargetStepX, add);
            }
            lane += plan->RowPitch - x;
        }
    }

    private static void WriteSome(T* from, T* to, int count, int step, T add)
    {
        T* sums = stackalloc T[TLanes.Count];
        TLanes.Store(TLanes.Add(TLanes.Load(from), TLanes.Broadcast(add)), sums);
        for (int i = 0; i < count; i++, to += step)
        {
            *to = sums[i];
        }
    }

    /// <summary>Copies the strip's rows of all channels, zeros around, sorted by phase: [channel][phase y][phase x][row][column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(Plan* plan, T* source, int top, int height, T* strip)
    {
        Correlation<T>* job = &plan->Job;
        int stepX = job->StepX, pitch = plan->RowPitch;
        int rows = (height + plan->Rows - plan->StripRows) * job->StepY;
        for (int c = 0; c < job->Channels; c++)
        {
            T* channel = source + (nint)c * job->SourceHeight * job->SourceWidth;
            for (int row = 0; row < rows; row++)
            {
                int from = top * job->StepY + plan->MinY + row;
                bool outside = (uint)from >= (uint)job->SourceHeight;
                for (int phase = 0; phase < stepX; phase++)
                {
                    T* to = strip + c * plan->Plane
                        + (((nint)(row % job->StepY) * stepX + phase) * plan->Rows + row / job->StepY) * pitch;
                    int first = plan->MinX + phase;    // the source column of the phase's first value
                    int left = outside ? pitch : Math.Clamp((-first + stepX - 1) / stepX, 0, pitch);
                    int right = outside ? pitch : Math.Clamp((job->SourceWidth - first + stepX - 1) / stepX, left, pitch);
                    new Span<T>(to, left).Clear();
                    new Span<T>(to + right, pitch - right).Clear();
                    T* values = channel + (nint)from * job->SourceWidth + first;
                    if (stepX == 1)
                    {
                        new Span<T>(values + left, right - left).CopyTo(new Span<T>(to + left, right - left));
                        continue;
                    }
                    for (int x = left; x < right; x++)
                    {
                        to[x] = values[(nint)x * stepX];
                    }
                }
            }
        }
    }
}
