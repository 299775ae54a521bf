using HackLab.Simulation.Numerics;

namespace HackLab.Quantum.Internals;

/// <summary>What the loops over amplitudes know: every gate is one of these, a U three of them.</summary>
internal enum OperationKind
{
    /// <summary>A fixed 2 × 2 matrix.</summary>
    Matrix,

    /// <summary>exp(−iθX/2).</summary>
    RotationX,

    /// <summary>exp(−iθY/2).</summary>
    RotationY,

    /// <summary>exp(−iθZ/2).</summary>
    RotationZ,

    /// <summary>e^(iθ) where target and controls are 1.</summary>
    Phase,

    /// <summary>Two wires exchanged.</summary>
    Swap,
}

/// <summary>One step of a program.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Target">The bit of the index that it changes; for a phase, the mask of bits that must be 1.</param>
/// <param name="Other">The second bit of a swap.</param>
/// <param name="Controls">Mask of the bits that must be 1; 0 for a phase.</param>
/// <param name="Angle">θ.</param>
/// <param name="Matrix">For <see cref="OperationKind.Matrix"/>.</param>
/// <param name="Gate">The number of the gate from 0, for messages.</param>
internal sealed record Operation(OperationKind Kind, int Target, int Other, int Controls, Angle Angle, Matrix2 Matrix, int Gate)
{
    /// <summary>Whether real amplitudes stay real, whatever the angle.</summary>
    internal bool IsReal => Kind switch
    {
        OperationKind.Matrix => Matrix.IsReal,
        OperationKind.RotationY or OperationKind.Swap => true,
        OperationKind.Phase => Angle.IsConstant && (Angle.Constant == 0 || Angle.Constant == Math.PI),
        _ => false,
    };

    /// <summary>The bits that are changed together, so that no block of amplitudes may be cut through them.</summary>
    internal int Moved => Kind == OperationKind.Phase ? 0 : Kind == OperationKind.Swap ? (1 << Target) | (1 << Other) : 1 << Target;

    /// <summary>The matrix on the target for an angle; that of a phase acts on all bits of its mask at once.</summary>
    internal Matrix2 MatrixAt(double theta)
    {
        if (Kind == OperationKind.Matrix) return Matrix;
        (double sin, double cos) = SinCos(Kind == OperationKind.Phase ? theta : theta / 2);
        return Kind switch
        {
            OperationKind.RotationX => new(cos, 0, 0, -sin, 0, -sin, cos, 0),
            OperationKind.RotationY => new(cos, 0, -sin, 0, sin, 0, cos, 0),
            OperationKind.RotationZ => new(cos, -sin, 0, 0, 0, 0, cos, sin),
            OperationKind.Phase => new(1, 0, 0, 0, 0, 0, cos, sin),
            _ => Matrix2.Identity,
        };
    }

    // Multiples of a quarter turn exactly, so that Z is −1 and not −1 + 10⁻¹⁶ i.
    private static (double Sin, double Cos) SinCos(double x)
    {
        double quarters = x / (Math.PI / 2);
        if (quarters == Math.Round(quarters) && Math.Abs(quarters) < 1e6)
        {
            return ((((long)quarters % 4) + 4) % 4) switch
            {
                0 => (0, 1),
                1 => (1, 0),
                2 => (0, -1),
                _ => (-1, 0),
            };
        }
        return PortableMath.SinCos(Math.Abs(x) < 1e5 ? x : Math.IEEERemainder(x, 2 * Math.PI));
    }
}

/// <summary>A complex 2 × 2 matrix: real and imaginary parts of m00, m01, m10, m11.</summary>
internal readonly record struct Matrix2(double R00, double I00, double R01, double I01, double R10, double I10, double R11, double I11)
{
    internal static readonly Matrix2 Identity = new(1, 0, 0, 0, 0, 0, 1, 0);

    internal bool IsReal => I00 == 0 && I01 == 0 && I10 == 0 && I11 == 0;

    /// <summary>Its conjugate transpose, which undoes a unitary one.</summary>
    internal Matrix2 Dagger => new(R00, -I00, R10, -I10, R01, -I01, R11, -I11);

    internal Matrix2 Conjugate => new(R00, -I00, R01, -I01, R10, -I10, R11, -I11);
}
