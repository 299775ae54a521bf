namespace HackLab.Quantum.Internals;

/// <summary>Applies one operation to a state or a block of one.</summary>
/// <remarks>
/// A block is the amplitudes that share their bits above <c>bits</c>. Cut into parts, it can be shared by threads: each part is a
/// range of the vectors that the operation walks over, and no two vectors touch the same amplitude.
/// </remarks>
internal static unsafe class GateRunner
{
    /// <summary>Does part <paramref name="part"/> of <paramref name="parts"/>.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="m">Its matrix, or that which undoes it.</param>
    /// <param name="re">Real parts of the block.</param>
    /// <param name="im">Imaginary parts; null if they are zero and stay so.</param>
    /// <param name="bits">log₂ of the size of the block.</param>
    /// <param name="block">The number of the block, that is the bits above.</param>
    /// <param name="part">From 0.</param>
    /// <param name="parts">1 for the whole block.</param>
    internal static void Apply(Operation operation, in Matrix2 m, double* re, double* im, int bits, int block = 0, int part = 0, int parts = 1)
    {
        bool isPhase = operation.Kind == OperationKind.Phase;
        int ones = isPhase ? operation.Target : operation.Controls, inside = (1 << bits) - 1;
        if ((ones & ~inside & ~(block << bits)) != 0) return;    // a control above the block is 0
        ones &= inside;
        int low = ones & Lattice.LaneMask, high = ones & ~Lattice.LaneMask;
        if (isPhase)
        {
            var lattice = new Lattice(bits, high, high);
            if (m.I11 == 0)
            {
                Share(lattice, part, parts, new RealPhase(re, m.R11, low));
                if (im is not null) Share(lattice, part, parts, new RealPhase(im, m.R11, low));
            }
            else
            {
                Share(lattice, part, parts, new ComplexPhase(re, im, m.R11, m.I11, low));
            }
        }
        else if (operation.Kind == OperationKind.Swap)
        {
            Swap(operation, re, bits, low, high, part, parts);
            if (im is not null) Swap(operation, im, bits, low, high, part, parts);
        }
        else
        {
            Matrix(operation.Target, m, re, im, bits, low, high, part, parts);
        }
    }

    private static void Matrix(int target, in Matrix2 m, double* re, double* im, int bits, int low, int high, int part, int parts)
    {
        int bit = 1 << target;
        bool isLane = bit <= Lattice.LaneMask;
        var lattice = new Lattice(bits, isLane ? high : high | bit, high);
        if (!m.IsReal)
        {
            if (isLane) Share(lattice, part, parts, new ComplexLanes(re, im, target, m, low));
            else Share(lattice, part, parts, new ComplexPairs(re, im, bit, m, low));
            return;
        }
        if (isLane)
        {
            Share(lattice, part, parts, new RealLanes(re, target, m, low));
            if (im is not null) Share(lattice, part, parts, new RealLanes(im, target, m, low));
        }
        else
        {
            Share(lattice, part, parts, new RealPairs(re, bit, m, low));
            if (im is not null) Share(lattice, part, parts, new RealPairs(im, bit, m, low));
        }
    }

    private static void Swap(Operation operation, double* a, int bits, int low, int high, int part, int parts)
    {
        int one = 1 << Math.Max(operation.Target, operation.Other), other = 1 << Math.Min(operation.Target, operation.Other);
        if (other > Lattice.LaneMask)
        {
            Share(new Lattice(bits, high | one | other, high | one), part, parts, new SwapHigh(a, other - one, low));
        }
        else if (part == 0)
        {
            // Not shared: an amplitude and its partner may lie in the ranges of two threads.
            Share(new Lattice(bits, high, high), 0, 1, new SwapAny(a, operation.Target, operation.Other, low | high));
        }
    }

    private static void Share<TRun>(Lattice lattice, int part, int parts, TRun work)
        where TRun : struct, IRun => lattice.Walk(lattice.Vectors * part / parts, lattice.Vectors * (part + 1) / parts, ref work);
}
