using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace HackLab.Learning.Internals;

/// <summary>Sums over vectors in double precision, four lanes at a time; the same bits on every machine.</summary>
internal static class Vectors
{
    /// <summary>Σ aᵢ bᵢ.</summary>
    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Debug.Assert(a.Length == b.Length);
        Vector256<double> even = default, odd = default;   // two sums: a sum must wait for its last addition
        int i = 0;
        for (; i <= a.Length - 8; i += 8)
        {
            even = Vector256.FusedMultiplyAdd(Vector256.Create(a[i..]), Vector256.Create(b[i..]), even);
            odd = Vector256.FusedMultiplyAdd(Vector256.Create(a[(i + 4)..]), Vector256.Create(b[(i + 4)..]), odd);
        }
        if (i <= a.Length - 4)
        {
            even = Vector256.FusedMultiplyAdd(Vector256.Create(a[i..]), Vector256.Create(b[i..]), even);
            i += 4;
        }
        double sum = Vector256.Sum(even + odd);
        for (; i < a.Length; i++) sum = Math.FusedMultiplyAdd(a[i], b[i], sum);
        return sum;
    }

    /// <summary>Σ aᵢ bᵢ, in double precision.</summary>
    internal static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Debug.Assert(a.Length == b.Length);
        Vector256<double> sums = default;
        int i = 0;
        for (; i <= a.Length - 4; i += 4) sums = Vector256.FusedMultiplyAdd(Wide(a[i..]), Wide(b[i..]), sums);
        double sum = Vector256.Sum(sums);
        for (; i < a.Length; i++) sum = Math.FusedMultiplyAdd(a[i], b[i], sum);
        return sum;
    }

    /// <summary>Σ (aᵢ − bᵢ)².</summary>
    internal static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Debug.Assert(a.Length == b.Length);
        Vector256<double> sums = default;
        int i = 0;
        for (; i <= a.Length - 4; i += 4)
        {
            Vector256<double> difference = Vector256.Create(a[i..]) - Vector256.Create(b[i..]);
            sums = Vector256.FusedMultiplyAdd(difference, difference, sums);
        }
        double sum = Vector256.Sum(sums);
        for (; i < a.Length; i++) sum = Math.FusedMultiplyAdd(a[i] - b[i], a[i] - b[i], sum);
        return sum;
    }

    /// <summary>Σ wᵢ (aᵢ − bᵢ)².</summary>
    internal static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> w)
    {
        Debug.Assert(a.Length == b.Length && a.Length == w.Length);
        Vector256<double> sums = default;
        int i = 0;
        for (; i <= a.Length - 4; i += 4)
        {
            Vector256<double> difference = Vector256.Create(a[i..]) - Vector256.Create(b[i..]);
            sums = Vector256.FusedMultiplyAdd(difference * difference, Vector256.Create(w[i..]), sums);
        }
        double sum = Vector256.Sum(sums);
        for (; i < a.Length; i++) sum = Math.FusedMultiplyAdd((a[i] - b[i]) * (a[i] - b[i]), w[i], sum);
        return sum;
    }

    /// <summary>Σ (aᵢ − bᵢ)², in double precision.</summary>
    internal static double SquaredDistance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Debug.Assert(a.Length == b.Length);
        Vector256<double> sums = default;
        int i = 0;
        for (; i <= a.Length - 4; i += 4)
        {
            Vector256<double> difference = Wide(a[i..]) - Wide(b[i..]);
            sums = Vector256.FusedMultiplyAdd(difference, difference, sums);
        }
        double sum = Vector256.Sum(sums);
        for (; i < a.Length; i++)
        {
            double difference = (double)a[i] - b[i];
            sum = Math.FusedMultiplyAdd(difference, difference, sum);
        }
        return sum;
    }

    /// <summary>y += a x.</summary>
    internal static void AddScaled(Span<double> y, double a, ReadOnlySpan<double> x)
    {
        Debug.Assert(y.Length == x.Length);
        Vector256<double> factor = Vector256.Create(a);
        int i = 0;
        for (; i <= y.Length - 4; i += 4)
            Vector256.FusedMultiplyAdd(factor, Vector256.Create(x[i..]), Vector256.Create<double>(y[i..])).CopyTo(y[i..]);
        for (; i < y.Length; i++) y[i] = Math.FusedMultiplyAdd(a, x[i], y[i]);
    }

    /// <summary>The first value that is infinite or NaN, or −1. Of those, and of no others, all bits of the exponent are 1.</summary>
    internal static int FirstNotFinite(ReadOnlySpan<float> x)
    {
        Vector256<int> exponent = Vector256.Create(0x7F800000);
        int i = 0;
        for (; i <= x.Length - 8; i += 8)
        {
            if (Vector256.EqualsAny(Vector256.Create(x[i..]).AsInt32() & exponent, exponent)) break;
        }
        for (; i < x.Length; i++)
        {
            if (!float.IsFinite(x[i])) return i;
        }
        return -1;
    }

    /// <summary>y = x, with more bits.</summary>
    internal static void Widen(ReadOnlySpan<float> x, Span<double> y)
    {
        int i = 0;
        for (; i <= x.Length - 4; i += 4) Wide(x[i..]).CopyTo(y[i..]);
        for (; i < x.Length; i++) y[i] = x[i];
    }

    /// <summary>The same numbers in double precision.</summary>
    internal static double[] Widen(ReadOnlySpan<float> x)
    {
        var y = new double[x.Length];
        Widen(x, y);
        return y;
    }

    /// <summary>The same numbers in single precision.</summary>
    internal static float[] Narrow(ReadOnlySpan<double> x)
    {
        var y = new float[x.Length];
        for (int i = 0; i < y.Length; i++) y[i] = (float)x[i];
        return y;
    }

    /// <summary>log Σ e^xᵢ, without overflow.</summary>
    internal static double LogSumExp(ReadOnlySpan<double> x)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double value in x) largest = Math.Max(largest, value);
        if (double.IsInfinity(largest)) return largest;
        foreach (double value in x) sum += Math.Exp(value - largest);
        return largest + Math.Log(sum);
    }

    private static Vector256<double> Wide(ReadOnlySpan<float> x)
    {
        (Vector128<double> low, Vector128<double> high) = Vector128.Widen(Vector128.Create(x));
        return Vector256.Create(low, high);
    }
}
