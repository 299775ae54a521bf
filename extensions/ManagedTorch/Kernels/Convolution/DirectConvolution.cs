using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Convolution of any kernel, stride, padding, dilation and groups, with vectors of one width.</summary>
internal static unsafe class DirectConvolution<T, TVector, TLanes>
    where T : unmanaged, INumberBase<T>
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    public static void Forward(in ConvShape s, T* x, T* w, T* bias, T* y)
    {
        int* taps = stackalloc int[3 * s.Taps];
        var job = new Correlation<T>
        {
            Batch = s.Batch, Groups = s.Groups, Channels = s.GroupIn, Outputs = s.GroupOut,
            Source = x, SourceHeight = s.InHeight, SourceWidth = s.InWidth,
            Height = s.OutHeight, Width = s.OutWidth, StepY = s.StrideY, StepX = s.StrideX,
            Taps = s.Taps, TapY = taps, TapX = taps + s.Taps, TapIndex = taps + 2 * s.Taps,
            Weight = w, WeightGroup = (nint)s.GroupOut * s.GroupIn * s.Taps, WeightOutput = (nint)s.GroupIn * s.Taps, WeightChannel = s.Taps,
            Bias = bias, Target = y, TargetHeight = s.OutHeight, TargetWidth = s.OutWidth, TargetStepY = 1, TargetStepX = 1,
        };
        for (int t = 0; t < s.Taps; t++)
        {
            job.TapY[t] = t / s.KernelWidth * s.DilationY - s.PadY;
            job.TapX[t] = t % s.KernelWidth * s.DilationX - s.PadX;
            job.TapIndex[t] = t;
        }
        Correlator<T, TVector, TLanes>.Run(job);
    }

    /// <summary>
    /// dx at row y collects dy at row (y + PadY - ky·DilationY) / StrideY of those kernel rows ky for which this is whole: the same for
    /// all y of one phase y mod StrideY. So each phase is a correlation of its own, with step 1.
    /// </summary>
    public static void BackwardInput(in ConvShape s, T* dy, T* w, T* bias, T* dx)
    {
        int* taps = stackalloc int[3 * s.Taps];
        for (int phaseY = 0; phaseY < Math.Min(s.StrideY, s.InHeight); phaseY++)
        {
            for (int phaseX = 0; phaseX < Math.Min(s.StrideX, s.InWidth); phaseX++)
            {
                var job = new Correlation<T>
                {
                    Batch = s.Batch, Groups = s.Groups, Channels = s.GroupOut, Outputs = s.GroupIn,
                    Source = dy, SourceHeight = s.OutHeight, SourceWidth = s.OutWidth, StepY = 1, StepX = 1,
                    Height = (s.InHeight - phaseY + s.StrideY - 1) / s.StrideY, Width = (s.InWidth - phaseX + s.StrideX - 1) / s.StrideX,
                    TapY = taps, TapX = taps + s.Taps, TapIndex = taps + 2 * s.Taps,
                    Weight = w, WeightGroup = (nint)s.GroupOut * s.GroupIn * s.Taps,
                    WeightOutput = s.Taps, WeightChannel = (nint)s.GroupIn * s.Taps,
                    Bias = bias, Target = dx, TargetHeight = s.InHeight, TargetWidth = s.InWidth,
                    FirstY = phaseY, FirstX = phaseX, TargetStepY = s.StrideY, TargetStepX = s.StrideX,
                };
                for (int t = 0; t < s.Taps; t++)
                {
                    int fromY = phaseY + s.PadY - t / s.KernelWidth * s.DilationY, fromX = phaseX + s.PadX - t % s.KernelWidth * s.DilationX;
                    if (fromY % s.StrideY == 0 && fromX % s.StrideX == 0)
                    {
                        job.TapY[job.Taps] = fromY / s.StrideY;
                        job.TapX[job.Taps] = fromX / s.StrideX;
                        job.TapIndex[job.Taps++] = t;
                    }
                }
                Correlator<T, TVector, TLanes>.Run(job);
            }
        }
    }

    public static void BackwardWeight(in ConvShape s, T* x, T* dy, T* dw) => WeightGradient<T, TVector, TLanes>.Run(s, x, dy, dw);
}
