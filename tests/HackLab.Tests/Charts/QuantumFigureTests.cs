using HackLab.Charts;
using HackLab.Quantum;
using Xunit;

namespace HackLab.Tests.Charts;

public class QuantumFigureTests
{
    [Fact]
    public void A_circuit_is_drawn_gate_by_gate_with_its_angles()
    {
        var circuit = new QuantumCircuit(3).H(0).CNOT(0, 1).RY(Angle.Parameter(0) + (Angle.Parameter(1) * Angle.Input(2)), 2).RZ(0.5, 1).CSWAP(0, 1, 2);
        string text = Chart.Circuit(circuit).ToText();
        Assert.Contains("Circuit of 3 qubits and 5 gates", text, StringComparison.Ordinal);
        Assert.Contains("2. X on q1 controlled by q0", text, StringComparison.Ordinal);
        Assert.Contains("3. RY(p0 + p1·x2) on q2", text, StringComparison.Ordinal);
        Assert.Contains("4. RZ(0.5) on q1", text, StringComparison.Ordinal);
        Assert.Contains("5. SWAP on q1, q2 controlled by q0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Amplitudes_at_the_beginning_are_a_box_of_their_own()
    {
        Assert.Contains("1. x / ‖x‖ on q2, q0", Chart.Circuit(new QuantumCircuit(3).AmplitudeEncoding([2, 0]).H(1)).ToText(), StringComparison.Ordinal);
        Assert.Contains("1. |ψ⟩ on q0, q1", Chart.Circuit(new QuantumCircuit(2).Prepare(StateVector.Basis("01"))).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Bloch_sphere_says_where_its_arrows_point()
    {
        Assert.Contains("state at (1, 0, 0)", Chart.BlochSphere(new QuantumCircuit(1).H(0).Run()).ToText(), StringComparison.Ordinal);
        Assert.Contains("State of wire 1", Chart.BlochSphere(new QuantumCircuit(2).H(0).CNOT(0, 1).Run(), 1).ToText(), StringComparison.Ordinal);
        Assert.Contains("here at (0, −0.6, 0.8)", Chart.BlochSphere([new(0, -0.6, 0.8, "here")]).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_outside_the_sphere_is_refused()
    {
        Assert.Contains("Vector 1 has the length 1.4142", Assert.Throws<ArgumentException>(() => Chart.BlochSphere([new(0, 0, 1), new(1, 1, 0)])).Message, StringComparison.Ordinal);
        Assert.Contains("Vector 0 has the length NaN", Assert.Throws<ArgumentException>(() => Chart.BlochSphere([new(0, 0, double.NaN)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Chart.BlochSphere([]));
        Assert.Throws<CircuitException>(() => Chart.BlochSphere(new StateVector(1), 1));
    }
}
