using System.Runtime.Intrinsics;

namespace HackLab.Learning.Internals;

/// <summary>
/// First and second derivative of the loss of each row, as whole numbers: g · 2^a and h · 2^b, 30 bits each. Their sums in
/// 64 bits are exact, so a histogram does not depend on the order of rows, on how threads share them, or on whether it was
/// added up or came from subtracting one from another. Nothing is lost: a 32-bit float has 24 bits.
/// </summary>
internal sealed class RowGradients
{
    private const int RowBits = 30;

    /// <param name="count">Rows.</param>
    /// <param name="largestHessian">No h is larger.</param>
    /// <param name="sumOfHessians">All h together are not more.</param>
    public RowGradients(int count, double largestHessian, double sumOfHessians)
    {
        Packed = new long[count];
        CountShift = 63 - Bits(count);
        // Σ h 2^b + one for rounding each row must stay below 2^CountShift, and one h below 2^30.
        double room = Math.Min(((1L << CountShift) - (double)count) / sumOfHessians, (1 << RowBits) / largestHessian);
        HessianScale = PowerOfTwoBelow(room);
    }

    /// <summary>Per row: the low half is g · 2^a, the high half h · 2^b.</summary>
    public long[] Packed { get; }

    /// <summary>In sums, where the number of rows begins above the sum of h.</summary>
    public int CountShift { get; }

    public double GradientScale { get; private set; }

    public double HessianScale { get; }

    /// <summary>Says how large |g| can be in what follows.</summary>
    public void SetLargestGradient(double largest) =>
        GradientScale = PowerOfTwoBelow((1 << RowBits) / Math.Max(largest, 1e-30));

    public void Set(int row, double g, double h) =>
        Packed[row] = (long)(uint)(int)(g * GradientScale) | ((long)(int)(h * HessianScale) << 32);

    /// <summary>The same for eight rows, whose g and h are in units already; what is behind the point is cut off.</summary>
    public static void Pack(Vector256<float> g, Vector256<float> h, long[] packed, int row)
    {
        (Vector256<ulong> lowG, Vector256<ulong> highG) = Vector256.Widen(Vector256.ConvertToInt32Native(g).AsUInt32());
        (Vector256<ulong> lowH, Vector256<ulong> highH) = Vector256.Widen(Vector256.ConvertToInt32Native(h).AsUInt32());
        Span<long> place = packed.AsSpan(row, 8);
        (lowG | (lowH << 32)).AsInt64().CopyTo(place);
        (highG | (highH << 32)).AsInt64().CopyTo(place[4..]);
    }

    /// <summary>What one row adds to a sum: g, and h with a one in the place of the count.</summary>
    public GradientSum Of(int row) => new(unchecked((int)Packed[row]), (Packed[row] >> 32) + (1L << CountShift));

    /// <summary>How many rows, Σ g and Σ h.</summary>
    public int CountOf(GradientSum sum) => (int)(sum.Hessians >> CountShift);

    public double GradientOf(GradientSum sum) => sum.Gradients / GradientScale;

    public double HessianOf(GradientSum sum) => (sum.Hessians & ((1L << CountShift) - 1)) / HessianScale;

    // Powers of two: weights twice as large then give the same numbers, shifted.
    private static double PowerOfTwoBelow(double value) => Math.ScaleB(1, Math.ILogB(value));

    private static int Bits(int count) => 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)count);
}
