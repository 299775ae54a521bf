using System.Numerics;
using HackLab.Data.Display;
using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>
/// A state of which one knows only probabilities, as after noise or for a part of an entangled state: a matrix ρ of 2^n × 2^n complex
/// numbers with trace 1. A state that is known completely has ρ = |ψ⟩⟨ψ| and purity 1.
/// </summary>
/// <example><code>DensityMatrix half = bell.Reduced(0);   // purity 0.5, entropy 1 bit</code></example>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class DensityMatrix : IRichDisplay
{
    /// <summary>The most wires it can have: 2^20 numbers.</summary>
    public const int MaxWires = 10;

    private readonly Complex[,] _values;
    private double[]? _eigenvalues;

    internal DensityMatrix(Complex[,] values) => _values = values;

    /// <summary>How many qubits.</summary>
    public int Wires => BitOperations.Log2((uint)_values.GetLength(0));

    /// <summary>Rows, and columns: 2^wires.</summary>
    public int Size => _values.GetLength(0);

    /// <summary>The sum of the diagonal, which is 1 but for rounding.</summary>
    public double Trace => Probabilities().Sum();

    /// <summary>Tr ρ²: 1 for a pure state, 1/2^wires for the completely mixed one.</summary>
    public double Purity
    {
        get
        {
            double sum = 0;    // Σ ρ_rc ρ_cr = Σ |ρ_rc|²
            foreach (Complex value in _values) sum += (value.Real * value.Real) + (value.Imaginary * value.Imaginary);
            return sum;
        }
    }

    /// <summary>
    /// Von Neumann's entropy −Tr ρ log₂ ρ in bits: 0 for a pure state. For a part of a pure state, how entangled it is with the rest: 1 per
    /// pair of qubits that are entangled completely.
    /// </summary>
    public double Entropy => Eigenvalues().Sum(p => p > 1e-15 ? -p * Math.Log2(p) : 0);

    /// <summary>The number in row <paramref name="row"/> and column <paramref name="column"/>, from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such row or column.</exception>
    public Complex this[int row, int column] => _values[row, column];

    /// <summary>|ψ⟩⟨ψ|.</summary>
    /// <param name="state">At most 10 wires.</param>
    /// <exception cref="CircuitException">More wires.</exception>
    public static DensityMatrix Of(StateVector state)
    {
        ArgumentNullException.ThrowIfNull(state);
        CheckSize(state.Wires);
        Complex[] a = state.ToArray();
        var values = new Complex[a.Length, a.Length];
        for (int r = 0; r < a.Length; r++)
        {
            for (int c = 0; c < a.Length; c++) values[r, c] = a[r] * Complex.Conjugate(a[c]);
        }
        return new(values);
    }

    /// <summary>The state of which nothing is known: every combination of bits is as probable.</summary>
    /// <param name="wires">1 to 10.</param>
    /// <exception cref="CircuitException">Fewer or more.</exception>
    public static DensityMatrix MaximallyMixed(int wires)
    {
        CheckSize(wires);
        var values = new Complex[1 << wires, 1 << wires];
        for (int i = 0; i < 1 << wires; i++) values[i, i] = 1.0 / (1 << wires);
        return new(values);
    }

    /// <summary>All numbers, shape [2^wires, 2^wires].</summary>
    public Complex[,] ToArray() => (Complex[,])_values.Clone();

    /// <summary>The probability to measure each combination of bits: the diagonal, shape [2^wires].</summary>
    public double[] Probabilities() => [.. Enumerable.Range(0, Size).Select(i => _values[i, i].Real)];

    /// <summary>The eigenvalues, largest first, shape [2^wires]: the probabilities of the pure states that it is a mixture of.</summary>
    public double[] Eigenvalues() => [.. _eigenvalues ??= Hermitian.Eigenvalues(_values)];

    /// <summary>The mean of an observable, Tr ρO.</summary>
    /// <param name="observable">For example <c>Pauli.Z(0)</c>.</param>
    /// <exception cref="CircuitException">It acts on a wire that does not exist.</exception>
    public double Expectation(Observable observable)
    {
        ArgumentNullException.ThrowIfNull(observable);
        double sum = 0;
        foreach (MaskedTerm term in observable.For(Wires))
        {
            for (int j = 0; j < Size; j++)
            {
                if ((j & term.Mask) != term.Value) continue;
                // ⟨j^Flip|O|j⟩ ρ_{j, j^Flip}
                double sign = BitOperations.PopCount((uint)(j & term.Sign)) % 2 == 0 ? term.Factor : -term.Factor;
                Complex value = _values[j, j ^ term.Flip];
                sum += sign * ((term.YCount % 4) switch { 0 => value.Real, 1 => -value.Imaginary, 2 => -value.Real, _ => value.Imaginary });
            }
        }
        return sum;
    }

    /// <summary>The Bloch vector of one wire, (⟨X⟩, ⟨Y⟩, ⟨Z⟩); its length is 1 only if the wire is in a pure state of its own.</summary>
    /// <param name="wire">From 0.</param>
    /// <exception cref="CircuitException">The wire does not exist.</exception>
    public (double X, double Y, double Z) Bloch(int wire = 0)
    {
        Bits.Positions([wire], Wires, "Bloch vector");
        return (Expectation(Pauli.X(wire)), Expectation(Pauli.Y(wire)), Expectation(Pauli.Z(wire)));
    }

    /// <summary>The fidelity with a pure state, ⟨ψ|ρ|ψ⟩, from 0 to 1.</summary>
    /// <param name="state">A state of as many wires.</param>
    /// <exception cref="CircuitException">It has another number of wires.</exception>
    public double Fidelity(StateVector state)
    {
        ArgumentNullException.ThrowIfNull(state);
        CheckSame(state.Wires);
        Complex[] a = state.ToArray();
        double sum = 0;
        for (int r = 0; r < Size; r++)
        {
            Complex row = Complex.Zero;
            for (int c = 0; c < Size; c++) row += _values[r, c] * a[c];
            sum += (Complex.Conjugate(a[r]) * row).Real;
        }
        return sum;
    }

    /// <summary>The fidelity with another mixed state, (Tr √(√ρ σ √ρ))² (Jozsa, J. Mod. Opt. 41, 2315, 1994), from 0 to 1.</summary>
    /// <param name="other">A state of as many wires.</param>
    /// <exception cref="CircuitException">It has another number of wires.</exception>
    public double Fidelity(DensityMatrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        CheckSame(other.Wires);
        return Hermitian.Fidelity(_values, other._values);
    }

    /// <summary>The state of some wires alone: the partial trace over all others.</summary>
    /// <param name="wires">The wires to keep, the first becoming wire 0.</param>
    /// <exception cref="CircuitException">A wire does not exist or stands twice.</exception>
    public DensityMatrix Reduced(params IReadOnlyList<int> wires)
    {
        int[] keep = Bits.Positions(wires, Wires, "Partial trace"), rest = [.. Enumerable.Range(0, Wires).Except(keep)];
        int size = 1 << keep.Length;
        var values = new Complex[size, size];
        for (int r = 0; r < size; r++)
        {
            for (int c = 0; c < size; c++)
            {
                for (int k = 0; k < 1 << rest.Length; k++)
                {
                    int other = Bits.Scatter(k, rest);
                    values[r, c] += _values[Bits.Scatter(r, keep) | other, Bits.Scatter(c, keep) | other];
                }
            }
        }
        return new(values);
    }

    /// <summary>Measures all wires of freshly prepared copies again and again, and counts the results.</summary>
    /// <param name="shots">How often, at least 1.</param>
    /// <param name="seed">Chooses the results.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 shot.</exception>
    public ShotCounts Sample(int shots, int seed) => Shots.Count(Probabilities(), shots, seed);

    internal static void CheckSize(int wires)
    {
        WireCount.Check(wires, "A density matrix");
        if (wires > MaxWires)
        {
            throw new CircuitException(
                $"A density matrix has at most {MaxWires} wires, not {wires}: its 4^{wires} complex numbers would be as many as a state of {2 * wires} wires has.");
        }
    }

    private void CheckSame(int wires)
    {
        if (wires != Wires) throw new CircuitException($"States of {Wires} and {wires} wires have no fidelity; they need the same number.");
    }
}
