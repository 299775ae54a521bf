namespace HackLab.Quantum.Internals;

/// <summary>A circuit in the form that is computed with: operations on bits of the index of an amplitude.</summary>
internal sealed class CircuitProgram
{
    private static readonly double Half = Math.Sqrt(0.5);
    private static readonly Matrix2 Hadamard = new(Half, 0, Half, 0, Half, 0, -Half, 0);
    private static readonly Matrix2 Not = new(0, 0, 1, 0, 1, 0, 0, 0);
    private static readonly Matrix2 PauliY = new(0, 0, 0, -1, 0, 1, 0, 0);
    private static readonly Matrix2 RootOfNot = new(0.5, 0.5, 0.5, -0.5, 0.5, -0.5, 0.5, 0.5);

    private CircuitProgram(QuantumCircuit circuit, Operation[] operations)
    {
        Wires = circuit.Wires;
        ParameterCount = circuit.ParameterCount;
        InputCount = circuit.InputCount;
        Start = circuit.Start;
        Operations = operations;
        Gates = [.. circuit.Gates];
        IsReal = Start?.IsReal != false && Array.TrueForAll(operations, o => o.IsReal);
    }

    internal int Wires { get; }

    internal int ParameterCount { get; }

    internal int InputCount { get; }

    internal Preparation? Start { get; }

    internal Operation[] Operations { get; }

    /// <summary>For messages.</summary>
    internal QuantumGate[] Gates { get; }

    /// <summary>Whether every amplitude is real at every time, so that half of the work can be left out.</summary>
    internal bool IsReal { get; }

    internal static CircuitProgram Of(QuantumCircuit circuit)
    {
        var operations = new List<Operation>();
        for (int i = 0; i < circuit.Gates.Count; i++) Lower(circuit.Gates[i], i, circuit.Wires, operations);
        return new(circuit, [.. operations]);
    }

    /// <summary>The matrix of each operation for one sample, and checks that its angles are numbers.</summary>
    /// <exception cref="CircuitException">An angle is not finite; names the gate.</exception>
    internal Matrix2[] MatricesAt(ReadOnlySpan<double> parameters, ReadOnlySpan<double> inputs)
    {
        var matrices = new Matrix2[Operations.Length];
        for (int i = 0; i < matrices.Length; i++)
        {
            double theta = Operations[i].Angle.Value(parameters, inputs);
            if (!double.IsFinite(theta)) throw BadAngle(Operations[i], theta, parameters, inputs);
            matrices[i] = Operations[i].MatrixAt(theta);
        }
        return matrices;
    }

    /// <summary>Writes the beginning: |0…0⟩, or the prepared amplitudes.</summary>
    internal void Begin(Amplitudes amplitudes, ReadOnlySpan<double> inputs)
    {
        if (Start is null) amplitudes.SetZeroState();
        else Start.Fill(amplitudes, inputs);
    }

    private CircuitException BadAngle(Operation operation, double theta, ReadOnlySpan<double> parameters, ReadOnlySpan<double> inputs)
    {
        QuantumGate gate = Gates[operation.Gate];
        var from = new List<string>();
        foreach (AngleTerm term in operation.Angle.Terms)
        {
            if (term.Parameter >= 0 && !double.IsFinite(parameters[term.Parameter])) from.Add($"parameter {term.Parameter} is {parameters[term.Parameter]}");
            if (term.Input >= 0 && !double.IsFinite(inputs[term.Input])) from.Add($"input {term.Input} is {inputs[term.Input]}");
        }
        string why = from.Count == 0 ? "" : $" ({string.Join(", ", from.Distinct())})";
        return new($"gate {operation.Gate + 1} ({gate.Name}) on wire {gate.Targets[0]}: its angle {operation.Angle} is {theta}{why}; angles must be finite numbers.");
    }

    private static void Lower(QuantumGate gate, int number, int wires, List<Operation> operations)
    {
        int target = wires - 1 - gate.Targets[0], controls = gate.Controls.Aggregate(0, (mask, wire) => mask | (1 << (wires - 1 - wire)));
        switch (gate.Kind)
        {
            case GateKind.H: Fixed(Hadamard); break;
            case GateKind.X: Fixed(Not); break;
            case GateKind.Y: Fixed(PauliY); break;
            case GateKind.SX: Fixed(RootOfNot); break;
            case GateKind.SXDagger: Fixed(RootOfNot.Dagger); break;
            case GateKind.Z: Phase(Math.PI); break;
            case GateKind.S: Phase(Math.PI / 2); break;
            case GateKind.SDagger: Phase(-Math.PI / 2); break;
            case GateKind.T: Phase(Math.PI / 4); break;
            case GateKind.TDagger: Phase(-Math.PI / 4); break;
            case GateKind.Phase: Phase(gate.Angles[0]); break;
            case GateKind.RX: Rotate(OperationKind.RotationX, gate.Angles[0]); break;
            case GateKind.RY: Rotate(OperationKind.RotationY, gate.Angles[0]); break;
            case GateKind.RZ: Rotate(OperationKind.RotationZ, gate.Angles[0]); break;
            case GateKind.U:    // U(θ, φ, λ) = P(φ) RY(θ) P(λ), read from the right
                Phase(gate.Angles[2]);
                Rotate(OperationKind.RotationY, gate.Angles[0]);
                Phase(gate.Angles[1]);
                break;
            case GateKind.SWAP:
                operations.Add(new(OperationKind.Swap, target, wires - 1 - gate.Targets[1], controls, 0, default, number));
                break;
            default: throw new InvalidOperationException($"Gate {gate.Kind} has no operation.");
        }

        void Fixed(Matrix2 matrix) => operations.Add(new(OperationKind.Matrix, target, 0, controls, 0, matrix, number));
        void Rotate(OperationKind kind, Angle angle) => operations.Add(new(kind, target, 0, controls, angle, default, number));
        void Phase(Angle angle) => operations.Add(new(OperationKind.Phase, (1 << target) | controls, 0, 0, angle, default, number));
    }
}
