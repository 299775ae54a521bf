using HackLab.Quantum;

namespace HackLab.Charts;

/// <summary>Circuits of the quantum room.</summary>
public static partial class Chart
{
    /// <summary>A quantum circuit as it is computed with: its beginning, then every gate with its angles.</summary>
    /// <param name="circuit">At most 1,000 gates.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are too many gates.</exception>
    /// <example><code>Chart.Circuit(new QuantumCircuit(2).H(0).CNOT(0, 1))</code></example>
    public static Figure Circuit(QuantumCircuit circuit, CircuitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        var gates = new List<CircuitGate>();
        if (circuit.PreparedWires is { Count: > 0 } prepared)
            gates.Add(new CircuitGate(circuit.EncodesAmplitudes ? "x / ‖x‖" : "|ψ⟩", prepared));
        foreach (QuantumGate gate in circuit.Gates)
        {
            bool fixedAngles = gate.Angles.All(a => a.IsConstant);
            gates.Add(new CircuitGate(gate.Symbol == "Phase" ? "P" : gate.Symbol, gate.Targets)
            {
                Controls = gate.Controls,
                Parameters = fixedAngles ? [.. gate.Angles.Select(a => a.Constant)] : [],
                ParameterName = fixedAngles ? null : string.Join(", ", gate.Angles),
            });
        }
        return Circuit(circuit.Wires, gates, options);
    }
}
