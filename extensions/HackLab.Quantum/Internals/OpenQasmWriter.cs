using System.Globalization;
using System.Numerics;
using System.Text;

namespace HackLab.Quantum.Internals;

/// <summary>Writes a circuit in OpenQASM 3.</summary>
internal sealed class OpenQasmWriter(QuantumCircuit circuit, double[]? parameters, double[]? inputs)
{
    private readonly StringBuilder _text = new();

    internal string Write()
    {
        _text.Append("OPENQASM 3.0;\ninclude \"stdgates.inc\";\n");
        for (int i = 0; i < circuit.ParameterCount && parameters is null; i++) _text.Append($"input float[64] p{i};\n");
        for (int i = 0; i < circuit.InputCount && inputs is null; i++) _text.Append($"input float[64] x{i};\n");
        _text.Append($"qubit[{circuit.Wires}] q;\n");
        if (circuit.Start is { } start) Prepare(start);
        foreach (QuantumGate gate in circuit.Gates) Gate(gate);
        return _text.ToString();
    }

    private void Gate(QuantumGate gate)
    {
        if (gate.Kind == GateKind.U && gate.Controls.Count > 0)
        {
            // OpenQASM's U has a phase e^(iθ/2) of its own, which does not matter alone but does where U is controlled.
            Append($"{Controls(gate)}p", [gate.Angles[2]], gate);
            Append($"{Controls(gate)}ry", [gate.Angles[0]], gate);
            Append($"{Controls(gate)}p", [gate.Angles[1]], gate);
            return;
        }
        string name = gate.Kind switch
        {
            GateKind.SDagger => "sdg",
            GateKind.TDagger => "tdg",
            GateKind.SXDagger => "inv @ sx",
            GateKind.Phase => "p",
            GateKind.U => "U",
            _ => gate.Kind.ToString().ToLowerInvariant(),
        };
        string full = (gate.Kind, gate.Controls.Count) switch
        {
            (GateKind.X or GateKind.Y or GateKind.Z or GateKind.H or GateKind.RX or GateKind.RY or GateKind.RZ or GateKind.Phase, 1) => $"c{name}",
            (GateKind.X, 2) => "ccx",
            (GateKind.SWAP, 1) => "cswap",
            _ => Controls(gate) + name,
        };
        Append(full, gate.Angles, gate);
    }

    private static string Controls(QuantumGate gate) => gate.Controls.Count switch
    {
        0 => "",
        1 => "ctrl @ ",
        int n => $"ctrl({n}) @ ",
    };

    private void Append(string name, IReadOnlyList<Angle> angles, QuantumGate gate) => Append(name, angles.Select(Expression), gate.Wires);

    private void Append(string gate, IEnumerable<string> angles, IEnumerable<int> wires)
    {
        string brackets = string.Join(", ", angles);
        _text.Append(gate).Append(brackets.Length > 0 ? $"({brackets}) " : " ").AppendJoin(", ", wires.Select(w => $"q[{w}]")).Append(";\n");
    }

    private string Expression(Angle angle)
    {
        double constant = angle.Constant;
        var open = new StringBuilder();
        foreach (AngleTerm term in angle.Terms)
        {
            double factor = term.Factor;
            var names = new List<string>();
            if (term.Parameter >= 0 && parameters is not null) factor *= parameters[term.Parameter];
            else if (term.Parameter >= 0) names.Add($"p{term.Parameter}");
            if (term.Input >= 0 && inputs is not null) factor *= inputs[term.Input];
            else if (term.Input >= 0) names.Add($"x{term.Input}");
            if (names.Count == 0)
            {
                constant += factor;
                continue;
            }
            if (Math.Abs(factor) != 1) names.Insert(0, Number(Math.Abs(factor)));
            open.Append(open.Length == 0 ? (factor < 0 ? "-" : "") : factor < 0 ? " - " : " + ").AppendJoin(" * ", names);
        }
        if (open.Length == 0) return Number(constant);
        if (constant == 0) return open.ToString();
        return open[0] == '-' ? $"{Number(constant)} - {open.ToString(1, open.Length - 1)}" : $"{Number(constant)} + {open}";
    }

    /// <summary>
    /// Amplitudes from |0…0⟩, wire after wire: a rotation RY for each combination of the wires before, and at the end the phases
    /// (Möttönen et al., Quantum Inf. Comput. 5, 467, 2005, without their shorter circuits).
    /// </summary>
    private void Prepare(Preparation start)
    {
        using var amplitudes = new Amplitudes(circuit.Wires);
        start.Fill(amplitudes, inputs);
        int wires = start.Wires.Count, count = 1 << wires;
        var a = new Complex[count];
        for (int i = 0; i < count; i++) a[i] = new(amplitudes.Real[start.Place(i)], amplitudes.Imaginary[start.Place(i)]);
        bool real = a.All(value => value.Imaginary == 0);
        for (int level = 0; level < wires; level++)
        {
            for (int prefix = 0; prefix < 1 << level; prefix++)
            {
                int half = count >> (level + 1), first = prefix * 2 * half;
                bool signed = real && half == 1;    // the last rotation can give real amplitudes their signs
                double zero = signed ? a[first].Real : Length(a, first, half), one = signed ? a[first + 1].Real : Length(a, first + half, half);
                if (one == 0 && zero >= 0) continue;
                Append($"{Where(prefix, level)}ry", [Number(2 * Math.Atan2(one, zero))], start.Wires.Take(level + 1));
            }
        }
        for (int i = 0; i < count && !real; i++)
        {
            if (a[i].Phase != 0) Append($"{Where(i, wires)}gphase", [Number(a[i].Phase)], start.Wires);
        }
    }

    /// <summary>A modifier per bit: ctrl for 1, negctrl for 0.</summary>
    private static string Where(int bits, int count) =>
        string.Concat(Bits.Text(bits, count).Select(bit => bit == '1' ? "ctrl @ " : "negctrl @ "));

    private static double Length(Complex[] a, int first, int count)
    {
        double sum = 0;
        for (int i = first; i < first + count; i++) sum += (a[i].Real * a[i].Real) + (a[i].Imaginary * a[i].Imaginary);
        return Math.Sqrt(sum);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
