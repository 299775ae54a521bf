using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>The kernel's side of Winograd's convolution: U = G w Gᵀ, and back for its gradient: dw = Gᵀ dU G.</summary>
internal static unsafe class WinogradKernel<TVector, TLanes>
    where TVector : unmanaged
    where TLanes : struct, ILanes<float, TVector>
{
    private const int MostPoints = WinogradJob.MostPoints;
    private const int Grain = 512;    // kernels

    private readonly struct Work(WinogradJob* job, float* sorted, bool turn, bool back, int parts) : IWork
    {
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(job->Channels, parts, part);
            if (back)
            {
                Collect(job, sorted, (int)start, (int)end);
            }
            else
            {
                Transform(job, sorted, turn, (int)start, (int)end);
            }
        }
    }

    /// <summary>From <paramref name="sorted"/>[(channel·taps² + tap)·OutputPitch + output] to the job's weights, turned by 180° if asked.</summary>
    public static void Transform(WinogradJob* job, float* sorted, bool turn)
    {
        int parts = Workers.PartsFor((long)job->Channels * job->OutputPitch, Grain);
        Workers.For(parts, new Work(job, sorted, turn, back: false, parts));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transform(WinogradJob* job, float* sorted, bool turn, int first, int end)
    {
        int taps = job->Taps, points = job->Points, lanes = TLanes.Count;
        float* g = stackalloc float[MostPoints * taps];
        Fill(g, taps);
        TVector* half = stackalloc TVector[MostPoints * taps];
        nint pitch = job->OutputPitch, point = job->Channels * pitch;
        for (int channel = first; channel < end; channel++)
        {
            for (nint output = 0; output < pitch; output += lanes)
            {
                float* w = sorted + (nint)channel * taps * taps * pitch + output;
                for (int i = 0; i < points; i++)
                {
                    for (int k = 0; k < taps; k++)
                    {
                        TVector sum = TLanes.Broadcast(0);
                        for (int j = 0; j < taps; j++)
                        {
                            int tap = turn ? taps * taps - 1 - (j * taps + k) : j * taps + k;
                            sum = TLanes.MultiplyAdd(TLanes.Broadcast(g[i * taps + j]), TLanes.Load(w + tap * pitch), sum);
                        }
                        half[i * taps + k] = sum;
                    }
                }
                float* to = job->Weights + channel * pitch + output;
                for (int i = 0; i < points; i++)
                {
                    for (int l = 0; l < points; l++, to += point)
                    {
                        TVector sum = TLanes.Broadcast(0);
                        for (int k = 0; k < taps; k++)
                        {
                            sum = TLanes.MultiplyAdd(TLanes.Broadcast(g[l * taps + k]), half[i * taps + k], sum);
                        }
                        TLanes.Store(sum, to);
                    }
                }
            }
        }
    }

    /// <summary>Adds the parts' sums in order and brings them back to <paramref name="dw"/>[output, channel, tap].</summary>
    public static void Collect(WinogradJob* job, float* dw)
    {
        int parts = Workers.PartsFor((long)job->Channels * job->OutputPitch, Grain), all = job->Channels * job->Taps * job->Taps;
        float* sorted = Scratch.Rent<float>(ScratchUse.Weights, all * job->OutputPitch);
        Workers.For(parts, new Work(job, sorted, turn: false, back: true, parts));
        ChannelsLast.Transpose(sorted, job->OutputPitch, all, job->Outputs, dw, all);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Collect(WinogradJob* job, float* sorted, int first, int end)
    {
        int taps = job->Taps, points = job->Points, lanes = TLanes.Count;
        float* g = stackalloc float[MostPoints * taps];
        Fill(g, taps);
        TVector* half = stackalloc TVector[MostPoints * taps];
        TVector* sums = stackalloc TVector[MostPoints * MostPoints];
        nint pitch = job->OutputPitch, point = job->Channels * pitch;
        for (int channel = first; channel < end; channel++)
        {
            for (nint output = 0; output < pitch; output += lanes)
            {
                float* from = job->Weights + channel * pitch + output;
                for (int p = 0; p < points * points; p++, from += point)
                {
                    TVector sum = TLanes.Load(from);
                    for (int part = 1; part < job->Parts; part++)
                    {
                        sum = TLanes.Add(sum, TLanes.Load(from + part * job->PartSize));
                    }
                    sums[p] = sum;
                }
                for (int i = 0; i < points; i++)
                {
                    for (int k = 0; k < taps; k++)
                    {
                        TVector sum = TLanes.Broadcast(0);
                        for (int l = 0; l < points; l++)
                        {
                            sum = TLanes.MultiplyAdd(TLanes.Broadcast(g[l * taps + k]), sums[i * points + l], sum);
                        }
                        half[i * taps + k] = sum;
                    }
                }
                float* to = sorted + (nint)channel * taps * taps * pitch + output;
                for (int j = 0; j < taps; j++)
                {
                    for (int k = 0; k < taps; k++, to += pitch)
                    {
                        TVector sum = TLanes.Broadcast(0);
                        for (int i = 0; i < points; i++)
                        {
                            sum = TLanes.MultiplyAdd(TLanes.Broadcast(g[i * taps + j]), half[i * taps + k], sum);
                        }
                        TLanes.Store(sum, to);
                    }
                }
            }
        }
    }

    private static void Fill(float* g, int taps)
    {
        for (int i = 0; i < (taps + WinogradJob.Results - 1) * taps; i++)
        {
            g[i] = WinogradLines<TVector, TLanes>.Kernel(taps, i / taps, i % taps);
        }
    }
}
