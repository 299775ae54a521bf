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
        int* taps = Scratch.Rent<int>(ScratchUse.Taps, 3 * (nint)s.Taps);
        var phase = new CorrelationPhase<T>
        {
            Height = s.OutHeight, Width = s.OutWidth, Taps = s.Taps, TapY = taps, TapX = taps + s.Taps, TapIndex = taps + 2 * s.Taps,
        };
        for (int t = 0; t < s.Taps; t++)
        {
            phase.TapY[t] = t / s.KernelWidth * s.DilationY - s.PadY;
            phase.TapX[t] = t % s.KernelWidth * s.DilationX - s.PadX;
            phase.TapIndex[t] = t;
        }
        Correlator<T, TVector, TLanes>.Run(new Correlation<T>
        {
            Batch = s.Batch, Groups = s.Groups, Channels = s.GroupIn, Outputs = s.GroupOut,
            Source = x, SourceHeight = s.InHeight, SourceWidth = s.InWidth, StepY = s.StrideY, StepX = s.StrideX,
            Weight = w, WeightGroup = (nint)s.GroupOut * s.GroupIn * s.Taps, WeightOutput = (nint)s.GroupIn * s.Taps, WeightChannel = s.Taps,
            Bias = bias, Target = y, TargetHeight = s.OutHeight, TargetWidth = s.OutWidth, TargetStepY = 1, TargetStepX = 1,
            Phases = &phase, PhaseCount = 1,
        });
    }

    /// <summary>
    /// dx at row y collects dy at row (y + PadY - ky·DilationY) / StrideY of those kernel rows ky for which this is whole: the same for
    /// all y of one phase y mod StrideY. So each phase is a correlation of its own, with step 1.
    /// </summary>
    public static void BackwardInput(in ConvShape s, T* dy, T* w, T* bias, T* dx)
    {
        int phasesY = Math.Min(s.StrideY, s.InHeight), phasesX = Math.Min(s.StrideX, s.InWidth), count = phasesY * phasesX;
        CorrelationPhase<T>* phases = Scratch.Rent<CorrelationPhase<T>>(ScratchUse.Phases, count);
        int* taps = Scratch.Rent<int>(ScratchUse.Taps, 3 * (nint)s.Taps);    // each tap belongs to one phase
        for (int i = 0; i < count; i++)
        {
            int phaseY = i / phasesX, phaseX = i % phasesX;
            var phase = new CorrelationPhase<T>
            {
                Height = (s.InHeight - phaseY + s.StrideY - 1) / s.StrideY, Width = (s.InWidth - phaseX + s.StrideX - 1) / s.StrideX,
                FirstY = phaseY, FirstX = phaseX, TapY = taps, TapX = taps + s.Taps, TapIndex = taps + 2 * s.Taps,
            };
            for (int t = 0; t < s.Taps; t++)
            {
                int fromY = phaseY + s.PadY - t / s.KernelWidth * s.DilationY, fromX = phaseX + s.PadX - t % s.KernelWidth * s.DilationX;
                if (fromY % s.StrideY == 0 && fromX % s.StrideX == 0)
                {
                    phase.TapY[phase.Taps] = fromY / s.StrideY;
                    phase.TapX[phase.Taps] = fromX / s.StrideX;
                    phase.TapIndex[phase.Taps++] = t;
                }
            }
            phases[i] = phase;
            taps += phase.Taps;
        }
        Correlator<T, TVector, TLanes>.Run(new Correlation<T>
        {
            Batch = s.Batch, Groups = s.Groups, Channels = s.GroupOut, Outputs = s.GroupIn,
            Source = dy, SourceHeight = s.OutHeight, SourceWidth = s.OutWidth, StepY = 1, StepX = 1,
            Weight = w, WeightGroup = (nint)s.GroupOut * s.GroupIn * s.Taps, WeightOutput = s.Taps, WeightChannel = (nint)s.GroupIn * s.Taps,
            Bias = bias, Target = dx, TargetHeight = s.InHeight, TargetWidth = s.InWidth, TargetStepY = s.StrideY, TargetStepX = s.StrideX,
            Phases = phases, PhaseCount = count,
        });
    }

    public static void BackwardWeight(in ConvShape s, T* x, T* dy, T* dw) => WeightGradient<T, TVector, TLanes>.Run(s, x, dy, dw);
}
