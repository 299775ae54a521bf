using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>A gate of a <see cref="QuantumCircuit"/>.</summary>
public sealed class QuantumGate
{
    internal QuantumGate(GateKind kind, int[] targets, int[] controls, Angle[] angles)
    {
        (Kind, Targets, Controls, Angles) = (kind, targets, controls, angles);
    }

    /// <summary>Its name as in the lesson or paper: <c>H</c>, <c>CNOT</c>, <c>CRY</c>, <c>Toffoli</c>.</summary>
    public string Name => (Kind, Controls.Count) switch
    {
        (GateKind.X, 1) => "CNOT",
        (GateKind.X, 2) => "Toffoli",
        (_, 0) => Symbol,
        _ => new string('C', Controls.Count) + Symbol,
    };

    /// <summary>What is done to the targets, without its controls: <c>X</c> for a CNOT.</summary>
    public string Symbol => Kind switch
    {
        GateKind.SDagger => "S†",
        GateKind.TDagger => "T†",
        GateKind.SXDagger => "SX†",
        _ => Kind.ToString(),
    };

    /// <summary>The wires that it changes.</summary>
    public IReadOnlyList<int> Targets { get; }

    /// <summary>The wires that must be 1 for it to act.</summary>
    public IReadOnlyList<int> Controls { get; }

    /// <summary>Its angles: none, one, or three for <c>U</c>.</summary>
    public IReadOnlyList<Angle> Angles { get; }

    internal GateKind Kind { get; }

    /// <summary>Controls and targets, in this order.</summary>
    internal IEnumerable<int> Wires => Controls.Concat(Targets);

    /// <summary>The gate that undoes it.</summary>
    internal QuantumGate Inverse()
    {
        GateKind kind = Kind switch
        {
            GateKind.S => GateKind.SDagger,
            GateKind.SDagger => GateKind.S,
            GateKind.T => GateKind.TDagger,
            GateKind.TDagger => GateKind.T,
            GateKind.SX => GateKind.SXDagger,
            GateKind.SXDagger => GateKind.SX,
            _ => Kind,
        };
        // U(θ, φ, λ) = P(φ) RY(θ) P(λ), so its inverse is P(−λ) RY(−θ) P(−φ).
        Angle[] angles = Kind == GateKind.U ? [-Angles[0], -Angles[2], -Angles[1]] : [.. Angles.Select(a => -a)];
        return new(kind, [.. Targets], [.. Controls], angles);
    }

    internal QuantumGate WithControls(IEnumerable<int> more) => new(Kind, [.. Targets], [.. more, .. Controls], [.. Angles]);

    /// <summary>Name, angles and wires: <c>CRY(0.5) on wires 0, 1</c>.</summary>
    public override string ToString()
    {
        string angles = Angles.Count == 0 ? "" : $"({string.Join(", ", Angles)})";
        int[] wires = [.. Wires];
        return $"{Name}{angles} on {(wires.Length == 1 ? "wire" : "wires")} {string.Join(", ", wires)}";
    }
}
