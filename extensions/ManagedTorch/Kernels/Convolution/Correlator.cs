using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Computes correlations: each part copies a strip of the padded input, then tiles of outputs × positions stay in registers.</summary>
/// <remarks>
/// A vector holds neighbouring positions of a row or, where rows are short, of the whole strip with the row ends between, whose results
/// are dropped. So positions in the copy, not sums, are what differs between kernels, strides and dilations.
/// </remarks>
internal static unsafe class Correlator<T, TVector, TLanes>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    private const int StripBytes = 384 * 1024;    // of L2, which also holds weights and results
    private const int MostRows = 8;

    private struct Plan
    {
        public Correlation<T> Job;
        public SourceStrip Strip;
        public int StripRows;   // results
        public int Strips;
    }

    private readonly struct Work(Plan* plan) : IWork
    {
        public void Run(int part) => RunStrip(plan, part);
    }

    private static bool ManyRegisters => System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated
        || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported;

    public static void Run(in Correlation<T> job)
    {
        int height = 0, width = 0;
        nint depths = 0;
        for (int i = 0; i < job.PhaseCount; i++)
        {
            height = Math.Max(height, job.Phases[i].Height);
            width = Math.Max(width, job.Phases[i].Width);
            job.Phases[i].Depth = (nint)job.Channels * job.Phases[i].Taps;
            depths += job.Phases[i].Depth;
        }
        if ((long)job.Batch * job.Outputs * height * width == 0)
        {
            return;
        }
        var plan = new Plan { Job = job };
        Arrange(&plan, height, width);
        int* offsets = Scratch.Rent<int>(ScratchUse.Offsets, depths);
        T* panels = Scratch.Rent<T>(ScratchUse.Weights, job.Groups * ((nint)job.Outputs + MostRows) * depths);
        for (int i = 0; i < job.PhaseCount; i++)
        {
            CorrelationPhase<T>* phase = job.Phases + i;
            phase->Offsets = offsets;
            phase->Panels = panels;
            plan.Strip.FillOffsets(job.Channels, phase->Taps, phase->TapY, phase->TapX, offsets);
            for (int group = 0; group < job.Groups; group++)
            {
                PackWeights(&plan, phase, group);
            }
            offsets += phase->Depth;
            panels += job.Groups * ((nint)job.Outputs + MostRows) * phase->Depth;
        }
        Workers.For(job.Batch * job.Groups * plan.Strips, new Work(&plan));
    }

    /// <summary>Rows of the next block of outputs; the last block may have more than what remains.</summary>
    private static int BlockRows(int remaining) => remaining == 1 ? 1 : remaining <= 4 || !ManyRegisters ? 4 : MostRows;

    private static T* PanelsOf(Plan* plan, CorrelationPhase<T>* phase, int group) =>
        phase->Panels + group * ((nint)plan->Job.Outputs + MostRows) * phase->Depth;

    private static void Arrange(Plan* plan, int height, int width)
    {
        Correlation<T>* job = &plan->Job;
        var strip = new SourceStrip { StepY = job->StepY, StepX = job->StepX };
        strip.FindMargins(job->Phases, job->PhaseCount, width);
        nint rowBytes = (nint)job->Channels * job->StepY * job->StepX * strip.RowPitch * sizeof(T);
        int rows = (int)Math.Clamp(StripBytes / Math.Max(1, rowBytes) - strip.SpanY, 1, height);
        // Enough strips for every thread to have one, unless they become so low that copying the overlap costs more.
        int images = job->Batch * job->Groups, wanted = (2 * Workers.Count + images - 1) / images;
        if (Workers.Count > 1 && wanted > 1)
        {
            rows = Math.Min(rows, Math.Max((height + wanted - 1) / wanted, Math.Min(4, height)));
        }
        int strips = (height + rows - 1) / rows;
        plan->StripRows = (height + strips - 1) / strips;
        plan->Strips = (height + plan->StripRows - 1) / plan->StripRows;
        strip.SetRows(plan->StripRows);
        plan->Strip = strip;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackWeights(Plan* plan, CorrelationPhase<T>* phase, int group)
    {
        Correlation<T>* job = &plan->Job;
        T* panel = PanelsOf(plan, phase, group);
        int rows;
        for (int first = 0; first < job->Outputs; first += rows)
        {
            rows = BlockRows(job->Outputs - first);
            for (int r = 0; r < rows; r++)
            {
                T* to = panel + r;
                T* from = job->Weight + group * job->WeightGroup + (first + r) * job->WeightOutput;
                bool idle = first + r >= job->Outputs;
                for (int c = 0; c < job->Channels; c++, from += job->WeightChannel)
                {
                    for (int t = 0; t < phase->Taps; t++, to += rows)
                    {
                        *to = idle ? default : from[phase->TapIndex[t]];
                    }
                }
            }
            panel += rows * phase->Depth;
        }
    }

    private static void RunStrip(Plan* plan, int part)
    {
        Correlation<T>* job = &plan->Job;
        int strip = part % plan->Strips, image = part / plan->Strips / job->Groups, group = part / plan->Strips % job->Groups;
        nint sourcePlane = (nint)job->SourceHeight * job->SourceWidth, targetPlane = (nint)job->TargetHeight * job->TargetWidth;
        T* source = job->Source + ((nint)image * job->Groups + group) * job->Channels * sourcePlane;
        T* target = job->Target + ((nint)image * job->Groups + group) * job->Outputs * targetPlane;
        T* bias = job->Bias == null ? null : job->Bias + group * job->Outputs;
        T* copy = Scratch.Rent<T>(ScratchUse.Source, job->Channels * plan->Strip.Plane + 2 * TLanes.Count);
        int top = strip * plan->StripRows;
        plan->Strip.Copy(source, job->Channels, job->SourceHeight, job->SourceWidth, top, plan->StripRows, copy);
        for (int i = 0; i < job->PhaseCount; i++)
        {
            RunPhase(plan, job->Phases + i, PanelsOf(plan, job->Phases + i, group), copy, top, target, bias);
        }
    }

    private static void RunPhase(Plan* plan, CorrelationPhase<T>* phase, T* panel, T* copy, int top, T* target, T* bias)
    {
        Correlation<T>* job = &plan->Job;
        int height = Math.Min(plan->StripRows, phase->Height - top), pitch = plan->Strip.RowPitch, lanes = TLanes.Count;
        if (height <= 0)
        {
            return;
        }
        // By rows, each row's last vector is partly idle; over the whole strip, the lanes between two rows are.
        int perRow = (phase->Width + lanes - 1) / lanes, overall = ((height - 1) * pitch + phase->Width + lanes - 1) / lanes;
        bool byRow = height * perRow <= overall;
        int vectors = byRow ? height * perRow : overall;
        T* tile = stackalloc T[MostRows * 2 * TLanes.Count];
        nint targetPlane = (nint)job->TargetHeight * job->TargetWidth;
        var run = new ConvTileJob<T> { Depth = phase->Depth, BOffsets = phase->Offsets, ARow = 1, C = tile, CRow = 2 * lanes };
        int rows;
        for (int first = 0; first < job->Outputs; first += rows)
        {
            rows = BlockRows(job->Outputs - first);
            int used = Math.Min(rows, job->Outputs - first);
            run.A = panel;
            run.ADepth = rows;
            T* to = target + first * targetPlane, add = bias == null ? null : bias + first;
            for (int v = 0; v < vectors; v += 2)
            {
                int at0 = byRow ? v / perRow * pitch + v % perRow * lanes : v * lanes, w = Math.Min(v + 1, vectors - 1);
                int at1 = byRow ? w / perRow * pitch + w % perRow * lanes : w * lanes;
                run.B0 = copy + at0;
                run.B1 = copy + at1;
                ConvTile<T, TVector, TLanes>.Run(rows, &run);
                Write(plan, phase, tile, at0, top, height, to, add, used);
                if (at1 != at0)
                {
                    Write(plan, phase, tile + lanes, at1, top, height, to, add, used);
                }
            }
            panel += rows * phase->Depth;
        }
    }

    /// <summary>Adds the bias and writes those lanes of a vector's results that lie inside the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(Plan* plan, CorrelationPhase<T>* phase, T* tile, int at, int top, int height, T* target, T* bias, int rows)
    {
        Correlation<T>* job = &plan->Job;
        nint targetPlane = (nint)job->TargetHeight * job->TargetWidth;
        int pitch = plan->Strip.RowPitch, step = job->TargetStepX, y = at / pitch, x = at - y * pitch;
        for (int lane = 0; lane < TLanes.Count && y < height; lane += pitch - x, x = 0, y++)
        {
            int count = Math.Min(phase->Width - x, TLanes.Count - lane);
            T* to = target + (nint)(phase->FirstY + (top + y) * job->TargetStepY) * job->TargetWidth + phase->FirstX + x * step;
            T* from = tile + lane;
            for (int r = 0; r < rows; r++, to += targetPlane, from += 2 * TLanes.Count)
            {
                TVector add = TLanes.Broadcast(bias == null ? default : bias[r]);
                if (count == TLanes.Count && step == 1)
                {
                    TLanes.Store(TLanes.Add(TLanes.Load(from), add), to);
                    continue;
                }
                if (lane == 0)
                {
                    TLanes.Store(TLanes.Add(TLanes.Load(from), add), from);    // for all of the vector's rows of results
                }
                for (int i = 0; i < count; i++)
                {
                    to[(nint)i * step] = from[i];
                }
            }
        }
    }
}
