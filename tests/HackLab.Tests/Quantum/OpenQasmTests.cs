using System.Numerics;
using HackLab.Quantum;
using Xunit;

namespace HackLab.Tests.Quantum;

public class OpenQasmTests
{
    [Fact]
    public void The_text_is_what_the_specification_shows() => Assert.Equal(
        """
        OPENQASM 3.0;
        include "stdgates.inc";
        input float[64] p0;
        input float[64] p1;
        input float[64] x0;
        qubit[3] q;
        h q[0];
        cx q[0], q[1];
        ry(p0 + p1 * x0) q[2];
        cp(0.5 - 2 * p0) q[1], q[2];
        ctrl @ s q[0], q[2];
        cswap q[0], q[1], q[2];

        """.ReplaceLineEndings("\n"),
        new QuantumCircuit(3).H(0).CNOT(0, 1).RY(Angle.Parameter(0) + (Angle.Parameter(1) * Angle.Input(0)), 2)
            .CPhase(0.5 - (2 * Angle.Parameter(0)), 1, 2).Controlled([0], new QuantumCircuit(3).S(2)).CSWAP(0, 1, 2).ToOpenQasm());

    [Fact]
    public void A_reader_that_knows_only_the_specification_gets_the_same_state()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            int wires = 1 + (seed % 5);
            QuantumCircuit circuit = RandomCircuits.Make(wires, 25, seed);
            if (seed % 3 == 0) circuit.Append(circuit.Inverse()).Append(RandomCircuits.Make(wires, 10, seed + 500));
            double[] p = RandomCircuits.Values(circuit.ParameterCount, seed), x = RandomCircuits.Values(circuit.InputCount, seed);
            StateVector read = StateVector.FromAmplitudes(QasmReader.Run(circuit.ToOpenQasm(p, x)));
            Assert.Equal(1, circuit.Run(p, x).Fidelity(read), 12);    // but for a global phase, which nothing can measure
        }
    }

    [Fact]
    public void Prepared_amplitudes_become_gates()
    {
        double[] x = [0.3, -1, 0, 2, -0.5, 0, 0, -1.5];
        QuantumCircuit encoded = new QuantumCircuit(4).AmplitudeEncoding([3, 0, 2]).H(1);
        Assert.Equal(1, encoded.Run(inputs: x).Fidelity(StateVector.FromAmplitudes(QasmReader.Run(encoded.ToOpenQasm(inputs: x)))), 12);
        StateVector state = RandomCircuits.Make(3, 40, 9, parametrised: false).Run();
        Complex[] read = QasmReader.Run(new QuantumCircuit(3).Prepare(state).ToOpenQasm());
        for (int i = 0; i < 8; i++) Assert.Equal(0, (state[i] - read[i]).Magnitude, 12);
    }

    [Fact]
    public void Amplitudes_that_are_not_known_yet_are_refused() =>
        Assert.Contains("give the inputs", Assert.Throws<CircuitException>(() => new QuantumCircuit(1).AmplitudeEncoding().ToOpenQasm()).Message, StringComparison.Ordinal);
}
