using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The one-dimensional transforms of Winograd's convolution with six points 0, 1, -1, 2, -2, ∞: m results from a kernel of 7 - m taps,
/// y = Aᵀ[(G w) ⊙ (Bᵀ x)]. A two-dimensional transform is these lines over the columns and then over the rows.
/// </summary>
/// <remarks>
/// Every lane is a channel of its own. Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2016, equations 8 to 13.
/// Steps are in elements, from one of a line's values to the next.
/// </remarks>
internal static unsafe class WinogradLines<TVector, TLanes>
    where TVector : unmanaged
    where TLanes : struct, ILanes<float, TVector>
{
    /// <summary>Bᵀ x: six values of the input at the six points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input(float* x, nint step, float* to, nint toStep)
    {
        TVector x0 = TLanes.Load(x), x1 = TLanes.Load(x + step), x2 = TLanes.Load(x + 2 * step);
        TVector x3 = TLanes.Load(x + 3 * step), x4 = TLanes.Load(x + 4 * step), x5 = TLanes.Load(x + 5 * step);
        TVector minus1 = TLanes.Broadcast(-1), two = TLanes.Broadcast(2), four = TLanes.Broadcast(4);
        TVector minus4 = TLanes.Broadcast(-4), minus5 = TLanes.Broadcast(-5);
        TLanes.Store(TLanes.MultiplyAdd(four, x0, TLanes.MultiplyAdd(minus5, x2, x4)), to);
        TVector even = TLanes.MultiplyAdd(minus4, x2, x4), odd = TLanes.MultiplyAdd(minus4, x1, x3);
        TLanes.Store(TLanes.Add(even, odd), to + toStep);
        TLanes.Store(TLanes.MultiplyAdd(minus1, odd, even), to + 2 * toStep);
        even = TLanes.MultiplyAdd(minus1, x2, x4);
        odd = TLanes.MultiplyAdd(minus1, x1, x3);
        TLanes.Store(TLanes.MultiplyAdd(two, odd, even), to + 3 * toStep);
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(-2), odd, even), to + 4 * toStep);
        TLanes.Store(TLanes.MultiplyAdd(four, x1, TLanes.MultiplyAdd(minus5, x3, x5)), to + 5 * toStep);
    }

    /// <summary>Aᵀ p: the <paramref name="results"/> (4 or 2) from the products at the six points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output(int results, float* p, nint step, float* to, nint toStep)
    {
        TVector p1 = TLanes.Load(p + step), p2 = TLanes.Load(p + 2 * step), p3 = TLanes.Load(p + 3 * step), p4 = TLanes.Load(p + 4 * step);
        TVector p5 = TLanes.Load(p + 5 * step), minus1 = TLanes.Broadcast(-1), two = TLanes.Broadcast(2);
        TVector sum1 = TLanes.Add(p1, p2), difference1 = TLanes.MultiplyAdd(minus1, p2, p1);
        TVector sum2 = TLanes.Add(p3, p4), difference2 = TLanes.MultiplyAdd(minus1, p4, p3);
        TLanes.Store(TLanes.Add(TLanes.Add(TLanes.Load(p), sum1), sum2), to);
        TVector second = TLanes.MultiplyAdd(two, difference2, difference1);
        if (results == 2)
        {
            TLanes.Store(TLanes.Add(second, p5), to + toStep);
            return;
        }
        TLanes.Store(second, to + toStep);
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(4), sum2, sum1), to + 2 * toStep);
        TLanes.Store(TLanes.Add(TLanes.MultiplyAdd(TLanes.Broadcast(8), difference2, difference1), p5), to + 3 * toStep);
    }

    /// <summary>A y: the adjoint of <see cref="Output"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OutputAdjoint(int results, float* y, nint step, float* to, nint toStep)
    {
        TVector y0 = TLanes.Load(y), y1 = TLanes.Load(y + step), minus1 = TLanes.Broadcast(-1), two = TLanes.Broadcast(2);
        TVector minus2 = TLanes.Broadcast(-2);
        TLanes.Store(y0, to);
        if (results == 2)
        {
            TLanes.Store(TLanes.Add(y0, y1), to + toStep);
            TLanes.Store(TLanes.MultiplyAdd(minus1, y1, y0), to + 2 * toStep);
            TLanes.Store(TLanes.MultiplyAdd(two, y1, y0), to + 3 * toStep);
            TLanes.Store(TLanes.MultiplyAdd(minus2, y1, y0), to + 4 * toStep);
            TLanes.Store(y1, to + 5 * toStep);
            return;
        }
        TVector y2 = TLanes.Load(y + 2 * step), y3 = TLanes.Load(y + 3 * step), four = TLanes.Broadcast(4);
        TVector even = TLanes.Add(y0, y2), odd = TLanes.Add(y1, y3);
        TLanes.Store(TLanes.Add(even, odd), to + toStep);
        TLanes.Store(TLanes.MultiplyAdd(minus1, odd, even), to + 2 * toStep);
        even = TLanes.MultiplyAdd(four, y2, y0);
        odd = TLanes.MultiplyAdd(four, y3, y1);
        TLanes.Store(TLanes.MultiplyAdd(two, odd, even), to + 3 * toStep);
        TLanes.Store(TLanes.MultiplyAdd(minus2, odd, even), to + 4 * toStep);
        TLanes.Store(y3, to + 5 * toStep);
    }

    /// <summary>G[i, k] of a kernel of <paramref name="taps"/> taps: aᵢᵏ / Π over j ≠ i of (aᵢ - aⱼ), and (0 … 0 1) at infinity.</summary>
    public static float Kernel(int taps, int point, int tap)
    {
        ReadOnlySpan<int> at = [0, 1, -1, 2, -2];
        if (point == 5)
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
