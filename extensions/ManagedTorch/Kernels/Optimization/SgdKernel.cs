using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Settings of stochastic gradient descent, named as in PyTorch.</summary>
internal readonly record struct SgdSettings(
    double LearningRate, double Momentum = 0, double Dampening = 0, double WeightDecay = 0, bool Nesterov = false,
        bool Maximize = false);

/// <summary>One step of stochastic gradient descent over a parameter, in one pass. Rounds as PyTorch 1.13 does on x64 with
/// AVX2.</summary>
internal static unsafe class SgdKernel
{
    /// <summary>g += decay·p; buffer = momentum·buffer + (1 - dampening)·g, or g at the first step; p -= rate·buffer.</summary>
    /// <remarks><paramref name="buffer"/> may be null if momentum is 0; <paramref name="isFirst"/>: it has no value
    /// yet.</remarks>
    public static void Step<T>(T* p, T* g, T* buffer, long count, in SgdSettings settings, bool isFirst)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Elementwise.ForShared(count, Vector256<T>.Count, new Update<T>(p, g, settings.Momentum == 0 ? null : buffer,
            Lanes.FromDouble<T>(-settings.LearningRate), Lanes.FromDouble<T>(settings.Momentum),
            Lanes.FromDouble<T>(1 - settings.Dampening),
            Lanes.FromDouble<T>(settings.WeightDecay), settings.Nesterov, settings.Maximize, isFirst));

    private readonly struct Update<T>(
        T* p, T* g, T* buffer, T minusRate, T momentum, T share, T decay, bool nesterov, bool maximize, bool isFirst)
            : IElementwise
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count)
        {
            Vector256<T> value = Lanes.Load(p + i, count);
            Vector256<T> d = Gradient.Load(g + i, value, count, decay, maximize);
            if (buffer != null)
            {
                Vector256<T> b = d;
                if (!isFirst)
                {
                    b = Lanes.MultiplyAdd(d, Vector256.Create(share), Lanes.Load(buffer + i, count) * Vector256.Create(momentum));
                }
                Lanes.Store(b, buffer + i, count);
                d = nesterov ? Lanes.MultiplyAdd(b, Vector256.Create(momentum), d) : b;
            }
            Lanes.Store(Lanes.MultiplyAdd(d, Vector256.Create(minusRate), value), p + i, count);
        }
    }
}
