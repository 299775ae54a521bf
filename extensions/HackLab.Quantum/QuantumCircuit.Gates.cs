using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>Gates. Matrices are those of Nielsen and Chuang, Quantum Computation and Quantum Information, chapter 4.</summary>
public sealed partial class QuantumCircuit
{
    /// <summary>Hadamard: [[1, 1], [1, −1]] / √2; makes |0⟩ the equal superposition of |0⟩ and |1⟩.</summary>
    /// <param name="wire">From 0.</param>
    /// <exception cref="CircuitException">The wire does not exist.</exception>
    public QuantumCircuit H(int wire) => Add(GateKind.H, [wire], []);

    /// <summary>NOT: [[0, 1], [1, 0]].</summary>
    /// <inheritdoc cref="H"/>
    public QuantumCircuit X(int wire) => Add(GateKind.X, [wire], []);

    /// <summary>Pauli Y: [[0, −i], [i, 0]].</summary>
    /// <inheritdoc cref="H"/>
    public QuantumCircuit Y(int wire) => Add(GateKind.Y, [wire], []);

    /// <summary>Pauli Z: diag(1, −1), a change of sign of |1⟩.</summary>
    /// <inheritdoc cref="H"/>
    public QuantumCircuit Z(int wire) => Add(GateKind.Z, [wire], []);

    /// <summary>diag(1, i), a quarter turn of the phase; S·S = Z.</summary>
    /// <inheritdoc cref="H"/>
    public QuantumCircuit S(int wire) => Add(GateKind.S, [wire], []);

    /// <summary>diag(1, −i), the inverse of S.</summary>
    /// <inheritdoc cref="H"/>
    public QuantumCircuit SDagger(int wire) => Add(GateKind.SDagger, [wire], []);

    /// <summary>diag(1, e^(iπ/4)); T·T = S.</summary>
    /// <inheritdoc cref="H"/>
    public QuantumCircuit T(int wire) => Add(GateKind.T, [wire], []);

    /// <summary>diag(1, e^(−iπ/4)), the inverse of T.</summary>
    /// <inheritdoc cref="H"/>
    public QuantumCircuit TDagger(int wire) => Add(GateKind.TDagger, [wire], []);

    /// <summary>Root of NOT: ½ [[1 + i, 1 − i], [1 − i, 1 + i]]; SX·SX = X.</summary>
    /// <inheritdoc cref="H"/>
    public QuantumCircuit SX(int wire) => Add(GateKind.SX, [wire], []);

    /// <summary>Rotation about x by an angle θ: exp(−iθX/2) = [[cos θ/2, −i sin θ/2], [−i sin θ/2, cos θ/2]].</summary>
    /// <param name="angle">θ in radians.</param>
    /// <param name="wire">From 0.</param>
    /// <exception cref="CircuitException">The wire does not exist, or the angle is not a finite number.</exception>
    public QuantumCircuit RX(Angle angle, int wire) => Add(GateKind.RX, [wire], [], angle);

    /// <summary>Rotation about y by an angle θ: exp(−iθY/2) = [[cos θ/2, −sin θ/2], [sin θ/2, cos θ/2]].</summary>
    /// <inheritdoc cref="RX"/>
    public QuantumCircuit RY(Angle angle, int wire) => Add(GateKind.RY, [wire], [], angle);

    /// <summary>Rotation about z by an angle θ: exp(−iθZ/2) = diag(e^(−iθ/2), e^(iθ/2)).</summary>
    /// <inheritdoc cref="RX"/>
    public QuantumCircuit RZ(Angle angle, int wire) => Add(GateKind.RZ, [wire], [], angle);

    /// <summary>Phase θ of |1⟩: diag(1, e^(iθ)).</summary>
    /// <inheritdoc cref="RX"/>
    public QuantumCircuit Phase(Angle angle, int wire) => Add(GateKind.Phase, [wire], [], angle);

    /// <summary>
    /// Any gate of one qubit but for a global phase (OpenQASM's U): [[cos θ/2, −e^(iλ) sin θ/2], [e^(iφ) sin θ/2, e^(i(φ+λ)) cos θ/2]].
    /// </summary>
    /// <param name="theta">θ in radians.</param>
    /// <param name="phi">φ in radians.</param>
    /// <param name="lambda">λ in radians.</param>
    /// <param name="wire">From 0.</param>
    /// <exception cref="CircuitException">The wire does not exist, or an angle is not a finite number.</exception>
    public QuantumCircuit U(Angle theta, Angle phi, Angle lambda, int wire) => Add(GateKind.U, [wire], [], theta, phi, lambda);

    /// <summary>Controlled NOT: flips the target where the control is 1.</summary>
    /// <param name="control">The wire that decides.</param>
    /// <param name="target">The wire that is changed.</param>
    /// <exception cref="CircuitException">A wire does not exist, or both are the same.</exception>
    public QuantumCircuit CNOT(int control, int target) => Add(GateKind.X, [target], [control]);

    /// <summary>Controlled Y.</summary>
    /// <inheritdoc cref="CNOT"/>
    public QuantumCircuit CY(int control, int target) => Add(GateKind.Y, [target], [control]);

    /// <summary>Controlled Z: changes the sign where both wires are 1; both are equal in it.</summary>
    /// <inheritdoc cref="CNOT"/>
    public QuantumCircuit CZ(int control, int target) => Add(GateKind.Z, [target], [control]);

    /// <summary>Controlled Hadamard.</summary>
    /// <inheritdoc cref="CNOT"/>
    public QuantumCircuit CH(int control, int target) => Add(GateKind.H, [target], [control]);

    /// <summary>Controlled phase: e^(iθ) where both wires are 1.</summary>
    /// <param name="angle">θ in radians.</param>
    /// <param name="control">The wire that decides.</param>
    /// <param name="target">The wire that is changed.</param>
    /// <exception cref="CircuitException">A wire does not exist, both are the same, or the angle is not a finite number.</exception>
    public QuantumCircuit CPhase(Angle angle, int control, int target) => Add(GateKind.Phase, [target], [control], angle);

    /// <summary>Controlled rotation about x.</summary>
    /// <inheritdoc cref="CPhase"/>
    public QuantumCircuit CRX(Angle angle, int control, int target) => Add(GateKind.RX, [target], [control], angle);

    /// <summary>Controlled rotation about y.</summary>
    /// <inheritdoc cref="CPhase"/>
    public QuantumCircuit CRY(Angle angle, int control, int target) => Add(GateKind.RY, [target], [control], angle);

    /// <summary>Controlled rotation about z.</summary>
    /// <inheritdoc cref="CPhase"/>
    public QuantumCircuit CRZ(Angle angle, int control, int target) => Add(GateKind.RZ, [target], [control], angle);

    /// <summary>Exchanges two wires.</summary>
    /// <param name="a">One wire.</param>
    /// <param name="b">The other.</param>
    /// <exception cref="CircuitException">A wire does not exist, or both are the same.</exception>
    public QuantumCircuit SWAP(int a, int b) => Add(GateKind.SWAP, [a, b], []);

    /// <summary>Exchanges two wires where the control is 1 (Fredkin).</summary>
    /// <param name="control">The wire that decides.</param>
    /// <param name="a">One wire.</param>
    /// <param name="b">The other.</param>
    /// <exception cref="CircuitException">A wire does not exist, or stands twice.</exception>
    public QuantumCircuit CSWAP(int control, int a, int b) => Add(GateKind.SWAP, [a, b], [control]);

    /// <summary>Flips the target where both controls are 1.</summary>
    /// <param name="control1">One wire that decides.</param>
    /// <param name="control2">The other.</param>
    /// <param name="target">The wire that is changed.</param>
    /// <exception cref="CircuitException">A wire does not exist, or stands twice.</exception>
    public QuantumCircuit Toffoli(int control1, int control2, int target) => Add(GateKind.X, [target], [control1, control2]);

    /// <summary>Adds all gates of a circuit so that they act only where every control is 1.</summary>
    /// <param name="controls">The wires that decide; any number.</param>
    /// <param name="gates">A circuit of as many wires, which does not use the controls.</param>
    /// <exception cref="CircuitException">A wire does not exist or stands twice, or the circuit begins with amplitudes.</exception>
    /// <example><code>circuit.Controlled([0, 1, 2], new QuantumCircuit(5).H(3).RY(0.3, 4))</code></example>
    public QuantumCircuit Controlled(IReadOnlyList<int> controls, QuantumCircuit gates)
    {
        ArgumentNullException.ThrowIfNull(controls);
        ArgumentNullException.ThrowIfNull(gates);
        if (gates.Wires != Wires)
            throw new CircuitException($"A circuit of {gates.Wires} wires cannot be controlled within one of {Wires}; make both with the same number.");
        if (gates.Start is not null) throw new CircuitException("A circuit that begins with amplitudes cannot be controlled.");
        foreach (QuantumGate gate in gates._gates.ToArray()) Add(gate.WithControls(controls));
        return this;
    }
}
