using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>
/// Winograd's convolution for 3×3 (4×4 results from 36 products instead of 144) and 5×5 kernels (4×4 results from 64 instead of 400):
/// blocks of tiles are transformed, multiplied as 36 or 64 small matrix products (tile, channel)·(channel, output), and transformed back.
/// </summary>
internal static unsafe class Winograd<TVector, TLanes>
    where TVector : unmanaged
    where TLanes : struct, ILanes<float, TVector>
{
    private const int Results = WinogradJob.Results, MostPoints = WinogradJob.MostPoints;
    private const int CacheBytes = 640 * 1024;

    private readonly struct ForwardWork(WinogradJob* job) : IWork
    {
        public void Run(int part) => RunBlock(job, part);
    }

    private readonly struct WeightWork(WinogradJob* job) : IWork
    {
        public void Run(int part) => SumBlocks(job, part);
    }

    public static void Forward(in ConvShape s, float* x, float* w, float* bias, float* y)
    {
        WinogradJob job = WinogradJob.Forward(s);
        job.Source = x;
        job.Target = y;
        job.Bias = bias;
        job.Arrange(TLanes.Count, CacheBytes);
        float* sorted = Scratch.Rent<float>(ScratchUse.Partial, (nint)job.Channels * s.Taps * job.OutputPitch);
        ChannelsLast.Transpose(w, (nint)s.InChannels * s.Taps, s.OutChannels, s.InChannels * s.Taps, sorted, job.OutputPitch);
        Convolve(&job, sorted, turn: false);
    }

    public static void BackwardInput(in ConvShape s, float* dy, float* w, float* bias, float* dx)
    {
        WinogradJob job = WinogradJob.Backward(s);
        job.Source = dy;
        job.Target = dx;
        job.Bias = bias;
        job.Arrange(TLanes.Count, CacheBytes);
        float* sorted = Scratch.Rent<float>(ScratchUse.Partial, (nint)job.Channels * s.Taps * job.OutputPitch);
        for (int o = 0; o < s.OutChannels; o++)
        {
            ChannelsLast.Transpose(w + (nint)o * s.InChannels * s.Taps, s.Taps, s.InChannels, s.Taps,
                sorted + o * s.Taps * job.OutputPitch, job.OutputPitch);
        }
        Convolve(&job, sorted, turn: true);
    }

    /// <remarks>The gradient by the bias costs next to nothing here: the point (1, 1) of a transformed tile is its sum.</remarks>
    public static void BackwardWeight(in ConvShape s, float* x, float* dy, float* dw, float* db = null)
    {
        WinogradJob job = WinogradJob.Forward(s);
        job.Source = x;
        job.Target = dy;
        // Each block reads and writes all sums once: where these are many, blocks must be large.
        nint sums = job.Points * job.Points * sizeof(float) * (nint)s.InChannels * s.OutChannels;
        job.Arrange(TLanes.Count, (int)Math.Clamp(2 * sums, CacheBytes, 4 * CacheBytes));
        job.PartSize = (nint)job.Points * job.Points * job.Channels * job.OutputPitch;
        job.Parts = Math.Min(Workers.Count, job.Blocks);
        nint totals = db == null ? 0 : job.Parts * job.OutputPitch;
        job.Weights = Scratch.Rent<float>(ScratchUse.Partial, job.Parts * job.PartSize + 2 * totals);
        job.BiasSums = db == null ? null : (double*)(job.Weights + job.Parts * job.PartSize);
        Workers.For(job.Parts, new WeightWork(&job));
        WinogradKernel<TVector, TLanes>.Collect(&job, dw);
        for (int output = 0; db != null && output < s.OutChannels; output++)
        {
            double sum = 0;
            for (int part = 0; part < job.Parts; part++)
            {
                sum += job.BiasSums[part * job.OutputPitch + output];
            }
            db[output] = (float)sum;
        }
    }

    private static void Convolve(WinogradJob* job, float* sorted, bool turn)
    {
        job->Weights = Scratch.Rent<float>(ScratchUse.Weights, (nint)job->Points * job->Points * job->Channels * job->OutputPitch);
        WinogradKernel<TVector, TLanes>.Transform(job, sorted, turn);
        Workers.For(job->Blocks, new ForwardWork(job));
    }

    private static void RunBlock(WinogradJob* job, int block)
    {
        int points = job->Points, first = block * job->BlockRows, end = Math.Min(first + job->BlockRows, job->Batch * job->TilesY);
        float* input = Scratch.Rent<float>(ScratchUse.Transformed, points * points * job->InputPoint);
        float* product = Scratch.Rent<float>(ScratchUse.Product, points * points * job->ProductPoint);
        TransformSource(job, first, end, input);
        int tiles = (end - first) * job->TilesX;
        var run = new TileJob { Depth = job->Channels, ALane = job->ChannelPitch, ADepth = 1, CRow = job->OutputPitch };
        int lanes = TLanes.Count;
        for (int point = 0; point < points * points; point++)
        {
            float* a = input + point * job->InputPoint, b = job->Weights + point * job->Channels * job->OutputPitch;
            float* c = product + point * job->ProductPoint;
            for (nint column = 0; column < job->OutputPitch; column += 2 * lanes)
            {
                int vectors = column + lanes < job->OutputPitch ? 2 : 1, rows;
                for (int tile = 0; tile < tiles; tile += rows)
                {
                    rows = NextRows(tiles - tile);
                    Tiles<float>.For(rows, vectors)(a + tile * job->ChannelPitch, b + column, c + tile * job->OutputPitch + column,
                        job->OutputPitch, Tiles<float>.Zeros, &run);
                }
            }
        }
        WriteTarget(job, first, end, product);
    }

    /// <summary>Adds this part's share of tiles: dU[point][channel][output] += Σ over tiles of input·gradient.</summary>
    private static void SumBlocks(WinogradJob* job, int part)
    {
        int points = job->Points;
        float* sums = job->Weights + part * job->PartSize;
        new Span<float>(sums, checked((int)job->PartSize)).Clear();
        float* input = Scratch.Rent<float>(ScratchUse.Transformed, points * points * job->InputPoint);
        float* gradient = Scratch.Rent<float>(ScratchUse.Product, points * points * job->ProductPoint);
        (long start, long end) = Workers.Range((long)job->Batch * job->TilesY, job->Parts, part);
        int lanes = TLanes.Count;
        double* biasSums = job->BiasSums == null ? null : job->BiasSums + part * job->OutputPitch;
        if (biasSums != null)
        {
            new Span<double>(biasSums, (int)job->OutputPitch).Clear();
        }
        for (int first = (int)start; first < end; first += job->BlockRows)
        {
            int last = (int)Math.Min(first + job->BlockRows, end);
            TransformSource(job, first, last, input);
            TransformGradient(job, first, last, gradient);
            if (biasSums != null)
            {
                AddTiles(gradient + (points + 1) * job->ProductPoint, (last - first) * job->TilesX, job->OutputPitch, biasSums);
            }
            var run = new TileJob
            {
                Depth = (last - first) * job->TilesX, ALane = 1, ADepth = job->ChannelPitch, CRow = job->OutputPitch, Accumulate = true,
            };
            for (int point = 0; point < points * points; point++)
            {
                float* a = input + point * job->InputPoint, b = gradient + point * job->ProductPoint;
                float* c = sums + point * job->Channels * job->OutputPitch;
                int rows;
                for (int channel = 0; channel < job->Channels; channel += rows)
                {
                    rows = NextRows(job->Channels - channel);
                    for (nint column = 0; column < job->OutputPitch; column += 2 * lanes)
                    {
                        int vectors = column + lanes < job->OutputPitch ? 2 : 1;
                        Tiles<float>.For(rows, vectors)(a + channel, b + column, c + channel * job->OutputPitch + column,
                            job->OutputPitch, Tiles<float>.Zeros, &run);
                    }
                }
            }
        }
    }

    /// <summary>sums[output] += Σ over tiles of values[tile][output]; eight tiles in float, the rest in double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTiles(float* values, int tiles, nint pitch, double* sums)
    {
        float* eight = stackalloc float[TLanes.Count];
        for (nint output = 0; output < pitch; output += TLanes.Count)
        {
            for (int first = 0; first < tiles; first += 8)
            {
                TVector sum = TLanes.Load(values + first * pitch + output);
                for (int tile = first + 1; tile < Math.Min(first + 8, tiles); tile++)
                {
                    sum = TLanes.Add(sum, TLanes.Load(values + tile * pitch + output));
                }
                TLanes.Store(sum, eight);
                for (int lane = 0; lane < TLanes.Count; lane++)
                {
                    sums[output + lane] += eight[lane];
                }
            }
        }
    }

    /// <summary>Rows of the next tile of a product, so that the last ones are not small: 16 = 8 + 8 instead of 14 + 2.</summary>
    private static int NextRows(int remaining)
    {
        int most = Tiles<float>.Rows, parts = (remaining + most - 1) / most;
        return (remaining + parts - 1) / parts;
    }

    /// <summary>Bᵀ x B of all tiles in rows of tiles <paramref name="first"/> … of the batch: to[point][tile][channel].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransformSource(WinogradJob* job, int first, int end, float* to)
    {
        int points = job->Points;
        nint pitch = job->ChannelPitch, rowPitch = job->SegmentColumns * pitch, lanes = TLanes.Count;
        float* copy = Scratch.Rent<float>(ScratchUse.Source, ((end - first) * Results + job->Taps - 1) * rowPitch);
        float* lines = AlignedTile(stackalloc float[MostPoints * MostPoints * TLanes.Count + 16]);
        nint plane = (nint)job->SourceHeight * job->SourceWidth;
        for (int row = first; row < end;)
        {
            int image = row / job->TilesY, tileY = row % job->TilesY, count = Math.Min(end - row, job->TilesY - tileY);
            ChannelsLast.CopyRows(job->Source + image * job->Channels * plane, plane, job->Channels, job->SourceHeight, job->SourceWidth,
                job->FirstY + tileY * Results, count * Results + job->Taps - 1,
                job->FirstX, job->SegmentColumns, copy, (int)pitch);
            for (int tile = 0; tile < count * job->TilesX; tile++, to += pitch)
            {
                float* from = copy + tile / job->TilesX * Results * rowPitch + tile % job->TilesX * Results * pitch;
                for (nint channel = 0; channel < pitch; channel += lanes)
                {
                    for (int i = 0; i < points; i++)
                    {
                        WinogradLines<TVector, TLanes>.Input(points, from + channel + i * rowPitch, pitch, lines + i * points * lanes, lanes);
                    }
                    for (int j = 0; j < points; j++)
                    {
                        WinogradLines<TVector, TLanes>.Input(points, lines + j * lanes, points * lanes,
                            to + channel + j * job->InputPoint, points * job->InputPoint);
                    }
                }
            }
            row += count;
        }
    }

    /// <summary>A dy Aᵀ of all tiles: to[point][tile][output].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransformGradient(WinogradJob* job, int first, int end, float* to)
    {
        int points = job->Points;
        nint pitch = job->OutputPitch, rowPitch = job->TilesX * Results * pitch, lanes = TLanes.Count;
        float* copy = Scratch.Rent<float>(ScratchUse.Target, (end - first) * Results * rowPitch);
        float* lines = AlignedTile(stackalloc float[MostPoints * MostPoints * TLanes.Count + 16]);
        nint plane = (nint)job->Height * job->Width;
        for (int row = first; row < end;)
        {
            int image = row / job->TilesY, tileY = row % job->TilesY, count = Math.Min(end - row, job->TilesY - tileY);
            ChannelsLast.CopyRows(job->Target + image * job->Outputs * plane, plane, job->Outputs, job->Height, job->Width,
                tileY * Results, count * Results, 0, job->TilesX * Results, copy, (int)pitch);
            for (int tile = 0; tile < count * job->TilesX; tile++, to += pitch)
            {
                float* from = copy + tile / job->TilesX * Results * rowPitch + tile % job->TilesX * Results * pitch;
                for (nint output = 0; output < pitch; output += lanes)
                {
                    for (int i = 0; i < Results; i++)
                    {
                        WinogradLines<TVector, TLanes>.OutputAdjoint(points, from + output + i * rowPitch, pitch,
                            lines + i * points * lanes, lanes);
                    }
                    for (int j = 0; j < points; j++)
                    {
                        WinogradLines<TVector, TLanes>.OutputAdjoint(points, lines + j * lanes, points * lanes,
                            to + output + j * job->ProductPoint, points * job->ProductPoint);
                    }
                }
            }
            row += count;
        }
    }

    /// <summary>Aᵀ p A + bias of all tiles, written with channels first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteTarget(WinogradJob* job, int first, int end, float* product)
    {
        int points = job->Points;
        nint pitch = job->OutputPitch, rowPitch = job->TilesX * Results * pitch, lanes = TLanes.Count;
        float* copy = Scratch.Rent<float>(ScratchUse.Target, Results * rowPitch + pitch), bias = copy + Results * rowPitch;
        float* lines = AlignedTile(stackalloc float[MostPoints * MostPoints * TLanes.Count + 16]);
        nint plane = (nint)job->Height * job->Width;
        new Span<float>(bias, (int)pitch).Clear();
        if (job->Bias != null)
        {
            new Span<float>(job->Bias, job->Outputs).CopyTo(new Span<float>(bias, job->Outputs));
        }
        for (int row = first; row < end; row++)
        {
            int image = row / job->TilesY, top = row % job->TilesY * Results;
            for (int tile = 0; tile < job->TilesX; tile++, product += pitch)
            {
                float* to = copy + tile * Results * pitch;
                for (nint output = 0; output < pitch; output += lanes)
                {
                    for (int i = 0; i < points; i++)
                    {
                        WinogradLines<TVector, TLanes>.Output(points, product + output + i * points * job->ProductPoint, job->ProductPoint,
                            lines + i * lanes, points * lanes);
                    }
                    TVector add = TLanes.Load(bias + output);
                    for (int j = 0; j < Results; j++)
                    {
                        float* line = lines + j * points * lanes;
                        WinogradLines<TVector, TLanes>.Output(points, line, lanes, line, lanes);
                        for (int i = 0; i < Results; i++)
                        {
                            TLanes.Store(TLanes.Add(TLanes.Load(line + i * lanes), add), to + output + i * rowPitch + j * pitch);
                        }
                    }
                }
            }
            float* target = job->Target + image * job->Outputs * plane + (nint)top * job->Width;
            ChannelsLast.CopyBack(copy, rowPitch, pitch, job->Outputs, Math.Min(Results, job->Height - top), job->Width, target, plane);
        }
    }

    /// <summary>The first place in the room where a vector does not cross a cache line.</summary>
    private static float* AlignedTile(Span<float> room)
    {
        float* at = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(room));
        return (float*)(((nint)at + 63) & ~63);
    }
}
