namespace HackLab.Quantum.Benchmarks;

/// <summary>Layers of a rotation on every wire and a ring of CNOTs.</summary>
internal static class Rings
{
    internal const int Wires = 20;
    internal const int Layers = 10;

    /// <summary>Angles that peer.py uses too.</summary>
    internal static double[] Angles { get; } = [.. Enumerable.Range(0, Wires * Layers).Select(i => Math.Sin(i))];

    internal static QuantumCircuit Make(bool real)
    {
        var circuit = new QuantumCircuit(Wires);
        for (int layer = 0; layer < Layers; layer++)
        {
            for (int wire = 0; wire < Wires; wire++)
            {
                Angle angle = Angle.Parameter((layer * Wires) + wire);
                _ = real ? circuit.RY(angle, wire) : circuit.RX(angle, wire);
            }
            for (int wire = 0; wire < Wires; wire++) circuit.CNOT(wire, (wire + 1) % Wires);
        }
        return circuit;
    }
}
