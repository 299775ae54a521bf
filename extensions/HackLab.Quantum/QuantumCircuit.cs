using HackLab.Data.Display;
using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>
/// A quantum circuit: wires that begin as |0⟩, and gates in order. Every method that adds something returns the circuit, so that
/// gates can be written in a row. Wire 0 is the first letter of |q0 q1 …⟩ and the top wire of a drawing.
/// </summary>
/// <example><code>StateVector bell = new QuantumCircuit(2).H(0).CNOT(0, 1).Run();   // 0.7071|00⟩ + 0.7071|11⟩</code></example>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class QuantumCircuit : IRichDisplay
{
    /// <summary>The most wires a circuit can have.</summary>
    public const int MaxWires = 20;

    private readonly List<QuantumGate> _gates = [];
    private CircuitProgram? _program;

    /// <summary>A circuit without gates.</summary>
    /// <param name="wires">How many qubits, 1 to 20.</param>
    /// <exception cref="CircuitException">Fewer than 1 or more than 20; says the memory that they would take.</exception>
    public QuantumCircuit(int wires) => Wires = WireCount.Check(wires, "A circuit");

    /// <summary>How many qubits it has.</summary>
    public int Wires { get; }

    /// <summary>The gates in the order in which they act.</summary>
    public IReadOnlyList<QuantumGate> Gates => _gates;

    /// <summary>How many trainable parameters its angles use: the largest index plus 1.</summary>
    public int ParameterCount { get; private set; }

    /// <summary>How many input features it uses: the largest index plus 1.</summary>
    public int InputCount { get; private set; }

    /// <summary>How many steps it takes if gates on different wires act at the same time.</summary>
    public int Depth
    {
        get
        {
            int[] busy = new int[Wires];
            foreach (QuantumGate gate in _gates)
            {
                int step = gate.Wires.Max(w => busy[w]) + 1;
                foreach (int wire in gate.Wires) busy[wire] = step;
            }
            return busy.Max();
        }
    }

    /// <summary>The wires whose amplitudes are given at the beginning; none if all begin in |0⟩.</summary>
    public IReadOnlyList<int> PreparedWires => Start?.Wires ?? [];

    /// <summary>Whether those amplitudes are the inputs, and not a fixed state.</summary>
    public bool EncodesAmplitudes => Start is { InputCount: > 0 };

    /// <summary>How it begins, if not in |0…0⟩.</summary>
    internal Preparation? Start { get; private set; }

    /// <summary>The gates in the form that is computed with; made anew after a change.</summary>
    internal CircuitProgram Program => _program ??= CircuitProgram.Of(this);

    /// <summary>Adds all gates of another circuit behind the own ones, on the same wires.</summary>
    /// <param name="other">A circuit of as many wires; its parameters and inputs keep their indices.</param>
    /// <exception cref="CircuitException">It has another number of wires, or begins with a prepared state.</exception>
    public QuantumCircuit Append(QuantumCircuit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Wires != Wires)
            throw new CircuitException($"A circuit of {other.Wires} wires cannot be appended to one of {Wires}; make both with the same number.");
        if (other.Start is not null)
        {
            if (_gates.Count > 0 || Start is not null)
                throw new CircuitException("A circuit that begins with amplitudes can only be appended to an empty one.");
            Begin(other.Start);
        }
        foreach (QuantumGate gate in other._gates.ToArray()) Add(gate);
        return this;
    }

    /// <summary>The circuit that undoes this one: inverse gates in reverse order, with the same parameters and inputs.</summary>
    /// <exception cref="CircuitException">It begins with amplitudes, which no gate undoes.</exception>
    public QuantumCircuit Inverse()
    {
        if (Start is not null)
            throw new CircuitException("A circuit that begins with amplitudes has no inverse; build the part behind them as a circuit of its own.");
        var inverse = new QuantumCircuit(Wires);
        for (int i = _gates.Count - 1; i >= 0; i--) inverse.Add(_gates[i].Inverse());
        return inverse;
    }

    private QuantumCircuit Add(GateKind kind, int[] targets, int[] controls, params Angle[] angles) =>
        Add(new QuantumGate(kind, targets, controls, angles));

    private QuantumCircuit Add(QuantumGate gate)
    {
        Check(gate);
        foreach (Angle angle in gate.Angles)
        {
            foreach (AngleTerm term in angle.Terms)
            {
                ParameterCount = Math.Max(ParameterCount, term.Parameter + 1);
                InputCount = Math.Max(InputCount, term.Input + 1);
            }
        }
        _gates.Add(gate);
        _program = null;
        return this;
    }

    private void Check(QuantumGate gate)
    {
        string where = $"gate {_gates.Count + 1} ({gate.Name})";
        var seen = new HashSet<int>();
        foreach (int wire in gate.Wires)
        {
            if (wire < 0 || wire >= Wires)
            {
                string exist = Wires == 1 ? "only wire 0" : $"wires 0 to {Wires - 1}";
                throw new CircuitException($"{where}: wire {wire} does not exist; the circuit has {exist}.");
            }
            if (!seen.Add(wire))
                throw new CircuitException($"{where}: wire {wire} stands twice among {string.Join(", ", gate.Wires)}; each wire of a gate must be another one.");
        }
        foreach (Angle angle in gate.Angles)
        {
            bool finite = double.IsFinite(angle.Constant);
            foreach (AngleTerm term in angle.Terms) finite &= double.IsFinite(term.Factor);
            if (!finite) throw new CircuitException($"{where} on wire {gate.Targets[0]}: its angle {angle} is not a finite number of radians.");
        }
    }
}
