using System.Runtime.Intrinsics;

namespace HackLab.Quantum.Internals;

/// <summary>
/// Adds up the derivative by an angle. For U = exp(−iθG/2), ∂L/∂θ of L = ⟨ψ|O|ψ⟩ is Im⟨λ|G|ψ⟩, where ψ is the state behind the gate and
/// λ = O|ψ⟩ taken back to the same place. (2 Re⟨λ|∂U/∂θ|…⟩ with ∂U/∂θ = −(i/2) G U; Jones and Gacon, arXiv:2009.02823.)
/// </summary>
/// <remarks>The lanes in which a low control is 0 count nothing; high controls are left out by the lattice.</remarks>
internal unsafe struct PairDerivative(Amplitudes left, Amplitudes right, bool real, OperationKind axis, nint stride, int lowControls) : IRun
{
    private readonly double* _lr = left.Re, _li = left.Im, _r = right.Re, _i = right.Im;
    private readonly Vector256<double> _acts = LaneVectors.Where(lowControls, 1, 0);
    private Vector256<double> _sum = Vector256<double>.Zero;

    internal readonly double Sum => Vector256.Sum(_sum * _acts);

    public void Run(nint first, nint count)
    {
        Vector256<double> sum = _sum;
        for (nint j = first; j < first + count; j += Lattice.Lanes)
        {
            nint k = j + stride;
            Vector256<double> l0 = Vector256.Load(_lr + j), l1 = Vector256.Load(_lr + k), p0 = Vector256.Load(_r + j), p1 = Vector256.Load(_r + k);
            if (real)    // then the axis is y
            {
                sum += (l1 * p0) - (l0 * p1);
                continue;
            }
            Vector256<double> m0 = Vector256.Load(_li + j), m1 = Vector256.Load(_li + k), q0 = Vector256.Load(_i + j), q1 = Vector256.Load(_i + k);
            sum += axis switch
            {
                // Im(λ0* ψ1 + λ1* ψ0)
                OperationKind.RotationX => (l0 * q1) - (m0 * p1) + (l1 * q0) - (m1 * p0),
                // Re(λ1* ψ0 − λ0* ψ1)
                OperationKind.RotationY => (l1 * p0) + (m1 * q0) - (l0 * p1) - (m0 * q1),
                // Im(λ0* ψ0 − λ1* ψ1)
                _ => (l0 * q0) - (m0 * p0) - (l1 * q1) + (m1 * p1),
            };
        }
        _sum = sum;
    }
}

/// <summary>As <see cref="PairDerivative"/> for a target bit within the lanes.</summary>
internal unsafe struct LaneDerivative(Amplitudes left, Amplitudes right, bool real, OperationKind axis, int target, int lowControls) : IRun
{
    private readonly double* _lr = left.Re, _li = left.Im, _r = right.Re, _i = right.Im;
    private readonly Vector256<double> _acts = axis switch
    {
        OperationKind.RotationX => LaneVectors.Where(lowControls, 1, 0),
        OperationKind.RotationY => LaneVectors.Where(lowControls, target, -1, 1, 0),
        _ => LaneVectors.Where(lowControls, target, 1, -1, 0),
    };
    private Vector256<double> _sum = Vector256<double>.Zero;

    internal readonly double Sum => Vector256.Sum(_sum * _acts);

    public void Run(nint first, nint count)
    {
        int flip = axis == OperationKind.RotationZ ? 0 : 1 << target;
        Vector256<double> sum = _sum;
        for (nint j = first; j < first + count; j += Lattice.Lanes)
        {
            Vector256<double> l = Vector256.Load(_lr + j), p = LaneVectors.Flip(Vector256.Load(_r + j), flip);
            if (real)
            {
                sum += l * p;
                continue;
            }
            Vector256<double> m = Vector256.Load(_li + j), q = LaneVectors.Flip(Vector256.Load(_i + j), flip);
            sum += axis == OperationKind.RotationY ? (l * p) + (m * q) : (l * q) - (m * p);
        }
        _sum = sum;
    }
}

/// <summary>The derivative by the angle of a phase, −2 Im⟨λ|ψ⟩ over the amplitudes whose bits are all 1.</summary>
internal unsafe struct PhaseDerivative(Amplitudes left, Amplitudes right, int lowBits) : IRun
{
    private readonly double* _lr = left.Re, _li = left.Im, _r = right.Re, _i = right.Im;
    private readonly Vector256<double> _acts = LaneVectors.Where(lowBits, -2, 0);
    private Vector256<double> _sum = Vector256<double>.Zero;

    internal readonly double Sum => Vector256.Sum(_sum * _acts);

    public void Run(nint first, nint count)
    {
        for (nint j = first; j < first + count; j += Lattice.Lanes)
            _sum += (Vector256.Load(_lr + j) * Vector256.Load(_i + j)) - (Vector256.Load(_li + j) * Vector256.Load(_r + j));
    }
}
