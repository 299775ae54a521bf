using HackLab.Quantum;
using HackLab.Tests.Facade;
using Xunit;
using static TorchSharp.torch;

namespace HackLab.Tests.Quantum;

[Collection(HostHooks.Name)]
public class InterruptTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    public void An_interrupt_of_the_cell_ends_a_circuit(int wires)
    {
        QuantumCircuit circuit = new QuantumCircuit(wires).H(0).CNOT(0, 1).RY(Angle.Parameter(0), 2);
        using var source = new CancellationTokenSource();
        source.Cancel();
        using var kernel = new FakeKernel(source.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => circuit.Run([0.3]));
        Assert.ThrowsAny<OperationCanceledException>(() => circuit.Gradient(Pauli.Z(0), [0.3]));
    }

    [Fact]
    public void An_interrupt_of_the_cell_ends_a_batch_and_a_noisy_circuit()
    {
        var layer = new QuantumLayer(new QuantumCircuit(2).AngleEncoding(), Pauli.Z(0));
        using var source = new CancellationTokenSource();
        source.Cancel();
        using var kernel = new FakeKernel(source.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => layer.call(zeros(50, 2)));
        Assert.ThrowsAny<OperationCanceledException>(() => new QuantumCircuit(1).H(0).RunNoisy(new NoiseModel(0.1)));
    }

    [Fact]
    public void Afterwards_the_layer_goes_on()
    {
        var layer = new QuantumLayer(new QuantumCircuit(2).AngleEncoding(), Pauli.Z(0));
        using (var source = new CancellationTokenSource())
        {
            source.Cancel();
            using var kernel = new FakeKernel(source.Token);
            Assert.ThrowsAny<OperationCanceledException>(() => layer.call(zeros(50, 2)));
        }
        Assert.Equal(Enumerable.Repeat(1f, 50), layer.call(zeros(50, 2)).data<float>().ToArray());
    }
}
