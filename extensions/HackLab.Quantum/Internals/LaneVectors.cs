using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HackLab.Quantum.Internals;

/// <summary>Vectors of four amplitudes, where the lowest two bits of an index are the lane.</summary>
internal static class LaneVectors
{
    /// <summary><paramref name="then"/> in the lanes in which all bits of <paramref name="ones"/> are 1, <paramref name="otherwise"/> in the rest.</summary>
    internal static Vector256<double> Where(int ones, double then, double otherwise) => Where(ones, 0, then, then, otherwise);

    /// <summary>In those lanes <paramref name="zero"/> or <paramref name="one"/>, by the lane's bit <paramref name="bit"/>.</summary>
    internal static Vector256<double> Where(int ones, int bit, double zero, double one, double otherwise) =>
        Vector256.Create(At(0, ones, bit, zero, one, otherwise), At(1, ones, bit, zero, one, otherwise),
            At(2, ones, bit, zero, one, otherwise), At(3, ones, bit, zero, one, otherwise));

    /// <summary>Lane l of the result is lane l ^ <paramref name="flip"/> of <paramref name="v"/>: the amplitudes with those bits flipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Flip(Vector256<double> v, int flip) => flip switch
    {
        0 => v,
        1 => Vector256.Shuffle(v, Vector256.Create(1L, 0, 3, 2)),
        2 => Vector256.Shuffle(v, Vector256.Create(2L, 3, 0, 1)),
        _ => Vector256.Shuffle(v, Vector256.Create(3L, 2, 1, 0)),
    };

    private static double At(int lane, int ones, int bit, double zero, double one, double otherwise) =>
        (lane & ones) != ones ? otherwise : ((lane >> bit) & 1) == 0 ? zero : one;
}
