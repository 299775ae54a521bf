using System.Numerics;
using HackLab.Data.Display;
using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>
/// The state of n qubits: 2^n complex amplitudes whose squared sizes are probabilities. It never changes; gates and measurements
/// give new states. Amplitude number i belongs to the bits of i, wire 0 first: of two wires, number 1 is |01⟩.
/// </summary>
/// <example><code>StateVector bell = new QuantumCircuit(2).H(0).CNOT(0, 1).Run();   // 0.7071|00⟩ + 0.7071|11⟩</code></example>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class StateVector : IRichDisplay
{
    private const double NormTolerance = 1e-6;

    /// <summary>|0…0⟩.</summary>
    /// <param name="wires">How many qubits, 1 to 20.</param>
    /// <exception cref="CircuitException">Fewer or more.</exception>
    public StateVector(int wires)
    {
        Data = new Amplitudes(WireCount.Check(wires, "A state"));
        Data.SetZeroState();
    }

    internal StateVector(Amplitudes data) => Data = data;

    /// <summary>How many qubits.</summary>
    public int Wires => Data.Wires;

    /// <summary>How many amplitudes: 2^wires.</summary>
    public int Count => Data.Count;

    internal Amplitudes Data { get; }

    /// <summary>Amplitude number <paramref name="index"/>, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such amplitude.</exception>
    public Complex this[int index]
    {
        get
        {
            if (index < 0 || index >= Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"A state of {Wires} wires has amplitudes 0 to {Count - 1}.");
            return new(Data.Real[index], Data.Imaginary[index]);
        }
    }

    /// <summary>The amplitude of bits such as <c>"01"</c>, wire 0 first.</summary>
    /// <exception cref="ArgumentException">Another number of bits than wires, or another letter than 0 and 1.</exception>
    public Complex this[string bits] => this[Bits.Parse(bits, Wires)];

    /// <summary>The state in which every wire has a definite value.</summary>
    /// <param name="bits">A bit per wire, wire 0 first.</param>
    /// <exception cref="ArgumentException">No bits, or another letter than 0 and 1.</exception>
    /// <example><code>StateVector.Basis("010")</code></example>
    public static StateVector Basis(string bits)
    {
        ArgumentException.ThrowIfNullOrEmpty(bits);
        var state = new StateVector(bits.Length);
        state.Data.Clear();
        state.Data.Real[Bits.Parse(bits, bits.Length)] = 1;
        return state;
    }

    /// <summary>The state with given amplitudes.</summary>
    /// <param name="amplitudes">2^n numbers with Σ|a|² = 1.</param>
    /// <exception cref="CircuitException">
    /// Their number is no power of 2, one is not finite, or Σ|a|² differs from 1 by more than 10⁻⁶; the message says which.
    /// </exception>
    /// <example><code>StateVector.FromAmplitudes(0.6, 0.8)</code></example>
    public static StateVector FromAmplitudes(params IReadOnlyList<Complex> amplitudes)
    {
        ArgumentNullException.ThrowIfNull(amplitudes);
        if (amplitudes.Count < 2 || !BitOperations.IsPow2(amplitudes.Count))
            throw new CircuitException($"{amplitudes.Count} amplitudes: a state of n wires has 2^n of them (2, 4, 8, …).");
        var state = new StateVector(BitOperations.Log2((uint)amplitudes.Count));
        for (int i = 0; i < amplitudes.Count; i++)
        {
            if (!Complex.IsFinite(amplitudes[i])) throw new CircuitException($"Amplitude {i} (|{Bits.Text(i, state.Wires)}⟩) is {amplitudes[i]}, not a finite number.");
            state.Data.Real[i] = amplitudes[i].Real;
            state.Data.Imaginary[i] = amplitudes[i].Imaginary;
        }
        double norm = state.Data.SquaredNorm();
        if (Math.Abs(norm - 1) > NormTolerance)
        {
            throw new CircuitException(
                $"The squared sizes of the {amplitudes.Count} amplitudes add up to {Numbers.Text(norm)}, but probabilities add up to 1; "
                + $"divide every amplitude by {Numbers.Text(Math.Sqrt(norm))}.");
        }
        return state;
    }

    /// <summary>All amplitudes, shape [2^wires].</summary>
    public Complex[] ToArray()
    {
        var copy = new Complex[Count];
        for (int i = 0; i < copy.Length; i++) copy[i] = new(Data.Real[i], Data.Imaginary[i]);
        return copy;
    }

    /// <summary>The probabilities to measure each combination of bits, |a|² summed over the other wires.</summary>
    /// <param name="wires">Which wires are measured, the first for the highest bit; all if none is named.</param>
    /// <returns>Shape [2^(number of wires)], sum 1.</returns>
    /// <exception cref="CircuitException">A wire does not exist or stands twice.</exception>
    public double[] Probabilities(params IReadOnlyList<int> wires)
    {
        int[] positions = Bits.Positions(wires, Wires, "Probabilities");
        var sums = new double[1 << positions.Length];
        Span<double> re = Data.Real, im = Data.Imaginary;
        for (int i = 0; i < Count; i++) sums[Bits.Gather(i, positions)] += (re[i] * re[i]) + (im[i] * im[i]);
        return sums;
    }

    /// <summary>The mean of an observable over many measurements, ⟨ψ|O|ψ⟩.</summary>
    /// <param name="observable">For example <c>Pauli.Z(0)</c>.</param>
    /// <exception cref="CircuitException">It acts on a wire that does not exist.</exception>
    public double Expectation(Observable observable)
    {
        ArgumentNullException.ThrowIfNull(observable);
        return ObservableRunner.Expectation(observable.For(Wires), Data);
    }

    /// <summary>The variance of single measurements of an observable, ⟨O²⟩ − ⟨O⟩²; at least 0.</summary>
    /// <inheritdoc cref="Expectation"/>
    public double Variance(Observable observable)
    {
        ArgumentNullException.ThrowIfNull(observable);
        using var product = new Amplitudes(Wires);
        ObservableRunner.AddProduct(observable.For(Wires), 1, Data, product);
        double mean = Expectation(observable);
        return Math.Max(0, product.SquaredNorm() - (mean * mean));    // ⟨O²⟩ = ‖Oψ‖²
    }

    /// <summary>⟨this|other⟩, the sum of conjugate amplitudes times amplitudes.</summary>
    /// <param name="other">A state of as many wires.</param>
    /// <exception cref="CircuitException">It has another number of wires.</exception>
    public Complex InnerProduct(StateVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Wires != Wires) throw new CircuitException($"States of {Wires} and {other.Wires} wires have no inner product; they need the same number.");
        double re = 0, im = 0;
        Span<double> ar = Data.Real, ai = Data.Imaginary, br = other.Data.Real, bi = other.Data.Imaginary;
        for (int i = 0; i < Count; i++)
        {
            re += (ar[i] * br[i]) + (ai[i] * bi[i]);
            im += (ar[i] * bi[i]) - (ai[i] * br[i]);
        }
        return new(re, im);
    }

    /// <summary>How alike two states are, |⟨a|b⟩|²: 1 if they are the same, 0 if one measurement can tell them apart for sure.</summary>
    /// <inheritdoc cref="InnerProduct"/>
    public double Fidelity(StateVector other)
    {
        Complex product = InnerProduct(other);
        return (product.Real * product.Real) + (product.Imaginary * product.Imaginary);
    }

    /// <summary>The Bloch vector of one wire, (⟨X⟩, ⟨Y⟩, ⟨Z⟩): of length 1, and shorter if the wire is entangled with others.</summary>
    /// <param name="wire">From 0.</param>
    /// <exception cref="CircuitException">The wire does not exist.</exception>
    public (double X, double Y, double Z) Bloch(int wire = 0)
    {
        Bits.Positions([wire], Wires, "Bloch vector");
        return (Expectation(Pauli.X(wire)), Expectation(Pauli.Y(wire)), Expectation(Pauli.Z(wire)));
    }

    /// <summary>The state behind a circuit that begins with this one.</summary>
    /// <param name="circuit">A circuit of as many wires that does not begin with amplitudes of its own.</param>
    /// <param name="parameters">Its trainable parameters.</param>
    /// <param name="inputs">Its input features.</param>
    /// <exception cref="CircuitException">Another number of wires, of parameters or of inputs, or an angle that is not finite.</exception>
    public StateVector Apply(QuantumCircuit circuit, IReadOnlyList<double>? parameters = null, IReadOnlyList<double>? inputs = null)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return new QuantumCircuit(Wires).Prepare(this).Append(circuit).Run(parameters, inputs);
    }
}
