using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The one-dimensional transforms of Winograd's convolution: 4 results from a kernel of 3 taps by the six points 0, 1, -1, 2, -2, ∞, or of
/// 5 taps by eight, ½ and -½ before ∞: y = Aᵀ[(G w) ⊙ (Bᵀ x)]. A two-dimensional transform is these lines over the columns and the rows.
/// </summary>
/// <remarks>
/// Every lane is a channel of its own. Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2016, equations 8 to 13.
/// Steps are in elements, from one of a line's values to the next.
/// </remarks>
internal static unsafe class WinogradLines<TVector, TLanes>
    where TVector : unmanaged
    where TLanes : struct, ILanes<float, TVector>
{
    /// <summary>Bᵀ x: as many values of the input at the <paramref name="points"/> (6 or 8).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input(int points, float* x, nint step, float* to, nint toStep)
    {
        if (points == 8)
        {
            Input8(x, step, to, toStep);
            return;
        }
        TVector x0 = TLanes.Load(x), x1 = TLanes.Load(x + step), x2 = TLanes.Load(x + 2 * step);
        TVector x3 = TLanes.Load(x + 3 * step), x4 = TLanes.Load(x + 4 * step), x5 = TLanes.Load(x + 5 * step);
        TVector four = TLanes.Broadcast(4), minus4 = TLanes.Broadcast(-4), minus5 = TLanes.Broadcast(-5);
        TLanes.Store(TLanes.MultiplyAdd(four, x0, TLanes.MultiplyAdd(minus5, x2, x4)), to);
        StorePair(TLanes.MultiplyAdd(minus4, x2, x4), TLanes.MultiplyAdd(minus4, x1, x3), to + toStep, toStep);
        TVector minus1 = TLanes.Broadcast(-1), two = TLanes.Broadcast(2);
        TVector even = TLanes.MultiplyAdd(minus1, x2, x4), odd = TLanes.MultiplyAdd(minus1, x1, x3);
        TLanes.Store(TLanes.MultiplyAdd(two, odd, even), to + 3 * toStep);
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(-2), odd, even), to + 4 * toStep);
        TLanes.Store(TLanes.MultiplyAdd(four, x1, TLanes.MultiplyAdd(minus5, x3, x5)), to + 5 * toStep);
    }

    // Row i is the polynomial Π over j ≠ i of (x - aⱼ): x⁶ - 21/4 x⁴ + 21/4 x² - 1 for 0, its even and odd terms by themselves for a pair ±a.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Input8(float* x, nint step, float* to, nint toStep)
    {
        TVector x0 = TLanes.Load(x), x1 = TLanes.Load(x + step), x2 = TLanes.Load(x + 2 * step), x3 = TLanes.Load(x + 3 * step);
        x += 4 * step;
        TVector x4 = TLanes.Load(x), x5 = TLanes.Load(x + step), x6 = TLanes.Load(x + 2 * step), x7 = TLanes.Load(x + 3 * step);
        TVector minus1 = TLanes.Broadcast(-1), outer = TLanes.Broadcast(5.25f), minus = TLanes.Broadcast(-5.25f);
        TLanes.Store(TLanes.MultiplyAdd(minus1, x0, TLanes.MultiplyAdd(outer, x2, TLanes.MultiplyAdd(minus, x4, x6))), to);
        TLanes.Store(TLanes.MultiplyAdd(minus1, x1, TLanes.MultiplyAdd(outer, x3, TLanes.MultiplyAdd(minus, x5, x7))), to + 7 * toStep);
        TVector middle = TLanes.Broadcast(-4.25f);
        StorePair(TLanes.MultiplyAdd(middle, x4, TLanes.Add(x6, x2)), TLanes.MultiplyAdd(middle, x3, TLanes.Add(x5, x1)), to + toStep, toStep);
        TVector two = TLanes.Broadcast(2), half = TLanes.Broadcast(0.5f), third = TLanes.MultiplyAdd(TLanes.Broadcast(-2.5f), x3, default);
        StorePair(TLanes.MultiplyAdd(TLanes.Broadcast(0.25f), x2, TLanes.MultiplyAdd(TLanes.Broadcast(-1.25f), x4, x6)),
            TLanes.MultiplyAdd(two, x5, TLanes.MultiplyAdd(half, x1, third)), to + 3 * toStep, toStep);
        StorePair(TLanes.MultiplyAdd(TLanes.Broadcast(4), x2, TLanes.MultiplyAdd(TLanes.Broadcast(-5), x4, x6)),
            TLanes.MultiplyAdd(half, x5, TLanes.MultiplyAdd(two, x1, third)), to + 5 * toStep, toStep);
    }

    /// <summary>Aᵀ p: the four results from the products at the points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output(int points, float* p, nint step, float* to, nint toStep)
    {
        TVector p1 = TLanes.Load(p + step), p2 = TLanes.Load(p + 2 * step), p3 = TLanes.Load(p + 3 * step), p4 = TLanes.Load(p + 4 * step);
        TVector last = TLanes.Load(p + (points - 1) * step), minus1 = TLanes.Broadcast(-1), two = TLanes.Broadcast(2);
        TVector sum1 = TLanes.Add(p1, p2), difference1 = TLanes.MultiplyAdd(minus1, p2, p1);
        TVector sum2 = TLanes.Add(p3, p4), difference2 = TLanes.MultiplyAdd(minus1, p4, p3);
        TVector y0 = TLanes.Add(TLanes.Add(TLanes.Load(p), sum1), sum2), y1 = TLanes.MultiplyAdd(two, difference2, difference1);
        TVector y2 = TLanes.MultiplyAdd(TLanes.Broadcast(4), sum2, sum1);
        TVector y3 = TLanes.Add(TLanes.MultiplyAdd(TLanes.Broadcast(8), difference2, difference1), last);
        if (points == 8)
        {
            TVector p5 = TLanes.Load(p + 5 * step), p6 = TLanes.Load(p + 6 * step);
            TVector sum3 = TLanes.Add(p5, p6), difference3 = TLanes.MultiplyAdd(minus1, p6, p5);
            y0 = TLanes.Add(y0, sum3);
            y1 = TLanes.MultiplyAdd(TLanes.Broadcast(0.5f), difference3, y1);
            y2 = TLanes.MultiplyAdd(TLanes.Broadcast(0.25f), sum3, y2);
            y3 = TLanes.MultiplyAdd(TLanes.Broadcast(0.125f), difference3, y3);
        }
        TLanes.Store(y0, to);
        TLanes.Store(y1, to + toStep);
        TLanes.Store(y2, to + 2 * toStep);
        TLanes.Store(y3, to + 3 * toStep);
    }

    /// <summary>A y: the adjoint of <see cref="Output"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OutputAdjoint(int points, float* y, nint step, float* to, nint toStep)
    {
        TVector y0 = TLanes.Load(y), y1 = TLanes.Load(y + step), y2 = TLanes.Load(y + 2 * step), y3 = TLanes.Load(y + 3 * step);
        TVector two = TLanes.Broadcast(2), four = TLanes.Broadcast(4);
        TLanes.Store(y0, to);
        StorePair(TLanes.Add(y0, y2), TLanes.Add(y1, y3), to + toStep, toStep);
        TVector even = TLanes.MultiplyAdd(four, y2, y0), odd = TLanes.MultiplyAdd(four, y3, y1);
        TLanes.Store(TLanes.MultiplyAdd(two, odd, even), to + 3 * toStep);
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(-2), odd, even), to + 4 * toStep);
        if (points == 8)
        {
            TVector half = TLanes.Broadcast(0.5f), quarter = TLanes.Broadcast(0.25f);
            even = TLanes.MultiplyAdd(quarter, y2, y0);
            odd = TLanes.MultiplyAdd(quarter, y3, y1);
            TLanes.Store(TLanes.MultiplyAdd(half, odd, even), to + 5 * toStep);
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(-0.5f), odd, even), to + 6 * toStep);
        }
        TLanes.Store(y3, to + (points - 1) * toStep);
    }

    /// <summary>even + odd and even - odd.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(TVector even, TVector odd, float* to, nint toStep)
    {
        TLanes.Store(TLanes.Add(even, odd), to);
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(-1), odd, even), to + toStep);
    }

    /// <summary>G[i, k] for <paramref name="taps"/> taps: aᵢᵏ / Π over j ≠ i of (aᵢ - aⱼ), and (0 … 0 1) at infinity.</summary>
    public static float Kernel(int taps, int point, int tap)
    {
        ReadOnlySpan<double> all = [0, 1, -1, 2, -2, 0.5, -0.5], at = all[..(taps + 2)];
        if (point == at.Length)
        {
            return tap == taps - 1 ? 1 : 0;
        }
        double value = Math.Pow(at[point], tap);
        for (int j = 0; j < at.Length; j++)
        {
            value /= j == point ? 1 : at[point] - at[j];
        }
        return (float)value;
    }
}
