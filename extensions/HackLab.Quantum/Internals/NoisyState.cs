using System.Numerics;

namespace HackLab.Quantum.Internals;

/// <summary>
/// A density matrix of n wires as amplitudes of 2n: number r · 2^n + c is ρ_rc. A gate is U on the bits of the row and U* on those of the
/// column, so the same loops serve.
/// </summary>
internal sealed unsafe class NoisyState : IDisposable
{
    private readonly int _wires;
    private readonly Amplitudes _rho;

    internal NoisyState(Amplitudes pure)
    {
        _wires = pure.Wires;
        _rho = new Amplitudes(2 * _wires);
        Span<double> re = pure.Real, im = pure.Imaginary;
        for (int r = 0; r < pure.Count; r++)
        {
            for (int c = 0; c < pure.Count; c++)
            {
                int i = (r << _wires) | c;    // a_r a_c*
                _rho.Re[i] = (re[r] * re[c]) + (im[r] * im[c]);
                _rho.Im[i] = (im[r] * re[c]) - (re[r] * im[c]);
            }
        }
    }

    internal void Apply(Operation operation, Matrix2 matrix)
    {
        GateRunner.Apply(OfRows(operation), matrix, _rho.Re, _rho.Im, _rho.Bits);
        GateRunner.Apply(operation, matrix.Conjugate, _rho.Re, _rho.Im, _rho.Bits);
    }

    /// <summary>ρ → (1 − p) ρ + p Tr_wire(ρ) ⊗ I/2.</summary>
    internal void Depolarize(int wire, double p)
    {
        int column = 1 << (_wires - 1 - wire), row = column << _wires;
        double keep = 1 - p;
        for (int i = 0; i < _rho.Count; i++)
        {
            bool isOne = (i & row) != 0;
            if (isOne != ((i & column) != 0))
            {
                _rho.Re[i] *= keep;    // between 0 and 1 of the wire nothing remains of a mixed part
                _rho.Im[i] *= keep;
            }
            else if (!isOne)
            {
                int j = i | row | column;
                double re = p * (_rho.Re[i] + _rho.Re[j]) / 2, im = p * (_rho.Im[i] + _rho.Im[j]) / 2;
                (_rho.Re[i], _rho.Re[j]) = ((keep * _rho.Re[i]) + re, (keep * _rho.Re[j]) + re);
                (_rho.Im[i], _rho.Im[j]) = ((keep * _rho.Im[i]) + im, (keep * _rho.Im[j]) + im);
            }
        }
    }

    internal Complex[,] ToArray()
    {
        int size = 1 << _wires;
        var values = new Complex[size, size];
        for (int r = 0; r < size; r++)
        {
            for (int c = 0; c < size; c++) values[r, c] = new(_rho.Re[(r << _wires) | c], _rho.Im[(r << _wires) | c]);
        }
        return values;
    }

    public void Dispose() => _rho.Dispose();

    private Operation OfRows(Operation operation) => operation with
    {
        Target = operation.Kind == OperationKind.Phase ? operation.Target << _wires : operation.Target + _wires,
        Other = operation.Other + _wires,
        Controls = operation.Controls << _wires,
    };
}
