namespace TorchSharp.Kernels;

/// <summary>Remainder of large angles after whole quarter turns (M. Payne and R. Hanek, SIGNUM Newsletter 18, 1983).</summary>
internal static class AngleReduction
{
    /// <summary>The first 320 bits of 2/π behind the binary point.</summary>
    private static ReadOnlySpan<ulong> TwoOverPi =>
        [0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0];

    /// <summary>r = x - n·π/2 with |r| ≤ π/4, and n modulo 4; NaN for infinities and NaN.</summary>
    public static double Remainder(float x, out long n)
    {
        int bits = BitConverter.SingleToInt32Bits(x);
        int biased = bits >> 23 & 0xFF;
        if (biased == 0xFF || biased < 127 + 27)
        {
            return RemainderOfSmall(x, out n);
        }
        // |x| = m·2ᵉ, e > 3. Bits of 2/π down to 2^-(e-2) give multiples of 4 and are left out; the next 128 decide.
        UInt128 m = (uint)(bits & 0x7FFFFF | 0x800000);
        UInt128 product = m * Window(biased - 150 - 2);              // modulo 2¹²⁸, in units of 2⁻¹²⁶ quarter turns
        n = (long)(product >> 126);
        long fraction = (long)(ulong)(product >> 62);                // of a quarter turn, from -½ to ½, in units of 2⁻⁶⁴
        if (fraction < 0)
        {
            n++;
        }
        double r = fraction * (Math.PI / 2 / 18446744073709551616.0);
        if (bits >= 0)
        {
            return r;
        }
        n = -n;
        return -r;
    }

    private static double RemainderOfSmall(double x, out long n)
    {
        double whole = Math.Round(x * (2 / Math.PI));
        n = double.IsFinite(whole) ? (long)whole : 0;
        double r = Math.FusedMultiplyAdd(whole, -1.5707963267948966, x);
        return Math.FusedMultiplyAdd(whole, -6.123233995736766e-17, r);
    }

    /// <summary>128 bits of 2/π from bit <paramref name="first"/> on.</summary>
    private static UInt128 Window(int first)
    {
        int word = first / 64, shift = first % 64;
        var window = new UInt128(TwoOverPi[word], TwoOverPi[word + 1]);
        return shift == 0 ? window : window << shift | TwoOverPi[word + 2] >> 64 - shift;
    }
}
