using HackLab.Quantum;
using HackLab.Simulation.Numerics;

namespace HackLab.Tests.Quantum;

/// <summary>Circuits of all kinds of gates, with numbers, parameters and inputs as angles.</summary>
internal static class RandomCircuits
{
    internal const int Parameters = 5;
    internal const int Inputs = 3;

    internal static QuantumCircuit Make(int wires, int gates, long seed, bool realOnly = false, bool parametrised = true)
    {
        var random = new SeededRandom(seed);
        var circuit = new QuantumCircuit(wires);
        for (int g = 0; g < gates; g++)
        {
            int[] w = [.. Enumerable.Range(0, wires)];
            random.Shuffle(w.AsSpan());
            int kinds = wires == 1 ? 15 : wires == 2 ? 24 : 27;
            int kind = random.NextInt(kinds);
            if (realOnly) kind = new[] { 0, 1, 3, 11, 15, 17, 18, 21, 23, 24, 25 }[random.NextInt(wires == 1 ? 4 : wires == 2 ? 9 : 11)];
            Angle angle = parametrised ? Expression(random) : random.NextDouble() * 6;
            _ = kind switch
            {
                0 => circuit.H(w[0]),
                1 => circuit.X(w[0]),
                2 => circuit.Y(w[0]),
                3 => circuit.Z(w[0]),
                4 => circuit.S(w[0]),
                5 => circuit.SDagger(w[0]),
                6 => circuit.T(w[0]),
                7 => circuit.TDagger(w[0]),
                8 => circuit.SX(w[0]),
                9 => circuit.Phase(angle, w[0]),
                10 => circuit.RX(angle, w[0]),
                11 => circuit.RY(angle, w[0]),
                12 => circuit.RZ(angle, w[0]),
                13 or 14 => circuit.U(angle, parametrised ? Expression(random) : 0.3, random.NextDouble(), w[0]),
                15 => circuit.CNOT(w[0], w[1]),
                16 => circuit.CY(w[0], w[1]),
                17 => circuit.CZ(w[0], w[1]),
                18 => circuit.CH(w[0], w[1]),
                19 => circuit.CPhase(angle, w[0], w[1]),
                20 => circuit.CRX(angle, w[0], w[1]),
                21 => circuit.CRY(angle, w[0], w[1]),
                22 => circuit.CRZ(angle, w[0], w[1]),
                23 => circuit.SWAP(w[0], w[1]),
                24 => circuit.CSWAP(w[0], w[1], w[2]),
                25 => circuit.Toffoli(w[0], w[1], w[2]),
                _ => circuit.Controlled([w[0], w[1]], new QuantumCircuit(wires).U(angle, 0.4, 0.7, w[2])),
            };
        }
        return circuit;
    }

    internal static double[] Values(int count, long seed)
    {
        var random = new SeededRandom(seed, 7);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
    }

    private static Angle Expression(SeededRandom random) => random.NextInt(4) switch
    {
        0 => Angle.Parameter(random.NextInt(Parameters)),
        1 => Angle.Input(random.NextInt(Inputs)),
        2 => Angle.Parameter(random.NextInt(Parameters)) + (Angle.Parameter(random.NextInt(Parameters)) * Angle.Input(random.NextInt(Inputs))),
        _ => 0.3 - (Angle.Input(random.NextInt(Inputs)) * 0.5),
    };
}
