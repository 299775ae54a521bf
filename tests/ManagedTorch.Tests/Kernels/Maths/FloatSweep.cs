namespace ManagedTorch.Tests.Kernels.Maths;

/// <summary>Floats over all magnitudes and signs, and distances between them in units of the last place.</summary>
internal static class FloatSweep
{
    public static readonly float[] Edges =
    [
        0f, -0f, 1f, -1f, float.Epsilon, -float.Epsilon, 1.17549435e-38f, 1.17549421e-38f, -1.17549435e-38f, float.MaxValue,
        float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN, 0.5f, -0.5f, 2f, -2f, 3f, -3f, 1e-20f, -1e-20f,
        16777216f, 16777215f,
        -16777217f, 33554432f, 8388607.5f, 134217728f, 134217744f, -1e30f, 88.72283f, 88.72284f, 89f, -87.33654f, -87.4f,
        -103.97f, -104f, -150f,
        3.14159274f, 1.57079637f, 0.99999994f, 1.00000012f, 0.70710677f, 1.41421354f, 0.625f, 0.92f, 4f, -17.4f, -18f,
    ];

    /// <summary>Every <paramref name="stride"/>th float by its bits: all exponents, both signs, NaNs and infinities among
    /// them.</summary>
    public static float[] ByBits(int stride)
    {
        var values = new List<float>(Edges);
        for (long bits = 0; bits <= uint.MaxValue; bits += stride)
        {
            values.Add(BitConverter.UInt32BitsToSingle((uint)bits));
        }
        return [.. values];
    }

    /// <summary>Evenly spread over [-range, range].</summary>
    public static float[] Even(float range, int count) =>
        [.. Enumerable.Range(0, count).Select(i => range * (float)(2.0 * (i + 0.37) / count - 1))];

    /// <summary>|got - exact| in units of the last place that a float near exact has; 0 if both are the same infinity or
    /// NaN.</summary>
    public static double Ulps(float got, double exact)
    {
        float rounded = (float)exact;
        if (!float.IsFinite(rounded) || !float.IsFinite(got))
        {
            bool same = got.Equals(rounded) || (float.IsInfinity(got) && Math.Abs(exact) > 3.40282346e38 && got > 0 == exact > 0);
            return same || (float.IsInfinity(rounded) && Math.Abs(got) == float.MaxValue && got > 0 == exact > 0) ? 0
                : double.PositiveInfinity;
        }
        double ulp = Math.Max(Math.ScaleB(1, Math.ILogB(rounded == 0 ? float.Epsilon : rounded) - 23), float.Epsilon);
        return Math.Abs(got - exact) / ulp;
    }

    /// <summary>FNV-1a of the results' bits, with one bit pattern for all NaNs.</summary>
    public static uint Checksum(ReadOnlySpan<float> values)
    {
        uint hash = 2166136261;
        foreach (float value in values)
        {
            hash = (hash ^ (float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(value))) * 16777619;
        }
        return hash;
    }
}
