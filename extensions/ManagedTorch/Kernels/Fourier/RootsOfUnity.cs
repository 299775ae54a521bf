using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The constants of all transforms.</summary>
internal static class RootsOfUnity
{
    /// <summary>exp(-2πi k/n), to the last bit or two of a double: the angle is first folded into the first octant.</summary>
    public static Complex At(long k, long n)
    {
        long x = 8 * (k % n);    // the angle in units of 2π / 8n
        (double cosSign, double sinSign) = (1, -1);
        if (x > 4 * n)
        {
            (x, sinSign) = (8 * n - x, 1);
        }
        if (x > 2 * n)
        {
            (x, cosSign) = (4 * n - x, -1);
        }
        bool swap = x > n;
        var (sin, cos) = Math.SinCos(Math.PI / 4 * ((swap ? 2 * n - x : x) / (double)n));
        return swap ? new Complex(cosSign * sin, sinSign * cos) : new Complex(cosSign * cos, sinSign * sin);
    }
}
