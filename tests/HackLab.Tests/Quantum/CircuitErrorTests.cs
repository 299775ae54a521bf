using HackLab.Quantum;
using Xunit;
using static TorchSharp.torch;

namespace HackLab.Tests.Quantum;

public class CircuitErrorTests
{
    [Fact]
    public void A_wire_that_does_not_exist_names_the_gate_and_its_number() =>
        Says("gate 3 (CNOT): wire 7 does not exist; the circuit has wires 0 to 3.", () => new QuantumCircuit(4).H(0).H(1).CNOT(0, 7));

    [Fact]
    public void A_wire_that_stands_twice_names_the_gate_and_the_wire() =>
        Says("gate 1 (Toffoli): wire 1 stands twice among 1, 2, 1", () => new QuantumCircuit(3).Toffoli(1, 2, 1));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_angle_that_is_no_number_names_the_gate_and_the_wire(double angle) =>
        Says($"gate 2 (RY) on wire 1: its angle {angle} is not a finite number", () => new QuantumCircuit(2).H(0).RY(angle, 1));

    [Fact]
    public void A_parameter_that_is_no_number_names_gate_wire_and_parameter() =>
        Says("gate 2 (RX) on wire 0: its angle p0 + p1·x0 is NaN (parameter 1 is NaN)",
            () => new QuantumCircuit(1).H(0).RX(Angle.Parameter(0) + (Angle.Parameter(1) * Angle.Input(0)), 0).Run([1, double.NaN], [2]));

    [Fact]
    public void A_feature_that_is_no_number_names_the_sample()
    {
        var layer = new QuantumLayer(new QuantumCircuit(2).AngleEncoding(), Pauli.Z(0));
        Says("sample 1: gate 2 (RY) on wire 1: its angle x1 is NaN (input 1 is NaN)", () => layer.call(tensor(new[] { 0f, 0, 1, float.NaN }, [2, 2])));
    }

    [Fact]
    public void Too_many_wires_say_how_much_memory_they_would_take()
    {
        Says("A circuit has at most 20 wires, not 33: the 2^33 complex numbers of its state would take 128 GB", () => new QuantumCircuit(33));
        Says("A circuit has at least 1 wire, not 0", () => new QuantumCircuit(0));
        Says("A state has at most 20 wires", () => new StateVector(21));
    }

    [Fact]
    public void Amplitudes_must_be_normalised_finite_and_a_power_of_two()
    {
        Says("add up to 2, but probabilities add up to 1; divide every amplitude by 1.4142", () => StateVector.FromAmplitudes(1, 1));
        Says("3 amplitudes", () => StateVector.FromAmplitudes(1, 0, 0));
        Says("Amplitude 1 (|1⟩)", () => StateVector.FromAmplitudes(1, double.NaN));
        Says("all 2 inputs are 0", () => new QuantumCircuit(1).AmplitudeEncoding().Run(inputs: [0, 0]));
        Says("input 1 is NaN", () => new QuantumCircuit(1).AmplitudeEncoding().Run(inputs: [0, double.NaN]));
        Says("gate 1 (H) stands before", () => new QuantumCircuit(1).H(0).AmplitudeEncoding());
    }

    [Fact]
    public void The_number_of_parameters_and_inputs_must_be_right()
    {
        QuantumCircuit circuit = new QuantumCircuit(1).RY(Angle.Parameter(1), 0).RX(Angle.Input(0), 0);
        Says("2 trainable parameters, but 1 are given", () => circuit.Run([1], [1]));
        Says("1 input, but 0 are given", () => circuit.Run([1, 1]));
        Assert.Contains("[n, 1]", Assert.Throws<ArgumentException>(() => new QuantumLayer(circuit, Pauli.Z(0)).call(zeros(4, 3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_check_their_wires()
    {
        Says("SWAP test: registers of 2 and 1 wires", () => new QuantumCircuit(4).SwapTest(0, [1, 2], [3]));
        Says("SWAP test: wire 1 stands twice", () => new QuantumCircuit(3).SwapTest(0, [1], [1]));
        Says("Basis encoding: bit 1 is 2", () => new QuantumCircuit(2).BasisEncoding(0, 2));
        Says("3 wires cannot be appended to one of 2", () => new QuantumCircuit(2).Append(new QuantumCircuit(3)));
        Says("Amplitude encoding: wire 4 does not exist", () => new QuantumCircuit(2).AmplitudeEncoding([4]));
    }

    [Fact]
    public void An_angle_multiplies_no_two_parameters()
    {
        Assert.Throws<ArgumentException>(() => Angle.Parameter(0) * Angle.Parameter(1));
        Assert.Throws<ArgumentException>(() => Angle.Input(0) * Angle.Input(1));
        Assert.Equal("0.5 + 2·p0 − p1·x2", (0.5 + (2 * Angle.Parameter(0)) - (Angle.Parameter(1) * Angle.Input(2))).ToString());
        Assert.Equal(0.5 + 6 - (4 * 7), (0.5 + (2 * Angle.Parameter(0)) - (Angle.Parameter(1) * Angle.Input(2))).Value([3, 4], [5, 6, 7]));
    }

    private static void Says(string text, Action action) =>
        Assert.Contains(text, Assert.Throws<CircuitException>(action).Message, StringComparison.Ordinal);
}
