using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Settings of Adam and AdamW, named as in PyTorch.</summary>
/// <param name="LearningRate">The rate.</param> <param name="Beta1">Decay of the mean of gradients.</param>
/// <param name="Beta2">Decay of the mean of squares.</param> <param name="Epsilon">Added to the denominator.</param>
/// <param name="WeightDecay">Added to the gradient, or if <paramref name="Decoupled"/> taken from the parameter.</param>
/// <param name="Decoupled">AdamW's form of weight decay.</param> <param name="Maximize">Climbs instead.</param>
internal readonly record struct AdamSettings(
    double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0,
    bool Decoupled = false, bool Maximize = false);

/// <summary>One step of Adam or AdamW over a parameter, in one pass. Rounds as PyTorch 1.13 does on x64 with AVX2.</summary>
/// <remarks>D. P. Kingma and J. Ba, arXiv:1412.6980, algorithm 1; I. Loshchilov and F. Hutter, arXiv:1711.05101, algorithm
/// 2.</remarks>
internal static unsafe class AdamKernel
{
    /// <summary>
    /// m = β₁m + (1 - β₁)g, v = β₂v + (1 - β₂)g², p -= rate / (1 - β₁ᵗ) · m / (√v / √(1 - β₂ᵗ) + ε); with AMSGrad v's maximum so
    /// far.
    /// </summary>
    /// <remarks><paramref name="maxV"/> is AMSGrad's state, null for plain Adam; <paramref name="step"/> is t, from 1.</remarks>
    public static void Step<T>(T* p, T* g, T* m, T* v, T* maxV, long count, in AdamSettings settings, long step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double correction1 = 1 - Math.Pow(settings.Beta1, step), correction2 = 1 - Math.Pow(settings.Beta2, step);
        bool shrinks = settings.Decoupled && settings.WeightDecay != 0;
        Elementwise.ForShared(count, Vector256<T>.Count, new Update<T>(p, g, m, v, maxV,
            Lanes.FromDouble<T>(settings.Beta1), Lanes.FromDouble<T>(1 - settings.Beta1),
            Lanes.FromDouble<T>(settings.Beta2), Lanes.FromDouble<T>(1 - settings.Beta2),
            Lanes.FromDouble<T>(-(settings.LearningRate / correction1)), Lanes.FromDouble<T>(Math.Sqrt(correction2)),
            Lanes.FromDouble<T>(settings.Epsilon), settings.Decoupled ? T.Zero : Lanes.FromDouble<T>(settings.WeightDecay),
            Lanes.FromDouble<T>(shrinks ? 1 - settings.LearningRate * settings.WeightDecay : 1), settings.Maximize));
    }

    private readonly struct Update<T>(
        T* p, T* g, T* m, T* v, T* maxV, T beta1, T share1, T beta2, T share2, T minusRate, T rootCorrection, T epsilon,
        T decay, T shrink,
        bool maximize) : IElementwise where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count)
        {
            Vector256<T> value = Lanes.Load(p + i, count) * Vector256.Create(shrink);
            Vector256<T> d = Gradient.Load(g + i, value, count, decay, maximize);
            Vector256<T> mean =
                Lanes.MultiplyAdd(d, Vector256.Create(share1), Lanes.Load(m + i, count) * Vector256.Create(beta1));
            Vector256<T> square = Lanes.MultiplyAdd(
                Vector256.Create(share2) * d, d, Lanes.Load(v + i, count) * Vector256.Create(beta2));
            Lanes.Store(mean, m + i, count);
            Lanes.Store(square, v + i, count);
            if (maxV != null)
            {
                square = Vector256.Max(Lanes.Load(maxV + i, count), square);
                Lanes.Store(square, maxV + i, count);
            }
            Vector256<T> denominator = Vector256.Sqrt(square) / Vector256.Create(rootCorrection) + Vector256.Create(epsilon);
            Lanes.Store(value + Vector256.Create(minusRate) * mean / denominator, p + i, count);
        }
    }
}
