using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Quantum;
using Xunit;

namespace HackLab.Tests.Quantum;

public class CircuitTests
{
    public static TheoryData<int> WireCounts => [1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(WireCounts))]
    public void Every_gate_on_every_wire_does_what_its_matrix_says(int wires)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            QuantumCircuit circuit = RandomCircuits.Make(wires, 25, seed);
            double[] p = RandomCircuits.Values(circuit.ParameterCount, seed), x = RandomCircuits.Values(circuit.InputCount, seed + 1000);
            AssertEqual(DenseSimulator.Run(circuit, p, x), circuit.Run(p, x), $"seed {seed}");
        }
    }

    [Fact]
    public void A_circuit_of_real_gates_gives_the_same_state_by_its_shorter_way()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            QuantumCircuit circuit = RandomCircuits.Make(5, 30, seed, realOnly: true);
            Assert.True(circuit.Program.IsReal);
            double[] p = RandomCircuits.Values(circuit.ParameterCount, seed), x = RandomCircuits.Values(circuit.InputCount, seed + 1000);
            AssertEqual(DenseSimulator.Run(circuit, p, x), circuit.Run(p, x), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_state_gone_through_in_blocks_by_several_threads_is_the_same(bool realOnly)
    {
        QuantumCircuit circuit = RandomCircuits.Make(15, 25, 5, realOnly, parametrised: false);
        AssertEqual(DenseSimulator.Run(circuit, [], []), circuit.Run(), "15 wires");
    }

    [Fact]
    public void A_Bell_state_is_two_halves()
    {
        StateVector bell = new QuantumCircuit(2).H(0).CNOT(0, 1).Run();
        Assert.Equal(Math.Sqrt(0.5), bell["00"].Real, 15);
        Assert.Equal(Complex.Zero, bell["01"]);
        Assert.Equal(Math.Sqrt(0.5), bell["11"].Real, 15);
        Assert.Equal("0.7071|00⟩ + 0.7071|11⟩", bell.ToString());
        Assert.Equal([0.5, 0, 0, 0.5], bell.Probabilities().Select(p => Math.Round(p, 15)));
        Assert.Equal([0.5, 0.5], bell.Probabilities(1).Select(p => Math.Round(p, 15)));
    }

    [Fact]
    public void Wire_0_is_the_first_letter()
    {
        Assert.Equal("|100⟩", new QuantumCircuit(3).X(0).Run().ToString());
        Assert.Equal("|01⟩", new QuantumCircuit(2).BasisEncoding(0, 1).Run().ToString());
        Assert.Equal([0, 1, 0, 0], StateVector.Basis("100").Probabilities(1, 0));
    }

    [Fact]
    public void Gates_keep_the_norm() => Prop.ForAll(Seeds(), seed =>
    {
        QuantumCircuit circuit = RandomCircuits.Make(1 + (int)(seed % 7), 50, seed, parametrised: false);
        return Math.Abs(circuit.Run().Probabilities().Sum() - 1) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_circuit_and_its_inverse_do_nothing() => Prop.ForAll(Seeds(), seed =>
    {
        QuantumCircuit circuit = RandomCircuits.Make(1 + (int)(seed % 7), 30, seed);
        double[] p = RandomCircuits.Values(circuit.ParameterCount, seed), x = RandomCircuits.Values(circuit.InputCount, seed);
        QuantumCircuit both = new QuantumCircuit(circuit.Wires).Append(circuit).Append(circuit.Inverse());
        return (both.Run(p, x)[0] - Complex.One).Magnitude < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_400_gates_on_16_wires_the_norm_is_wrong_by_less_than_a_millionth_of_a_millionth()
    {
        QuantumCircuit circuit = RandomCircuits.Make(16, 400, 3, parametrised: false);
        Assert.Equal(1, circuit.Run().Probabilities().Sum(), 12);
    }

    [Fact]
    public void Amplitudes_are_the_inputs_divided_by_their_length_on_the_named_wires()
    {
        StateVector state = new QuantumCircuit(3).AmplitudeEncoding([2, 0]).Run(inputs: [1, 2, 2, 4]);
        Assert.Equal(1.0 / 5, state["000"].Real, 15);
        Assert.Equal(2.0 / 5, state["100"].Real, 15);    // input 1 is |01⟩ of wires 2 and 0
        Assert.Equal(2.0 / 5, state["001"].Real, 15);
        Assert.Equal(4.0 / 5, state["101"].Real, 15);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.7)]
    [InlineData(2.5)]
    public void The_SWAP_test_measures_the_fidelity(double angle)
    {
        QuantumCircuit circuit = new QuantumCircuit(5).RY(angle, 1).CNOT(1, 2).RX(0.4, 3).SwapTest(0, [1, 2], [3, 4]);
        StateVector a = new QuantumCircuit(2).RY(angle, 0).CNOT(0, 1).Run(), b = new QuantumCircuit(2).RX(0.4, 0).Run();
        Assert.Equal(a.Fidelity(b), circuit.Expectation(Pauli.Z(0)), 12);
    }

    [Fact]
    public void Depth_counts_gates_side_by_side_once()
    {
        Assert.Equal(2, new QuantumCircuit(4).H(0).H(1).H(2).CNOT(0, 1).CNOT(2, 3).Depth);
        Assert.Equal(0, new QuantumCircuit(2).Depth);
    }

    internal static Arbitrary<long> Seeds() => Gen.Choose(0, 1_000_000).Select(s => (long)s).ToArbitrary();

    internal static void AssertEqual(Complex[] expected, StateVector actual, string what)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            double wrong = (expected[i] - actual[i]).Magnitude;
            Assert.True(wrong < 1e-13, $"{what}: amplitude {i} is {actual[i]}, not {expected[i]}.");
        }
    }
}
