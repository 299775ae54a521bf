using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Quantum;
using Xunit;

namespace HackLab.Tests.Quantum;

public class MeasurementTests
{
    private static readonly StateVector Bell = new QuantumCircuit(2).H(0).CNOT(0, 1).Run();

    [Fact]
    public void Counts_follow_the_probabilities_and_the_seed()
    {
        ShotCounts counts = Bell.Sample(10_000, seed: 3);
        Assert.Equal(10_000, counts.Shots);
        Assert.Equal(["00", "11"], counts.Keys);
        // Five standard deviations of a binomial count.
        Assert.InRange(counts["00"], 5000 - 250, 5000 + 250);
        Assert.Equal(0, counts["01"]);
        Assert.Equal(counts.ToString(), Bell.Sample(10_000, seed: 3).ToString());
        Assert.NotEqual(counts.ToString(), Bell.Sample(10_000, seed: 4).ToString());
        Assert.Equal(1, counts.Expectation());
        Assert.Contains("00", counts.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_mean_of_shots_goes_to_the_expectation_value()
    {
        StateVector state = new QuantumCircuit(1).RY(1.0, 0).Run();
        Assert.Equal(Math.Cos(1), state.Sample(40_000, 1, 0).Expectation(), 0.025);    // five standard errors of 0.0042
    }

    [Fact]
    public void A_measurement_leaves_what_agrees_with_it()
    {
        var seen = new HashSet<string>();
        for (int seed = 0; seed < 20; seed++)
        {
            Measurement measurement = Bell.Measure(seed, 0);
            seen.Add(measurement.Bits);
            Assert.Equal(0.5, measurement.Probability, 14);
            Assert.Equal(1, measurement.After[measurement.Bits + measurement.Bits].Magnitude, 14);    // the other wire is decided too
        }
        Assert.Equal(2, seen.Count);
        Assert.Equal("0.7071|00⟩ + 0.7071|11⟩", Bell.ToString());    // measuring made a new state
    }

    [Fact]
    public void The_partial_trace_of_a_product_is_its_factor_and_of_a_Bell_state_nothing()
    {
        DensityMatrix half = Bell.Reduced(1);
        Assert.Equal(0.5, half.Purity, 14);
        Assert.Equal(1, half.Entropy, 12);
        Assert.Equal(0.5, half[0, 0].Real, 14);
        Assert.Equal(Complex.Zero, half[0, 1]);
        StateVector a = new QuantumCircuit(2).RX(0.7, 0).CNOT(0, 1).T(1).Run();
        StateVector product = new QuantumCircuit(4).RX(0.7, 3).CNOT(3, 1).T(1).H(0).RY(0.3, 2).Run();
        DensityMatrix part = product.Reduced(3, 1);
        Assert.Equal(1, part.Fidelity(a), 13);
        Assert.Equal(1, part.Purity, 13);
        Assert.Equal(0, part.Entropy, 10);
    }

    [Fact]
    public void The_partial_trace_is_the_sum_over_the_other_wires() => Prop.ForAll(CircuitTests.Seeds(), seed =>
    {
        StateVector state = RandomCircuits.Make(4, 30, seed, parametrised: false).Run();
        DensityMatrix part = state.Reduced(2, 0);
        Complex expected = Complex.Zero;    // row 01, column 10 of wires 2 and 0: wire 2 = 0, 0 = 1 against 2 = 1, 0 = 0
        foreach (string rest in new[] { "00", "01", "10", "11" })
            expected += state[$"1{rest[0]}0{rest[1]}"] * Complex.Conjugate(state[$"0{rest[0]}1{rest[1]}"]);
        return (part[1, 2] - expected).Magnitude < 1e-13 && Math.Abs(part.Trace - 1) < 1e-13
            && Math.Abs(part.Expectation(Pauli.Y(0) * Pauli.X(1)) - state.Expectation(Pauli.Y(2) * Pauli.X(0))) < 1e-13;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mixed_states_have_the_fidelity_that_is_known()
    {
        // Diagonal ones: (Σ √(p q))².
        DensityMatrix a = new QuantumCircuit(2).RY(2 * Math.Acos(Math.Sqrt(0.8)), 0).CNOT(0, 1).Run().Reduced(0);
        Assert.Equal(0.8, a[0, 0].Real, 14);
        double expected = Math.Pow(Math.Sqrt(0.8 * 0.5) + Math.Sqrt(0.2 * 0.5), 2);
        Assert.Equal(expected, a.Fidelity(DensityMatrix.MaximallyMixed(1)), 12);
        Assert.Equal(1, a.Fidelity(a), 12);
        Assert.Equal([0.8, 0.2], a.Eigenvalues().Select(v => Math.Round(v, 13)));
        Assert.Equal(2, DensityMatrix.MaximallyMixed(2).Entropy, 12);
        Assert.Equal(Bell.Fidelity(new StateVector(2)), DensityMatrix.Of(Bell).Fidelity(DensityMatrix.Of(new StateVector(2))), 7);
    }

    [Fact]
    public void Noise_keeps_the_trace_and_takes_purity() => Prop.ForAll(CircuitTests.Seeds(), seed =>
    {
        QuantumCircuit circuit = RandomCircuits.Make(1 + (int)(seed % 4), 20, seed, parametrised: false);
        DensityMatrix noisy = circuit.RunNoisy(new NoiseModel(0.05)), clean = circuit.RunNoisy(new NoiseModel(0));
        return Math.Abs(noisy.Trace - 1) < 1e-12 && noisy.Purity < 1 && noisy.Eigenvalues().All(v => v > -1e-12)
            && Math.Abs(clean.Fidelity(circuit.Run()) - 1) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Depolarising_noise_shrinks_the_Bloch_vector_by_its_probability()
    {
        // One gate: r → (1 − p) r. Behind n gates: (1 − p)^n.
        DensityMatrix noisy = new QuantumCircuit(1).RY(0.6, 0).RZ(1.1, 0).RX(0, 0).RunNoisy(new NoiseModel(0.1));
        (double x, double y, double z) = new QuantumCircuit(1).RY(0.6, 0).RZ(1.1, 0).Run().Bloch();
        double shrink = Math.Pow(0.9, 3);
        Assert.Equal(shrink * x, noisy.Bloch().X, 13);
        Assert.Equal(shrink * y, noisy.Bloch().Y, 13);
        Assert.Equal(shrink * z, noisy.Bloch().Z, 13);
        // A U gate is one gate, not the three steps that it is computed by.
        Assert.Equal(0.9, new QuantumCircuit(1).U(0, 0.3, 0.4, 0).RunNoisy(new NoiseModel(0.1)).Bloch().Z, 13);
        // Both wires of a gate are touched: ⟨ZZ⟩ of a Bell state falls by (1 − p)² behind the CNOT; H before costs ⟨ZZ⟩ nothing.
        Assert.Equal(0.81, new QuantumCircuit(2).H(0).CNOT(0, 1).RunNoisy(new NoiseModel(0.1)).Expectation(Pauli.Z(0) * Pauli.Z(1)), 13);
        Assert.Equal(0.5, new QuantumCircuit(1).X(0).RunNoisy(new NoiseModel(1)).Purity, 13);
    }

    [Fact]
    public void Parts_of_mixed_states_and_their_shots()
    {
        DensityMatrix noisy = new QuantumCircuit(3).H(0).CNOT(0, 2).X(1).RunNoisy(new NoiseModel(0.02));
        Assert.Equal(noisy.Expectation(Pauli.Z(1)), noisy.Reduced(1).Expectation(Pauli.Z(0)), 13);
        Assert.Equal(500, noisy.Sample(500, 2).Shots);
        Assert.Contains("purity", noisy.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_measured_or_stored_is_refused()
    {
        Assert.Contains("wire 2 does not exist", Assert.Throws<CircuitException>(() => Bell.Sample(10, 1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("stands twice", Assert.Throws<CircuitException>(() => Bell.Reduced(1, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bell.Sample(0, 1));
        Assert.Contains("at most 10 wires, not 11", Assert.Throws<CircuitException>(() => new QuantumCircuit(11).RunNoisy(new NoiseModel(0.1))).Message, StringComparison.Ordinal);
        Assert.Contains("depolarising probability is 1.5", Assert.Throws<CircuitException>(() => new QuantumCircuit(1).RunNoisy(new NoiseModel(1.5))).Message, StringComparison.Ordinal);
        Assert.Throws<CircuitException>(() => Bell.InnerProduct(new StateVector(3)));
    }
}
