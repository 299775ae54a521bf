using HackLab.Quantum;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace HackLab.Tests.Quantum;

public class GradientTests
{
    [Fact]
    public void The_adjoint_method_agrees_with_parameter_shifts_and_finite_differences()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            int wires = 1 + (seed % 6);
            QuantumCircuit circuit = RandomCircuits.Make(wires, 25, seed);
            double[] p = RandomCircuits.Values(circuit.ParameterCount, seed), x = RandomCircuits.Values(circuit.InputCount, seed + 1000);
            Observable observable = Mixed(wires);
            double[] adjoint = circuit.Gradient(observable, p, x);
            AssertClose(circuit.Gradient(observable, p, x, GradientMethod.ParameterShift), adjoint, 1e-11, $"shift, seed {seed}");
            AssertClose(circuit.Gradient(observable, p, x, GradientMethod.FiniteDifferences), adjoint, 1e-6, $"difference, seed {seed}");
        }
    }

    [Fact]
    public void The_same_holds_for_real_circuits()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            int wires = 1 + (seed % 6);
            QuantumCircuit circuit = RandomCircuits.Make(wires, 25, seed, realOnly: true);
            double[] p = RandomCircuits.Values(circuit.ParameterCount, seed), x = RandomCircuits.Values(circuit.InputCount, seed + 1000);
            double[] adjoint = circuit.Gradient(Mixed(wires), p, x);
            AssertClose(circuit.Gradient(Mixed(wires), p, x, GradientMethod.ParameterShift), adjoint, 1e-11, $"seed {seed}");
        }
    }

    [Fact]
    public void The_layer_gives_weights_and_inputs_their_gradients()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            QuantumCircuit circuit = RandomCircuits.Make(4, 25, seed, realOnly: seed % 2 == 1);
            circuit.RY(Angle.Parameter(0) + (Angle.Parameter(1) * Angle.Input(RandomCircuits.Inputs - 1)), 2);
            CheckLayer(new QuantumLayer(circuit, [Pauli.Z(0), Mixed(4)], seed), seed);
        }
    }

    [Fact]
    public void Amplitudes_get_gradients_too()
    {
        QuantumCircuit circuit = new QuantumCircuit(4).AmplitudeEncoding([1, 3]).RX(Angle.Parameter(0), 1).CNOT(1, 0).RY(Angle.Input(3), 3).T(3).CH(3, 2);
        CheckLayer(new QuantumLayer(circuit, [Pauli.Z(0), Mixed(4)], 1), 3);
    }

    [Fact]
    public void A_layer_learns_by_gradient_descent()
    {
        QuantumCircuit circuit = new QuantumCircuit(2).AngleEncoding().RY(Angle.Parameter(0), 0).CNOT(0, 1).RX(Angle.Parameter(1), 1);
        var layer = new QuantumLayer(circuit, [Pauli.Z(1)], seed: 4);
        using Tensor x = tensor(new float[] { 0, 0, 1, 0.5f, 2, -1 }, [3, 2]), goal = tensor(new float[] { 0.3f, -0.2f, 0.1f }, [3, 1]);
        var optimizer = optim.Adam(layer.parameters(), lr: 0.1);
        double first = 0, last = 0;
        for (int step = 0; step < 60; step++)
        {
            optimizer.zero_grad();
            Tensor loss = (layer.call(x) - goal).pow(2).mean();
            loss.backward();
            optimizer.step();
            last = loss.ToDouble();
            if (step == 0) first = last;
        }
        Assert.True(last < 0.6 * first, $"{first} to {last}");
    }

    [Fact]
    public void Batches_give_the_same_numbers_as_single_samples_and_twice()
    {
        QuantumCircuit circuit = RandomCircuits.Make(5, 30, 1);
        var layer = new QuantumLayer(circuit, Pauli.Z(0), Pauli.X(1));
        float[] values = [.. RandomCircuits.Values(20 * circuit.InputCount, 3).Select(v => (float)v)];
        using Tensor x = tensor(values, [20, circuit.InputCount]);
        float[] all = layer.call(x).data<float>().ToArray();
        Assert.Equal(all, layer.call(x).data<float>().ToArray());
        for (int i = 0; i < 20; i++) Assert.Equal(all[(2 * i)..((2 * i) + 2)], layer.call(x[i].unsqueeze(0)).data<float>().ToArray());
    }

    [Fact]
    public void A_circuit_without_inputs_gives_a_row_for_each_sample()
    {
        var layer = new QuantumLayer(new QuantumCircuit(1).RY(Angle.Parameter(0), 0), Pauli.Z(0)).SetWeights([0.5]);
        using Tensor y = layer.call(zeros(3, 0));
        Assert.Equal([3, 1], y.shape);
        Assert.Equal(Math.Cos(0.5), y[2, 0].ToDouble(), 6);
        y.sum().backward();
        Assert.Equal(-3 * Math.Sin(0.5), layer.weight.grad![0].ToDouble(), 5);
    }

    [Fact]
    public void Derivatives_of_derivatives_are_refused()
    {
        var layer = new QuantumLayer(new QuantumCircuit(1).RY(Angle.Parameter(0), 0), Pauli.Z(0));
        Tensor y = layer.call(zeros(1, 0)).sum();
        Assert.Contains("second derivatives", Assert.Throws<NotSupportedException>(() => autograd.grad([y], [layer.weight], create_graph: true)).Message, StringComparison.Ordinal);
    }

    // Every kind of term, and one that couples wires.
    private static Observable Mixed(int wires) =>
        wires == 1 ? Pauli.Z(0) + (0.4 * Pauli.Y(0)) - (0.3 * Pauli.X(0))
        : Pauli.Z(0) + (0.4 * Pauli.Y(wires - 1)) - (0.3 * Pauli.X(0) * Pauli.Y(1)) + (0.7 * Observable.Projector("01", wires - 1, 0));

    // Against differences of the layer's own values in double precision.
    private static void CheckLayer(QuantumLayer layer, int seed)
    {
        const double Step = 1e-4;
        int inputs = layer.in_features, weights = layer.Circuit.ParameterCount;
        double[] p = RandomCircuits.Values(weights, seed), x = RandomCircuits.Values(3 * inputs, seed + 50), dy = RandomCircuits.Values(6, seed + 90);
        layer.to(ScalarType.Float64);
        using (no_grad()) layer.weight.copy_(tensor(p));
        using Tensor features = tensor(x, [3, inputs]).requires_grad_(), factors = tensor(dy, [3, 2]);
        (layer.call(features) * factors).sum().backward();
        AssertClose(Differences(p, v => Value(v, x)), layer.weight.grad!.data<double>().ToArray(), 1e-6, $"weights, seed {seed}");
        AssertClose(Differences(x, v => Value(p, v)), features.grad!.data<double>().ToArray(), 1e-6, $"inputs, seed {seed}");

        double Value(double[] parameters, double[] samples)
        {
            using IDisposable off = no_grad();
            layer.weight.copy_(tensor(parameters));
            return (layer.call(tensor(samples, [3, inputs])) * factors).sum().ToDouble();
        }

        static double[] Differences(double[] at, Func<double[], double> f) => [.. at.Select((v, i) =>
        {
            double[] up = [.. at], down = [.. at];
            up[i] += Step;
            down[i] -= Step;
            return (f(up) - f(down)) / (2 * Step);
        })];
    }

    private static void AssertClose(double[] expected, double[] found, double tolerance, string what)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - found[i]) < tolerance, $"{what}: derivative {i} is {found[i]}, not {expected[i]}.");
    }
}
