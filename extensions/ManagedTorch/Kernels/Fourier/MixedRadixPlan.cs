using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Stockham's transform for lengths 2^a 3^b 5^c 7^d 11^e 13^f: a pass for each factor, from one buffer to the other.
/// </summary>
/// <remarks>
/// A pass of radix r over blocks of length N = r m, of which stride many lie interleaved, does for p &lt; m, q &lt; stride:
/// out[q + stride (r p + k)] = w^(pk) Σ_j in[q + stride (p + m j)] exp(-2πi jk/r), w = exp(-2πi/N). The order comes out
/// right by itself.
/// </remarks>
internal sealed unsafe class MixedRadixPlan<T> : FourierPlan<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Above this, a direct sum per factor costs more than Bluestein's way.
    private const int LargestFactor = 13;

    private readonly int[] _factors;
    private readonly ComplexTable<T>[] _twiddles;    // for each pass: w^(pk), k = 1 … r-1 for p = 0, then for p = 1 …
    private readonly ComplexTable<T>[] _roots;       // for each pass: exp(-2πi j/r), j < r

    public MixedRadixPlan(int length, int[] factors) : base(length)
    {
        _factors = factors;
        _twiddles = new ComplexTable<T>[factors.Length];
        _roots = new ComplexTable<T>[factors.Length];
        int block = length;
        for (int pass = 0; pass < factors.Length; pass++)
        {
            int radix = factors[pass], m = block / radix;
            var twiddles = new Complex[m * (radix - 1)];
            for (int p = 0; p < m; p++)
            {
                for (int k = 1; k < radix; k++)
                {
                    twiddles[p * (radix - 1) + k - 1] = RootsOfUnity.At((long)p * k, block);
                }
            }
            _twiddles[pass] = new ComplexTable<T>(twiddles);
            _roots[pass] = new ComplexTable<T>([.. Enumerable.Range(0, radix).Select(j => RootsOfUnity.At(j, radix))]);
            block = m;
        }
    }

    public override int WorkLength => Length;

    /// <summary>The passes of a length, fours first; null if it has a prime factor that is too large.</summary>
    public static int[]? Factors(int length)
    {
        var factors = new List<int>();
        foreach (int radix in (ReadOnlySpan<int>)[4, 2, 3, 5, 7, 11, LargestFactor])
        {
            for (; length % radix == 0; length /= radix)
            {
                factors.Add(radix);
            }
        }
        return length == 1 ? [.. factors] : null;
    }

    public override TLanes* Transform<TLanes>(TLanes* x, TLanes* other)
    {
        int stride = 1, block = Length;
        for (int pass = 0; pass < _factors.Length; pass++)
        {
            int radix = _factors[pass], m = block / radix;
            T* twiddles = _twiddles[pass].Pointer;
            switch (radix)
            {
                case 2: Pass2(x, other, m, stride, twiddles); break;
                case 4: Pass4(x, other, m, stride, twiddles); break;
                default: PassOdd(radix, x, other, m, stride, twiddles, _roots[pass].Pointer); break;
            }
            TLanes* written = other;
            other = x;
            x = written;
            (stride, block) = (stride * radix, m);
        }
        return x;
    }

    private static void Pass2<TLanes>(TLanes* x, TLanes* y, int m, int stride, T* w)
        where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        long jump = (long)m * stride;
        for (int p = 0; p < m; p++, w += 2, y += stride)
        {
            T re = w[0], im = w[1];
            for (int q = 0; q < stride; q++, x++, y++)
            {
                TLanes a = x[0], b = x[jump];
                y[0] = a + b;
                y[stride] = TLanes.Times(a - b, re, im);
            }
        }
    }

    private static void Pass4<TLanes>(TLanes* x, TLanes* y, int m, int stride, T* w)
        where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        long jump = (long)m * stride;
        for (int p = 0; p < m; p++, w += 6, y += 3 * stride)
        {
            T re1 = w[0], im1 = w[1], re2 = w[2], im2 = w[3], re3 = w[4], im3 = w[5];
            for (int q = 0; q < stride; q++, x++, y++)
            {
                TLanes a = x[0], b = x[jump], c = x[2 * jump], d = x[3 * jump];
                TLanes even = a + c, odd = b + d, evenDiff = a - c, oddDiff = TLanes.TimesI(b - d);
                y[0] = even + odd;
                y[stride] = TLanes.Times(evenDiff - oddDiff, re1, im1);
                y[2 * stride] = TLanes.Times(even - odd, re2, im2);
                y[3 * stride] = TLanes.Times(evenDiff + oddDiff, re3, im3);
            }
        }
    }

    /// <summary>A pass of odd radix: terms j and r - j share their cosine and sine, so that with sums s and differences d of the
    /// two, places k and r - k get x[0] + Σ s[j] cos(2πjk/r) ∓ i Σ d[j] sin(2πjk/r).</summary>
    private static void PassOdd<TLanes>(int radix, TLanes* x, TLanes* y, int m, int stride, T* w, T* roots)
        where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        long jump = (long)m * stride;
        int half = radix / 2;
        TLanes* s = stackalloc TLanes[LargestFactor / 2 + 1], d = stackalloc TLanes[LargestFactor / 2 + 1];
        for (int p = 0; p < m; p++, w += 2 * (radix - 1), y += (radix - 1) * stride)
        {
            for (int q = 0; q < stride; q++, x++, y++)
            {
                TLanes first = x[0], total = first;
                for (int j = 1; j <= half; j++)
                {
                    TLanes a = x[j * jump], b = x[(radix - j) * jump];
                    s[j] = a + b;
                    d[j] = a - b;
                    total += s[j];
                }
                y[0] = total;
                for (int k = 1; k <= half; k++)
                {
                    TLanes even = first + s[1] * roots[2 * k], odd = d[1] * roots[2 * k + 1];
                    for (int j = 2, jk = 2 * k % radix; j <= half; j++, jk = (jk + k) % radix)
                    {
                        even += s[j] * roots[2 * jk];
                        odd += d[j] * roots[2 * jk + 1];
                    }
                    odd = TLanes.TimesI(odd);    // roots hold -sin: the sign of k's term
                    T* forward = w + 2 * (k - 1), back = w + 2 * (radix - k - 1);
                    y[(long)k * stride] = TLanes.Times(even + odd, forward[0], forward[1]);
                    y[(long)(radix - k) * stride] = TLanes.Times(even - odd, back[0], back[1]);
                }
            }
        }
    }
}
