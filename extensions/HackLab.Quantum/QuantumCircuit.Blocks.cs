using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>Blocks of gates that have a name: encodings of data, and the SWAP test.</summary>
public sealed partial class QuantumCircuit
{
    /// <summary>Writes bits: NOT on wire i where bit i is 1.</summary>
    /// <param name="bits">0 or 1 per wire, from wire 0; at most as many as there are wires.</param>
    /// <exception cref="CircuitException">Too many, or something else than 0 and 1.</exception>
    /// <example><code>new QuantumCircuit(3).BasisEncoding(1, 0, 1)   // |101⟩</code></example>
    public QuantumCircuit BasisEncoding(params IReadOnlyList<int> bits)
    {
        ArgumentNullException.ThrowIfNull(bits);
        if (bits.Count > Wires) throw new CircuitException($"Basis encoding: {bits.Count} bits do not fit on {Wires} wires.");
        for (int i = 0; i < bits.Count; i++)
        {
            if (bits[i] is not (0 or 1)) throw new CircuitException($"Basis encoding: bit {i} is {bits[i]}; a bit is 0 or 1.");
            if (bits[i] == 1) X(i);
        }
        return this;
    }

    /// <summary>Angle encoding: a rotation RY by one input feature, in radians, on each wire.</summary>
    /// <param name="wires">Where, in the order of the features; null for all wires.</param>
    /// <param name="firstInput">The feature of the first of these wires.</param>
    /// <exception cref="CircuitException">A wire does not exist.</exception>
    public QuantumCircuit AngleEncoding(IReadOnlyList<int>? wires = null, int firstInput = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstInput);
        wires ??= [.. Enumerable.Range(0, Wires)];
        for (int i = 0; i < wires.Count; i++) RY(Angle.Input(firstInput + i), wires[i]);
        return this;
    }

    /// <summary>
    /// Amplitude encoding: the circuit begins with the inputs as amplitudes, x / ‖x‖, on k wires; 2^k inputs, the first for |0…0⟩.
    /// The other wires begin in |0⟩.
    /// </summary>
    /// <param name="wires">Which wires, the first for the highest bit; null for all.</param>
    /// <exception cref="CircuitException">It is not the first operation, or a wire does not exist or stands twice.</exception>
    public QuantumCircuit AmplitudeEncoding(IReadOnlyList<int>? wires = null)
    {
        wires ??= [.. Enumerable.Range(0, Wires)];
        CheckWires(wires, "Amplitude encoding");
        return Begin(new Preparation(null, [.. wires], Wires));
    }

    /// <summary>Begins with a state in place of |0…0⟩.</summary>
    /// <param name="state">A state of as many wires.</param>
    /// <exception cref="CircuitException">It is not the first operation, or has another number of wires.</exception>
    public QuantumCircuit Prepare(StateVector state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Wires != Wires) throw new CircuitException($"A state of {state.Wires} wires cannot begin a circuit of {Wires}.");
        return Begin(new Preparation(state, [.. Enumerable.Range(0, Wires)], Wires));
    }

    /// <summary>
    /// SWAP test of two registers (Buhrman et al., Phys. Rev. Lett. 87, 167902, 2001): H on the ancilla, exchanges controlled by
    /// it, H. Then ⟨Z⟩ of the ancilla is |⟨a|b⟩|² for registers in pure states, and Tr(ρσ) for any two that are not entangled with each other.
    /// </summary>
    /// <param name="ancilla">The wire that is measured, in |0⟩ before.</param>
    /// <param name="a">The wires of one register.</param>
    /// <param name="b">As many wires of the other.</param>
    /// <exception cref="CircuitException">The registers have different sizes; a wire does not exist or stands twice.</exception>
    public QuantumCircuit SwapTest(int ancilla, IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Count != b.Count || a.Count == 0)
            throw new CircuitException($"SWAP test: registers of {a.Count} and {b.Count} wires; both need the same number, at least 1.");
        CheckWires([ancilla, .. a, .. b], "SWAP test");
        H(ancilla);
        for (int i = 0; i < a.Count; i++) CSWAP(ancilla, a[i], b[i]);
        return H(ancilla);
    }

    private QuantumCircuit Begin(Preparation start)
    {
        if (_gates.Count > 0 || Start is not null)
        {
            string before = _gates.Count > 0 ? $"gate 1 ({_gates[0].Name})" : "another beginning";
            throw new CircuitException($"Amplitudes can only begin a circuit; {before} stands before them.");
        }
        Start = start;
        InputCount = Math.Max(InputCount, start.InputCount);
        _program = null;
        return this;
    }

    private void CheckWires(IReadOnlyList<int> wires, string what)
    {
        var seen = new HashSet<int>();
        foreach (int wire in wires)
        {
            if (wire < 0 || wire >= Wires) throw new CircuitException($"{what}: wire {wire} does not exist; the circuit has wires 0 to {Wires - 1}.");
            if (!seen.Add(wire)) throw new CircuitException($"{what}: wire {wire} stands twice among {string.Join(", ", wires)}.");
        }
    }
}
