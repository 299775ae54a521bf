using System.Numerics;
using HackLab.Quantum;

namespace HackLab.Tests.Quantum;

/// <summary>
/// The definition of a circuit and nothing else: every gate as a matrix over all basis states, from the matrices in the textbook,
/// multiplied out. An oracle for small circuits.
/// </summary>
internal static class DenseSimulator
{
    private static readonly Complex I = Complex.ImaginaryOne;
    private static readonly double Root = 1 / Math.Sqrt(2);

    internal static Complex[] Run(QuantumCircuit circuit, double[] parameters, double[] inputs, Complex[]? start = null)
    {
        Complex[] state = start ?? new Complex[1 << circuit.Wires];
        if (start is null) state[0] = 1;
        foreach (QuantumGate gate in circuit.Gates) state = Apply(gate, [.. gate.Angles.Select(a => a.Value(parameters, inputs))], circuit.Wires, state);
        return state;
    }

    internal static Complex[] Apply(QuantumGate gate, double[] angles, int wires, Complex[] state)
    {
        Complex[,] matrix = gate.Symbol == "SWAP" ? Swap() : Matrix(gate.Symbol, angles);
        var result = new Complex[state.Length];
        for (int j = 0; j < state.Length; j++)
        {
            if (gate.Controls.Any(c => Bit(j, c) == 0))
            {
                result[j] += state[j];
                continue;
            }
            int column = gate.Targets.Aggregate(0, (value, t) => (value << 1) | Bit(j, t));
            for (int row = 0; row < matrix.GetLength(0); row++)
            {
                int k = j;
                for (int t = 0; t < gate.Targets.Count; t++)
                {
                    int mask = 1 << (wires - 1 - gate.Targets[t]), bit = (row >> (gate.Targets.Count - 1 - t)) & 1;
                    k = bit == 1 ? k | mask : k & ~mask;
                }
                result[k] += matrix[row, column] * state[j];
            }
        }
        return result;

        int Bit(int index, int wire) => (index >> (wires - 1 - wire)) & 1;
    }

    internal static Complex Mean(string paulis, Complex[] state)
    {
        int wires = paulis.Length;
        Complex[] product = state;
        for (int wire = 0; wire < wires; wire++)
        {
            if (paulis[wire] == 'I') continue;
            QuantumCircuit one = new(wires);
            one = paulis[wire] switch { 'X' => one.X(wire), 'Y' => one.Y(wire), _ => one.Z(wire) };
            product = Apply(one.Gates[0], [], wires, product);
        }
        return state.Zip(product, (a, b) => Complex.Conjugate(a) * b).Aggregate((a, b) => a + b);
    }

    private static Complex[,] Swap() => new Complex[,] { { 1, 0, 0, 0 }, { 0, 0, 1, 0 }, { 0, 1, 0, 0 }, { 0, 0, 0, 1 } };

    private static Complex[,] Matrix(string symbol, double[] angles)
    {
        double t = angles.Length == 0 ? 0 : angles[0], c = Math.Cos(t / 2), s = Math.Sin(t / 2);
        return symbol switch
        {
            "H" => new Complex[,] { { Root, Root }, { Root, -Root } },
            "X" => new Complex[,] { { 0, 1 }, { 1, 0 } },
            "Y" => new[,] { { 0, -I }, { I, 0 } },
            "Z" => new Complex[,] { { 1, 0 }, { 0, -1 } },
            "S" => new[,] { { 1, 0 }, { 0, I } },
            "S†" => new[,] { { 1, 0 }, { 0, -I } },
            "T" => new[,] { { 1, 0 }, { 0, Complex.Exp(I * Math.PI / 4) } },
            "T†" => new[,] { { 1, 0 }, { 0, Complex.Exp(-I * Math.PI / 4) } },
            "SX" => new[,] { { (1 + I) / 2, (1 - I) / 2 }, { (1 - I) / 2, (1 + I) / 2 } },
            "SX†" => new[,] { { (1 - I) / 2, (1 + I) / 2 }, { (1 + I) / 2, (1 - I) / 2 } },
            "RX" => new[,] { { c, -I * s }, { -I * s, c } },
            "RY" => new Complex[,] { { c, -s }, { s, c } },
            "RZ" => new[,] { { Complex.Exp(-I * t / 2), 0 }, { 0, Complex.Exp(I * t / 2) } },
            "Phase" => new[,] { { 1, 0 }, { 0, Complex.Exp(I * t) } },
            "U" => new[,]
            {
                { c, -Complex.Exp(I * angles[2]) * s },
                { Complex.Exp(I * angles[1]) * s, Complex.Exp(I * (angles[1] + angles[2])) * c },
            },
            _ => throw new ArgumentException(symbol),
        };
    }
}
