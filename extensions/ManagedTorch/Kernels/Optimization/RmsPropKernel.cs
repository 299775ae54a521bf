using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Settings of RMSprop, named as in PyTorch.</summary>
internal readonly record struct RmsPropSettings(
    double LearningRate = 0.01, double Alpha = 0.99, double Epsilon = 1e-8, double WeightDecay = 0, double Momentum = 0,
        bool Maximize = false);

/// <summary>One step of RMSprop over a parameter, in one pass. Rounds as PyTorch 1.13 does on x64 with AVX2.</summary>
internal static unsafe class RmsPropKernel
{
    /// <summary>v = αv + (1 - α)g², p -= rate·g / (√v + ε); centred, √(v - mean²) instead, with mean = α·mean + (1 -
    /// α)g.</summary>
    /// <remarks>
    /// <paramref name="mean"/> is null for the plain form. With momentum: buffer = momentum·buffer + g / (√v + ε), p -=
    /// rate·buffer; without, <paramref name="buffer"/> may be null.
    /// </remarks>
    public static void Step<T>(T* p, T* g, T* v, T* mean, T* buffer, long count, in RmsPropSettings settings)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Elementwise.ForShared(count, Vector256<T>.Count, new Update<T>(p, g, v, mean, settings.Momentum == 0 ? null : buffer,
            Lanes.FromDouble<T>(settings.Alpha), Lanes.FromDouble<T>(1 - settings.Alpha),
            Lanes.FromDouble<T>(-settings.LearningRate),
            Lanes.FromDouble<T>(settings.Epsilon), Lanes.FromDouble<T>(settings.WeightDecay),
            Lanes.FromDouble<T>(settings.Momentum),
            settings.Maximize));

    private readonly struct Update<T>(
        T* p, T* g, T* v, T* mean, T* buffer, T alpha, T share, T minusRate, T epsilon, T decay, T momentum, bool maximize)
            : IElementwise
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count)
        {
            Vector256<T> value = Lanes.Load(p + i, count);
            Vector256<T> d = Gradient.Load(g + i, value, count, decay, maximize);
            Vector256<T> square = Lanes.MultiplyAdd(
                Vector256.Create(share) * d, d, Lanes.Load(v + i, count) * Vector256.Create(alpha));
            Lanes.Store(square, v + i, count);
            if (mean != null)
            {
                Vector256<T> center =
                    Lanes.MultiplyAdd(d, Vector256.Create(share), Lanes.Load(mean + i, count) * Vector256.Create(alpha));
                Lanes.Store(center, mean + i, count);
                square = Lanes.MultiplyAdd(-center, center, square);
            }
            Vector256<T> denominator = Vector256.Sqrt(square) + Vector256.Create(epsilon);
            if (buffer != null)
            {
                Vector256<T> b = Lanes.Load(buffer + i, count) * Vector256.Create(momentum) + d / denominator;
                Lanes.Store(b, buffer + i, count);
                Lanes.Store(Lanes.MultiplyAdd(b, Vector256.Create(minusRate), value), p + i, count);
            }
            else
            {
                Lanes.Store(value + Vector256.Create(minusRate) * d / denominator, p + i, count);
            }
        }
    }
}
