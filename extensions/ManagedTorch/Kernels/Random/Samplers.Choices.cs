using System.Numerics;

namespace TorchSharp.Kernels;

internal static partial class Samplers
{
    /// <summary>
    /// 1 with probability <paramref name="p"/>, else 0, with two draws each (bernoulli_(p), and dropout's
    /// mask with 1 - p).
    /// </summary>
    public static void Bernoulli<T>(CpuGenerator generator, Span<T> destination, double p) where T : INumberBase<T>
    {
        // k 2⁻⁵³ < p holds for the whole number k exactly if k < ⌈p 2⁵³⌉.
        long threshold = (long)Math.Ceiling(p * (1ul << 53));
        lock (generator.Gate)
        {
            foreach (ref T x in destination)
            {
                ulong below = (ulong)((long)(generator.Random64() & Mask53) - threshold) >> 63;
                x = T.CreateTruncating((int)below);
            }
        }
    }

    /// <summary>1 with the probability of its place, else 0, with one draw each (bernoulli of a float tensor).</summary>
    public static void Bernoulli<T>(CpuGenerator generator, ReadOnlySpan<float> p, Span<T> destination) where T : INumberBase<T>
    {
        lock (generator.Gate)
        {
            for (int i = 0; i < p.Length; i++)
            {
                destination[i] = generator.Uniform32() < p[i] ? T.One : T.Zero;
            }
        }
    }

    /// <summary>1 with the probability of its place, else 0, with two draws each (bernoulli of a double tensor).</summary>
    public static void Bernoulli<T>(CpuGenerator generator, ReadOnlySpan<double> p, Span<T> destination) where T : INumberBase<T>
    {
        lock (generator.Gate)
        {
            for (int i = 0; i < p.Length; i++)
            {
                destination[i] = generator.Uniform64() < p[i] ? T.One : T.Zero;
            }
        }
    }

    /// <summary>
    /// Indices drawn with probabilities proportional to <paramref name="weights"/>; call it for one row after the other.
    /// </summary>
    /// <remarks>
    /// Without replacement, or for one index: the largest w/e with e exponential, in falling order (an exponential race). With
    /// replacement: a binary search in the running sums, with a uniform of 53 bits each. The caller has checked that weights are
    /// finite, at least 0 and not all 0, and that without replacement there are as many as picks.
    /// </remarks>
    public static void Multinomial<T>(CpuGenerator generator, ReadOnlySpan<T> weights, Span<long> picks, bool replacement)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (replacement && picks.Length != 1)
        {
            PickWithReplacement(generator, weights, picks);
        }
        else
        {
            PickByRace(generator, weights, picks);
        }
    }

    private static unsafe void PickByRace<T>(CpuGenerator generator, ReadOnlySpan<T> weights, Span<long> picks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var speed = new T[weights.Length];
        Exponential<T>(generator, speed, 1);
        for (int i = 0; i < speed.Length; i++)
        {
            speed[i] = weights[i] / speed[i];
        }
        fixed (T* from = speed)
        fixed (long* to = picks)
        {
            Ordering.TopK(from, null, to, 1, speed.Length, picks.Length, largest: true);
        }
    }

    private static void PickWithReplacement<T>(CpuGenerator generator, ReadOnlySpan<T> weights, Span<long> picks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var cumulative = new T[weights.Length];
        T sum = T.Zero;
        for (int i = 0; i < cumulative.Length; i++)
        {
            sum += weights[i];
            cumulative[i] = sum;
        }
        for (int i = 0; i < cumulative.Length; i++)
        {
            cumulative[i] /= sum;
        }
        cumulative[^1] = T.One;
        lock (generator.Gate)
        {
            foreach (ref long pick in picks)
            {
                double u = generator.Uniform64();
                int left = 0, right = cumulative.Length;
                while (left < right)
                {
                    int middle = left + (right - left) / 2;
                    (left, right) = double.CreateTruncating(cumulative[middle]) < u ? (middle + 1, right) : (left, middle);
                }
                pick = left;
            }
        }
    }
}
