using System.Numerics;
using HackLab.Quantum;
using Xunit;

namespace HackLab.Tests.Quantum;

public class ObservableTests
{
    [Fact]
    public void The_mean_of_a_Pauli_product_is_that_of_its_matrix()
    {
        string letters = "IXYZ";
        for (int wires = 1; wires <= 5; wires++)
        {
            QuantumCircuit circuit = RandomCircuits.Make(wires, 30, wires, parametrised: false);
            Complex[] dense = DenseSimulator.Run(circuit, [], []);
            for (int code = 0; code < 1 << (2 * wires); code++)
            {
                string paulis = string.Concat(Enumerable.Range(0, wires).Select(w => letters[(code >> (2 * w)) & 3]));
                Complex mean = DenseSimulator.Mean(paulis, dense);
                Assert.Equal(0, mean.Imaginary, 12);
                double found = circuit.Run().Expectation(Pauli.String(paulis));
                Assert.True(Math.Abs(found - mean.Real) < 1e-13, $"{paulis}: {found}, not {mean.Real}");
            }
        }
    }

    [Fact]
    public void The_mean_of_a_projector_is_a_probability()
    {
        QuantumCircuit circuit = RandomCircuits.Make(5, 40, 11, parametrised: false);
        StateVector state = circuit.Run();
        double[] probabilities = state.Probabilities(4, 1, 3);
        for (int i = 0; i < 8; i++)
            Assert.Equal(probabilities[i], state.Expectation(Observable.Projector(Convert.ToString(i, 2).PadLeft(3, '0'), 4, 1, 3)), 13);
    }

    [Fact]
    public void Sums_and_products_are_those_of_numbers()
    {
        StateVector state = RandomCircuits.Make(4, 30, 2, parametrised: false).Run();
        double expected = 1.5 + (0.5 * state.Expectation(Pauli.String("ZIZI"))) - (2 * state.Expectation(Pauli.X(1)));
        Assert.Equal(expected, state.Expectation(1.5 + (0.5 * Pauli.Z(0) * Pauli.Z(2)) - (2 * Pauli.X(1))), 12);
        Assert.Equal("0.5 Z0 Z2 + -2 X1", ((0.5 * Pauli.Z(0) * Pauli.Z(2)) - (2 * Pauli.X(1))).ToString());
    }

    [Fact]
    public void A_real_state_has_no_mean_of_an_odd_number_of_Y()
    {
        QuantumCircuit circuit = RandomCircuits.Make(4, 30, 3, realOnly: true, parametrised: false);
        Assert.Equal(0, circuit.Expectation(Pauli.Y(1)));
        Assert.Equal(circuit.Run().Expectation(Pauli.Y(0) * Pauli.Y(2)), circuit.Expectation(Pauli.Y(0) * Pauli.Y(2)), 13);
    }

    [Fact]
    public void The_variance_of_a_Pauli_matrix_is_one_minus_the_square_of_its_mean()
    {
        StateVector state = new QuantumCircuit(1).RY(0.8, 0).Run();
        Assert.Equal(Math.Pow(Math.Sin(0.8), 2), state.Variance(Pauli.Z(0)), 14);
        Assert.Equal(0, new StateVector(2).Variance(Pauli.Z(1)), 14);
    }

    [Fact]
    public void A_rotation_turns_the_Bloch_vector()
    {
        (double x, double y, double z) = new QuantumCircuit(1).RY(0.6, 0).RZ(1.1, 0).Run().Bloch();
        Assert.Equal(Math.Sin(0.6) * Math.Cos(1.1), x, 14);
        Assert.Equal(Math.Sin(0.6) * Math.Sin(1.1), y, 14);
        Assert.Equal(Math.Cos(0.6), z, 14);
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        Assert.Contains("wire 0", Assert.Throws<ArgumentException>(() => Pauli.Z(0) * Pauli.X(0)).Message, StringComparison.Ordinal);
        Assert.Contains("'A' at place 1", Assert.Throws<ArgumentException>(() => Pauli.String("XAZ")).Message, StringComparison.Ordinal);
        Assert.Contains("wire 2 does not exist", Assert.Throws<CircuitException>(() => new StateVector(2).Expectation(Pauli.Z(2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => double.NaN * Pauli.Z(0));
        Assert.Throws<ArgumentException>(() => Observable.Projector("01", 1));
        Assert.Throws<ArgumentException>(() => Observable.Projector("02"));
        Assert.Throws<ArgumentException>(() => Observable.Projector("00", 1, 1));
    }
}
