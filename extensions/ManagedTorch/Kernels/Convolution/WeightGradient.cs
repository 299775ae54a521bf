using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>The gradient by the weights as a product: dw[o, (c, tap)] = Σ over pixels of dy[o, pixel]·x[c, pixel moved by tap].</summary>
/// <remarks>
/// The sum goes over pixels, so lanes are channels and taps: x is copied with channels last, where the channels of neighbouring taps of a
/// kernel row lie side by side: a run. Each thread sums its share of the batch; the shares are added in order.
/// </remarks>
internal static unsafe class WeightGradient<T, TVector, TLanes>
    where T : unmanaged, INumberBase<T>
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    private const int StripBytes = 384 * 1024;

    private struct Plan
    {
        public ConvShape Shape;
        public T* X;
        public T* Gradient;
        public T* Sums;            // [part][group][output][vector][lane]
        public nint PartSize;
        public int Parts;
        public int RunLength;      // values side by side: channels of a tap or of a kernel row
        public int Runs;           // in all
        public int VectorsPerRun;
        public int Vectors;
        public int StripRows;
        public int Strips;
        public int Columns;        // of the copy
        public int* VectorAt;      // each vector's place in the copy
        public int* PixelAt;       // each output pixel's place in the copy
    }

    private readonly struct Work(Plan* plan) : IWork
    {
        public void Run(int part) => RunPart(plan, part);
    }

    public static void Run(in ConvShape shape, T* x, T* dy, T* dw)
    {
        if (shape.Batch * shape.OutPlane == 0)
        {
            new Span<T>(dw, shape.OutChannels * shape.GroupIn * shape.Taps).Clear();
            return;
        }
        var plan = new Plan { Shape = shape, X = x, Gradient = dy };
        Arrange(&plan);
        plan.Sums = Scratch.Rent<T>(ScratchUse.Partial, plan.Parts * plan.PartSize);
        Workers.For(plan.Parts, new Work(&plan));
        Collect(&plan, dw);
    }

    private static void Arrange(Plan* plan)
    {
        ConvShape s = plan->Shape;
        int channels = s.GroupIn;
        bool wholeRows = s.DilationX == 1;
        plan->RunLength = wholeRows ? s.KernelWidth * channels : channels;
        plan->Runs = wholeRows ? s.KernelHeight : s.Taps;
        plan->VectorsPerRun = (plan->RunLength + TLanes.Count - 1) / TLanes.Count;
        plan->Vectors = (plan->Runs * plan->VectorsPerRun + 1) & ~1;
        plan->PartSize = (nint)s.OutChannels * plan->Vectors * TLanes.Count;
        plan->Columns = (s.OutWidth - 1) * s.StrideX + (s.KernelWidth - 1) * s.DilationX + 1;
        nint rowBytes = (nint)plan->Columns * channels * sizeof(T) * s.StrideY;
        int halo = ((s.KernelHeight - 1) * s.DilationY + s.StrideY - 1) / s.StrideY;
        plan->StripRows = (int)Math.Clamp(StripBytes / Math.Max(1, rowBytes) - halo, 1, s.OutHeight);
        plan->Strips = (s.OutHeight + plan->StripRows - 1) / plan->StripRows;
        plan->Parts = Math.Max(1, Math.Min(Workers.Count, s.Batch * plan->Strips));
        plan->VectorAt = Scratch.Rent<int>(ScratchUse.Offsets, plan->Vectors + plan->StripRows * s.OutWidth);
        plan->PixelAt = plan->VectorAt + plan->Vectors;
        int used = plan->Runs * plan->VectorsPerRun;
        for (int v = 0; v < plan->Vectors; v++)
        {
            int vector = Math.Min(v, used - 1), run = vector / plan->VectorsPerRun;
            int y = wholeRows ? run : run / s.KernelWidth, tapX = wholeRows ? 0 : run % s.KernelWidth;
            plan->VectorAt[v] = (y * s.DilationY * plan->Columns + tapX * s.DilationX) * channels
                + vector % plan->VectorsPerRun * TLanes.Count;
        }
        for (int pixel = 0; pixel < plan->StripRows * s.OutWidth; pixel++)
        {
            plan->PixelAt[pixel] = (pixel / s.OutWidth * s.StrideY * plan->Columns + pixel % s.OutWidth * s.StrideX) * channels;
        }
    }

    private static void RunPart(Plan* plan, int part)
    {
        ConvShape s = plan->Shape;
        T* sums = plan->Sums + part * plan->PartSize;
        new Span<T>(sums, checked((int)plan->PartSize)).Clear();
        int rows = (plan->StripRows - 1) * s.StrideY + (s.KernelHeight - 1) * s.DilationY + 1;
        nint area = (nint)rows * plan->Columns;
        // The last pixel's vectors may reach past the last value: the lanes beyond hold nothing, but must be there.
        T* copy = Scratch.Rent<T>(ScratchUse.Source, area * s.GroupIn + (plan->VectorsPerRun + 1) * TLanes.Count);
        (long start, long end) = Workers.Range((long)s.Batch * plan->Strips, plan->Parts, part);
        for (long item = start; item < end; item++)
        {
            int image = (int)(item / plan->Strips), top = (int)(item % plan->Strips) * plan->StripRows;
            int height = Math.Min(plan->StripRows, s.OutHeight - top);
            for (int group = 0; group < s.Groups; group++)
            {
                T* x = plan->X + ((nint)image * s.InChannels + (nint)group * s.GroupIn) * s.InPlane;
                T* dy = plan->Gradient + ((nint)image * s.OutChannels + (nint)group * s.GroupOut) * s.OutPlane + (nint)top * s.OutWidth;
                int first = top * s.StrideY - s.PadY, used = (height - 1) * s.StrideY + (s.KernelHeight - 1) * s.DilationY + 1;
                ChannelsLast.CopyRows(x, s.InPlane, s.GroupIn, s.InHeight, s.InWidth, first, used, -s.PadX, plan->Columns, copy, s.GroupIn);
                AddProduct(plan, dy, copy, height * s.OutWidth, sums + (nint)group * s.GroupOut * plan->Vectors * TLanes.Count);
            }
        }
    }

    private static void AddProduct(Plan* plan, T* dy, T* copy, int pixels, T* sums)
    {
        ConvShape s = plan->Shape;
        nint row = (nint)plan->Vectors * TLanes.Count;
        var run = new ConvTileJob<T>
        {
            Depth = pixels, ARow = s.OutPlane, ADepth = 1, BOffsets = plan->PixelAt, CRow = row, Accumulate = true,
        };
        int rows;
        for (int first = 0; first < s.GroupOut; first += rows)
        {
            int remaining = s.GroupOut - first;
            rows = remaining >= 8 ? 8 : remaining >= 4 ? 4 : 1;
            run.A = dy + first * s.OutPlane;
            for (int v = 0; v < plan->Vectors; v += 2)
            {
                run.B0 = copy + plan->VectorAt[v];
                run.B1 = copy + plan->VectorAt[v + 1];
                run.C = sums + first * row + v * TLanes.Count;
                ConvTile<T, TVector, TLanes>.Run(rows, &run);
            }
        }
    }

    /// <summary>Adds the parts and sorts (kernel row, kernel column, channel) into (channel, kernel row, kernel column).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Collect(Plan* plan, T* dw)
    {
        ConvShape s = plan->Shape;
        int channels = s.GroupIn, tapsPerRun = s.Taps / plan->Runs;
        nint row = (nint)plan->Vectors * TLanes.Count, runPitch = (nint)plan->VectorsPerRun * TLanes.Count;
        for (int o = 0; o < s.OutChannels; o++)
        {
            for (int c = 0; c < channels; c++)
            {
                for (int tap = 0; tap < s.Taps; tap++)
                {
                    T* from = plan->Sums + o * row + tap / tapsPerRun * runPitch + tap % tapsPerRun * channels + c;
                    T sum = *from;
                    for (int part = 1; part < plan->Parts; part++)
                    {
                        sum += from[part * plan->PartSize];
                    }
                    *dw++ = sum;
                }
            }
        }
    }
}
