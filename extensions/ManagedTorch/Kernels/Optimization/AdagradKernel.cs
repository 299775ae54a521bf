using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Settings of Adagrad, named as in PyTorch.</summary>
internal readonly record struct AdagradSettings(
    double LearningRate = 0.01, double LearningRateDecay = 0, double WeightDecay = 0, double Epsilon = 1e-10,
        bool Maximize = false);

/// <summary>One step of Adagrad over a parameter, in one pass. Rounds as PyTorch 1.13 does on x64 with AVX2.</summary>
internal static unsafe class AdagradKernel
{
    /// <summary>s += g², p -= rate / (1 + (t - 1)·rateDecay) · g / (√s + ε).</summary>
    /// <remarks><paramref name="step"/> is t, from 1.</remarks>
    public static void Step<T>(T* p, T* g, T* s, long count, in AdagradSettings settings, long step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double rate = settings.LearningRate / (1 + (step - 1) * settings.LearningRateDecay);
        Elementwise.ForShared(count, Vector256<T>.Count, new Update<T>(p, g, s,
            Lanes.FromDouble<T>(-rate), Lanes.FromDouble<T>(settings.Epsilon), Lanes.FromDouble<T>(settings.WeightDecay),
                settings.Maximize));
    }

    private readonly struct Update<T>(T* p, T* g, T* s, T minusRate, T epsilon, T decay, bool maximize) : IElementwise
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count)
        {
            Vector256<T> value = Lanes.Load(p + i, count);
            Vector256<T> d = Gradient.Load(g + i, value, count, decay, maximize);
            Vector256<T> sum = Lanes.MultiplyAdd(d, d, Lanes.Load(s + i, count));
            Lanes.Store(sum, s + i, count);
            Vector256<T> denominator = Vector256.Sqrt(sum) + Vector256.Create(epsilon);
            Lanes.Store(value + Vector256.Create(minusRate) * d / denominator, p + i, count);
        }
    }
}
